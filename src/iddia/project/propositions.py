"""What a claim says, apart from who says it and how surely."""

import hashlib
import json
from decimal import Decimal

from iddia.model.reading import ReadClaim, Value
from iddia.project.vocabulary import Vocabulary
from iddia.text.turkish import key


def proposition_id(claim: ReadClaim, vocabulary: Vocabulary) -> str:
    """Hash of subject, property, normalised value, compared_to, per, time and polarity, and of nothing else.

    Numbers and stated bounds are taken to their dimension's base unit, so that 0.5 times and 50 percent agree. An
    approximator that states no bound ("about") changes how sure the words are, not what they say, and is left out.
    """
    content = [
        claim.subject,
        claim.property,
        _normalised(claim.value, vocabulary),
        claim.compared_to,
        claim.per,
        claim.time,
        claim.polarity,
    ]
    digest = hashlib.sha256(json.dumps(content, ensure_ascii=True, separators=(",", ":")).encode()).hexdigest()
    return f"p-{digest[:12]}"


def _normalised(value: Value, vocabulary: Vocabulary) -> list[str | None]:
    if value.kind != "quantity":
        return [value.kind, value.entity or value.date or (key(value.text) if value.text else "true")]
    unit = vocabulary.units[value.unit or ""]
    return [
        unit.dimension,
        *(_plain(number * unit.factor) if number is not None else None for number in (value.number, value.min, value.max)),
    ]


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
