"""One row an article, from the source part of its reading and the text itself."""

from collections.abc import Iterator

from iddia.corpus import Corpus
from iddia.model.tables import Source


def rows(corpus: Corpus) -> Iterator[Source]:
    for account in corpus.accounts:
        article = account.article
        if article.source is None:
            continue
        yield Source(
            source_id=article.source_id,
            seed_file=article.text_file,
            characters=len(article.text),
            bytes=len(article.raw),
            **article.source.model_dump(),
        )
