"""A computed relation between claims."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from iddia.model.lists import RelationKind
from iddia.relate.statements import Statement


@dataclass(frozen=True, slots=True)
class Side:
    """The claims that take one side, and the side's name."""

    role: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """What some claims do to each other. ``assuming`` lists pairs of entities that it takes for one; ``detail`` is in English, Turkish."""

    kind: RelationKind
    rule: str
    sides: tuple[Side, ...]
    assuming: tuple[tuple[str, str], ...] = ()
    detail: tuple[str, str] = ("", "")

    @property
    def statements(self) -> list[Statement]:
        """All its claims, side by side."""
        return [statement for side in self.sides for statement in side.statements]

    @property
    def claim_ids(self) -> tuple[str, ...]:
        """Ids of all its claims, in the order of claim ids."""
        return tuple(sorted((statement.claim_id for statement in self.statements), key=claim_order))

    @property
    def relation_id(self) -> str:
        """Hash of the rule and the claims."""
        return relation_id(self.rule, (statement.claim_id for statement in self.statements))

    @property
    def needs_explaining(self) -> bool:
        """Whether claims disagree."""
        return self.kind in ("contradicts", "in_tension")


def relation_id(rule: str, claim_ids: Iterable[str]) -> str:
    """The id of a relation: r- and twelve digits of a SHA-256 over its rule and its sorted claims."""
    return hashed("\n".join([rule, *sorted(claim_ids, key=claim_order)]))


def hashed(content: str) -> str:
    """The id of a relation whose rule and sorted claims are the lines of ``content``."""
    return f"r-{hashlib.sha256(content.encode()).hexdigest()[:12]}"


def claim_order(claim_id: str) -> tuple[str, int, str]:
    """Claim ids by article and number, so that .100 comes behind .99."""
    stem, _, number = claim_id.rpartition(".")
    return stem, int(number) if number.isdigit() else 0, number
