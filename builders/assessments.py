"""One row a claim that was checked against outside sources, from the assessments of each article."""

from collections.abc import Iterator

from iddia.corpus import Corpus
from iddia.model.tables import Assessment


def rows(corpus: Corpus) -> Iterator[Assessment]:
    for read in corpus.judgements.assessments:
        yield Assessment(
            claim_id=read.claim,
            verdict=read.verdict,
            as_of=read.as_of,
            certainty=read.certainty,
            note_en=read.note_en,
            note_tr=read.note_tr,
        )
