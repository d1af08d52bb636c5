"""One row a claim about the future, from the assessments of each article."""

from collections.abc import Iterator

from iddia.corpus import Corpus
from iddia.model.tables import Prediction


def rows(corpus: Corpus) -> Iterator[Prediction]:
    for read in corpus.judgements.predictions:
        yield Prediction(
            claim_id=read.claim, horizon=read.horizon, outcome=read.outcome, as_of=read.as_of, note_en=read.note_en, note_tr=read.note_tr
        )
