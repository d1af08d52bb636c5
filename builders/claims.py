"""One row a claim, from the claims of each reading."""

from collections.abc import Iterator

from iddia.corpus import Corpus
from iddia.model.tables import Claim
from iddia.project.propositions import proposition_id


def rows(corpus: Corpus) -> Iterator[Claim]:
    for account in corpus.accounts:
        for anchored in account.claims:
            claim, value = anchored.claim, anchored.claim.value
            quantity = value.kind == "quantity"
            yield Claim(
                claim_id=claim.id,
                source_id=account.article.source_id,
                statement_en=claim.statement_en,
                statement_tr=claim.statement_tr,
                subject=claim.subject,
                property=claim.property,
                value_kind=value.kind,
                number=value.number,
                number_min=value.min,
                number_max=value.max,
                unit=value.unit,
                approximation=(value.approximation or "exact") if quantity else None,
                value_entity=value.entity,
                value_date=value.date,
                value_text=value.text,
                value_boolean=value.boolean,
                value_raw=value.raw,
                compared_to=claim.compared_to,
                per=claim.per,
                time=claim.time,
                condition=claim.condition,
                polarity=claim.polarity,
                modality=claim.modality,
                proposition_id=proposition_id(claim, corpus.vocabulary),
                review=claim.review,
            )
