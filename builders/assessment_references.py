"""One row a reference of an assessment."""

from collections.abc import Iterator

from iddia.corpus import Corpus
from iddia.model.tables import AssessmentReference


def rows(corpus: Corpus) -> Iterator[AssessmentReference]:
    for read in corpus.judgements.assessments:
        for reference_id in read.references:
            yield AssessmentReference(claim_id=read.claim, reference_id=reference_id)
