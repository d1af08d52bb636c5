"""One row an outside source, from seeds/references.yaml."""

from collections.abc import Iterator

from iddia.corpus import Corpus
from iddia.model.tables import Reference


def rows(corpus: Corpus) -> Iterator[Reference]:
    for reference_id, read in corpus.judgements.references.items():
        yield Reference(
            reference_id=reference_id,
            title=read.title,
            publisher=read.publisher,
            published=read.published,
            url=read.url,
            kind=read.kind,
            basis=read.basis,
        )
