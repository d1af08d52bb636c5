"""A reading's claim as a row of claims."""

from iddia.model.reading import ReadClaim
from iddia.model.tables import Claim
from iddia.project.propositions import proposition_id
from iddia.project.vocabulary import Vocabulary


def claim_row(source_id: str, claim: ReadClaim, vocabulary: Vocabulary) -> Claim:
    """The row; its proposition_id is worked out here."""
    value = claim.value
    return Claim(
        claim_id=claim.id,
        source_id=source_id,
        statement_en=claim.statement_en,
        statement_tr=claim.statement_tr,
        subject=claim.subject,
        property=claim.property,
        value_kind=value.kind,
        number=value.number,
        number_min=value.min,
        number_max=value.max,
        unit=value.unit,
        approximation=(value.approximation or "exact") if value.kind == "quantity" else None,
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
        proposition_id=proposition_id(claim, vocabulary),
        review=claim.review,
    )
