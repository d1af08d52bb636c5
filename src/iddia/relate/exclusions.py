"""Sides that exclude one another, as a constraint declares them: claims that take two of them disagree."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from iddia.project.constraints import Constraint
from iddia.relate.grounding import Index, matches
from iddia.relate.identities import Identities
from iddia.relate.pairs import disagreement, fresh
from iddia.relate.relation import Relation
from iddia.relate.statements import Statement
from iddia.relate.times import together

About = tuple[tuple[str, str], ...]
Sides = dict[str, dict[str, Statement]]


def exclusions(constraint: Constraint, index: Index, identities: Identities) -> Iterator[Relation]:
    """Relations for each set of entities of which claims take at least two sides at times that may agree.

    A variable that stands in one pattern only is free: parent_organization(x, owner) excludes independent(x) whoever the owner
    is. Where an entity that the variables stand for may be another, the sides of the two are a tension.
    """
    sides = _taken(constraint, index)
    for taken in sides.values():
        yield from _clashes(constraint, taken)
    for about, taken in sides.items():
        for other, pair in _maybe(about, identities):
            theirs = {role: members for role, members in sides.get(other, {}).items() if role not in taken}
            if theirs:
                yield from _clashes(constraint, taken | theirs, across=(taken, theirs), assuming=pair)


def _taken(constraint: Constraint, index: Index) -> dict[About, Sides]:
    """For each binding of the variables that all patterns share: the claims that take each side."""
    sides: dict[About, Sides] = {}
    named = [set(pattern.term.arguments) for _, patterns in constraint.sides for pattern in patterns]
    shared = set.intersection(*named) & set(constraint.variables)
    for role, patterns in constraint.sides:
        for pattern in patterns:
            for binding, one in matches(pattern, {}, constraint.variables, index):
                about = tuple(sorted((name, entity) for name, entity in binding.items() if name in shared))
                sides.setdefault(about, {}).setdefault(role, {})[one.claim_id] = one
    return sides


def _maybe(about: About, identities: Identities) -> Iterator[tuple[About, tuple[str, str]]]:
    """Bindings that are the same if two entities are."""
    for at, (name, entity) in enumerate(about):
        for other in identities.others.get(entity, ()):
            yield (*about[:at], (name, other), *about[at + 1 :]), (min(entity, other), max(entity, other))


def _clashes(
    constraint: Constraint, taken: Sides, *, across: tuple[Sides, Sides] | None = None, assuming: tuple[str, str] | None = None
) -> Iterator[Relation]:
    role_of: dict[str, str] = {}
    statements: dict[str, Statement] = {}
    for role, members in taken.items():
        for claim_id, one in members.items():
            role_of.setdefault(claim_id, role)  # a claim does not disagree with itself: the first side counts
            statements.setdefault(claim_id, one)
    sets = together(list(statements.values()), strangers=None)
    for contemporary in sets:
        standing: dict[str, list[Statement]] = {}
        for one in contemporary:
            standing.setdefault(role_of[one.claim_id], []).append(one)
        ordered = {role: standing[role] for role, _ in constraint.sides if role in standing}
        if len(ordered) > 1 and (across is None or all(_any(side, ordered) for side in across)):
            relation = disagreement(
                constraint.constraint_id, list(ordered.values()), roles=list(ordered), assuming=(assuming,) if assuming else ()
            )
            yield from fresh([replace(relation, kind="in_tension") if constraint.kind == "in_tension" else relation], sets, contemporary)


def _any(sides: Sides, standing: Mapping[str, list[Statement]]) -> bool:
    return any(one.claim_id in sides.get(role, {}) for role, members in standing.items() for one in members)
