"""One row a line of arithmetic behind an assessment."""

from collections.abc import Iterator

from iddia.corpus import Corpus
from iddia.model.tables import Figure


def rows(corpus: Corpus) -> Iterator[Figure]:
    for read in corpus.judgements.assessments:
        for position, figure in enumerate(read.figures, 1):
            yield Figure(
                claim_id=read.claim,
                position=position,
                label_en=figure.label_en,
                label_tr=figure.label_tr,
                formula=figure.formula,
                result=figure.result,
                unit=figure.unit,
            )
