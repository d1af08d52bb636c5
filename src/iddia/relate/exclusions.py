"""Sides that exclude one another, as a constraint declares them: claims that take two of them disagree."""

from collections.abc import Iterator
from dataclasses import replace

from iddia.project.constraints import Constraint
from iddia.relate.grounding import Index, matches
from iddia.relate.pairs import disagreement
from iddia.relate.relation import Relation
from iddia.relate.statements import Statement
from iddia.relate.times import time_of


def exclusions(constraint: Constraint, index: Index) -> Iterator[Relation]:
    """One relation for each set of entities for which claims take at least two sides at times that may agree.

    A variable that a side does not name is free there: parent_organization(x, owner) excludes independent(x) whoever the owner is.
    """
    sides: dict[tuple[tuple[str, str], ...], dict[str, dict[str, Statement]]] = {}
    shared = _shared_variables(constraint)
    for role, patterns in constraint.sides:
        for pattern in patterns:
            for binding, one in matches(pattern, {}, constraint.variables, index):
                about = tuple(sorted((name, entity) for name, entity in binding.items() if name in shared))
                sides.setdefault(about, {}).setdefault(role, {})[one.claim_id] = one
    for taken in sides.values():
        agreeing = {
            role: [
                one
                for one in members.values()
                if any(_may_agree(one, other) for role2 in taken if role2 != role for other in taken[role2].values())
            ]
            for role, members in taken.items()
        }
        standing = _once({role: members for role, members in agreeing.items() if members})
        if len(standing) > 1:
            relation = disagreement(constraint.constraint_id, list(standing.values()), roles=list(standing))
            yield replace(relation, kind="in_tension") if constraint.kind == "in_tension" else relation


def _once(sides: dict[str, list[Statement]]) -> dict[str, list[Statement]]:
    """Each claim on the first side that it takes only: a claim does not disagree with itself."""
    seen: set[str] = set()
    kept: dict[str, list[Statement]] = {}
    for role, members in sides.items():
        if fresh := [one for one in members if one.claim_id not in seen]:
            kept[role] = fresh
            seen |= {one.claim_id for one in fresh}
    return kept


def _shared_variables(constraint: Constraint) -> set[str]:
    named = [{name for pattern in patterns for name in pattern.term.arguments} for _, patterns in constraint.sides]
    return set.intersection(*named) & set(constraint.variables)


def _may_agree(one: Statement, other: Statement) -> bool:
    return one.claim_id != other.claim_id and not time_of(one).apart(time_of(other))
