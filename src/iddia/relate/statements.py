"""A claim as comparisons see it: what is said of what, and what numbers or days it allows."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from iddia.project.vocabulary import Vocabulary
from iddia.relate.intervals import EVERYTHING, Amount, Interval, of_date, of_quantity
from iddia.text.turkish import key

Key = tuple[str, str, str | None, str | None, str | None]

UNCOMMITTED = frozenset({"possible", "conditional", "opinion"})
"""Modalities whose writer does not commit to the content: what they differ with is a tension, no contradiction."""
DOUBTFUL = frozenset({"possible", "conditional", "rumoured", "alleged"})
"""Modalities at which a writer keeps a distance; who asserts the same thing says it with another strength."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One claim, ready to be compared.

    ``dimension`` is that of a quantity, ``counted`` its unit where units of that dimension count different things. A quantity
    or date is its ``interval``, in base units or ordinal days; any other value is its ``content`` and has no bounds. A boolean
    that is false is a denial.
    """

    claim_id: str
    source_id: str
    subject: str
    property_id: str
    compared_to: str | None
    per: str | None
    dimension: str | None
    counted: str | None
    affirmed: bool
    modality: str
    condition: str | None
    time: str | None
    interval: Interval
    content: str | None
    row: Mapping[str, Any]

    @property
    def key(self) -> Key:
        """What two claims must have in common to be compared."""
        return self.subject, self.property_id, self.compared_to, self.per, self.counted or self.dimension

    @property
    def is_committed(self) -> bool:
        """Whether whoever says it stands behind it, at least as a report or an expectation."""
        return self.modality not in UNCOMMITTED

    @property
    def is_printed(self) -> bool:
        """Whether it is a quantity whose number stands as printed, rounded or about; of a floor or a ceiling only bounds are known."""
        return self.row.get("number") is not None and self.row.get("approximation") in (None, "exact", "about")


def statement(claim: Mapping[str, Any], vocabulary: Vocabulary) -> Statement:
    """A row of claims (numbers as Decimal, nulls as None) as a statement."""
    get = claim.get
    kind, affirmed = claim["value_kind"], claim["polarity"] == "affirmed"
    interval, content, dimension, counted = EVERYTHING, None, None, None
    if kind == "quantity":
        unit = vocabulary.units[claim["unit"]]
        dimension, counted = unit.dimension, claim["unit"] if unit.dimension == "count" else None
        amount = Amount(get("number"), get("number_min"), get("number_max"), get("approximation"))
        interval = of_quantity(amount, unit.factor, unit.dimension)
    elif kind == "date":
        interval = of_date(claim["value_date"])
    elif kind == "boolean":
        content, affirmed = "true", affirmed == claim["value_boolean"]
    else:
        content = claim["value_entity"] if kind == "entity" else key(claim["value_text"])
    return Statement(
        claim["claim_id"],
        claim["source_id"],
        claim["subject"],
        claim["property"],
        get("compared_to"),
        get("per"),
        dimension,
        counted,
        affirmed,
        claim["modality"],
        get("condition"),
        get("time"),
        interval,
        content,
        claim,
    )
