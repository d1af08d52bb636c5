"""Claims about the same thing, compared: values, dates, entities, polarity, strength.

Claims are grouped by what they speak of and each group is sorted, so N claims cost N log N; a disagreement is one relation
with its sides, never a list of pairs. docs/consistency.md states the rules.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import combinations

from iddia.model.lists import RelationKind
from iddia.project.vocabulary import Vocabulary
from iddia.relate.identities import Identities
from iddia.relate.relation import Relation, Side, claim_order
from iddia.relate.statements import DOUBTFUL, Key, Statement
from iddia.relate.times import together

Groups = dict[Key, list[Statement]]
Sides = tuple[list[Statement], list[Statement]]


def pair_relations(statements: Iterable[Statement], vocabulary: Vocabulary) -> list[Relation]:
    """Every relation between claims with the same subject, property, compared_to and per whose times agree or may agree."""
    return list(relations_by_id(statements, vocabulary).values())


def relations_by_id(statements: Iterable[Statement], vocabulary: Vocabulary) -> dict[str, Relation]:
    """The same, by their ids."""
    identities = Identities.of(vocabulary.identity_pairs)
    groups: Groups = {}
    for one in sorted(statements, key=lambda one: claim_order(one.claim_id)):
        if one.content is not None or not one.interval.says_nothing:
            groups.setdefault(one.key, []).append(one)
    found: dict[str, Relation] = {}
    for key, group in groups.items():
        if len(group) > 1:
            single = vocabulary.properties[key[1]].single_valued
            sets = together(group)
            for contemporary in sets:
                relations = fresh(_within(contemporary, identities, single=single), sets, contemporary)
                found |= {relation.relation_id: relation for relation in relations}
    found |= {relation.relation_id: relation for relation in _between(groups, vocabulary, identities)}
    return found


def _within(group: list[Statement], identities: Identities, *, single: bool) -> Iterator[Relation]:
    affirmed, denied = _by_polarity(group)
    contents, denials = _same(affirmed), _same(denied)
    yield from _strength(*contents, *denials)
    for deniers, clashing in _denials(affirmed, denied):
        yield disagreement("polarity", [clashing, deniers], roles=("affirms", "denies"))
    if group[0].content is None and single:
        yield from _measured(affirmed)
        yield from _agreement(*denials)
        return
    if group[0].content is not None and single and len(contents) > 1:
        assuming = _all_maybe_same([same[0].content or "" for same in contents], identities)
        yield disagreement("value", contents, assuming=assuming, exclude=partial(_differ, identities))
    yield from _agreement(*contents, *denials)


def fresh(relations: Iterable[Relation], sets: list[list[Statement]], contemporary: list[Statement]) -> Iterator[Relation]:
    """Relations that one of several sets of claims adds: what is among claims without a time is told by the set of these."""
    timed = len(sets) > 1 and any(one.time is not None for one in contemporary)
    for relation in relations:
        if not timed or any(one.time is not None for one in relation.statements):
            yield relation


def _by_polarity(group: Iterable[Statement]) -> Sides:
    sides: Sides = [], []
    for one in group:
        sides[not one.affirmed].append(one)
    return sides


def _same(statements: Iterable[Statement]) -> list[list[Statement]]:
    """Statements by their value."""
    found: dict[object, list[Statement]] = {}
    for one in statements:
        found.setdefault((one.content, one.interval), []).append(one)
    return list(found.values())


def _all_maybe_same(contents: list[str], identities: Identities) -> tuple[tuple[str, str], ...]:
    """The pairs of these entities, if all of them may be the same."""
    if any(len(identities.others.get(content, ())) < len(contents) - 1 for content in contents):
        return ()
    pairs = tuple(combinations(contents, 2))
    return pairs if all(identities.maybe_same(*pair) for pair in pairs) else ()


def _measured(affirmed: list[Statement]) -> Iterator[Relation]:
    camps = _camps(affirmed)
    if len(camps) > 1:
        clashing = _outside(affirmed, affirmed)
        yield disagreement("date" if clashing[0].dimension is None else "value", _camps(clashing), exclude=_some_apart)
    for camp in camps:
        yield from _agreeing(camp)


def _camps(statements: Iterable[Statement]) -> list[list[Statement]]:
    """The fewest sets of statements that each have a number in common, lowest first: greedy, by upper end."""
    camps: list[list[Statement]] = []
    stab = None
    for one in sorted(statements, key=lambda one: (one.interval.high, one.interval.low)):
        if stab is None or one.interval.low > stab:
            camps.append([])
            stab = one.interval.high
        camps[-1].append(one)
    return camps


def _outside(statements: Sequence[Statement], others: Sequence[Statement]) -> list[Statement]:
    """The statements whose value some other excludes."""
    lowest_high = min(other.interval.high for other in others)
    highest_low = max(other.interval.low for other in others)
    contents = {other.content for other in others}
    return [
        one
        for one in statements
        if one.interval.low > lowest_high or one.interval.high < highest_low or len(contents) > (one.content in contents)
    ]


def _agreeing(camp: list[Statement]) -> Iterator[Relation]:
    """Statements that have a number in common: the narrowest refine those around them, the others agree."""
    narrowest = min(camp, key=_width).interval
    sides: Sides = [], []
    for one in camp:
        sides[one.interval != narrowest and one.interval.holds(narrowest)].append(one)
    rest, wider = sides
    if wider:
        narrow = [one for one in rest if one.interval == narrowest]
        yield Relation("refines", "narrower", (_side("narrower", narrow), _side("wider", wider)))
    yield from _agreement(rest, wider)


def _width(one: Statement) -> tuple[object, int]:
    low, high = one.interval
    return high[0] - low[0], high[1] - low[1]


def _denials(affirmed: list[Statement], denied: list[Statement]) -> Iterator[Sides]:
    """Who denies a value, and who affirms it or something that lies within it."""
    if not affirmed or not denied:
        return
    by_low = sorted(affirmed, key=lambda one: (one.content or "", one.interval.low))
    lows = [(one.content or "", one.interval.low) for one in by_low]
    for deniers in _same(denied):
        content, interval = deniers[0].content or "", deniers[0].interval
        near = by_low[bisect_left(lows, (content, interval.low)) : bisect_right(lows, (content, interval.high))]
        if within := [one for one in near if one.interval.high <= interval.high]:
            yield deniers, within


def _agreement(*sets: list[Statement]) -> Iterator[Relation]:
    for same in sets:
        if len(same) > 1:
            yield Relation("corroborates", "agreement", (_side("agrees", same),))


def _strength(*sets: list[Statement]) -> Iterator[Relation]:
    """The very same, asserted by some and kept at a distance by others."""
    for same in sets:
        firm = [one for one in same if one.modality == "asserted"]
        doubtful = [one for one in same if one.modality in DOUBTFUL]
        if firm and doubtful:
            yield Relation("in_tension", "strength", (_side("asserts", firm), _side("doubts", doubtful)))


def disagreement(
    rule: str,
    sides: Sequence[Sequence[Statement]],
    *,
    roles: Sequence[str] = (),
    assuming: tuple[tuple[str, str], ...] = (),
    exclude: Callable[[list[Statement]], bool] = bool,
) -> Relation:
    """A contradiction where two sides commit to what they say under the same condition, assuming nothing; otherwise a tension.

    ``exclude`` tells whether some of these committed statements exclude one another, where being on two sides does not settle it.
    """
    names = roles or [f"side_{number}" for number in range(1, len(sides) + 1)]
    committed: dict[str | None, dict[int, list[Statement]]] = {}
    for number, side in enumerate(sides):
        for one in side:
            if one.is_committed:
                committed.setdefault(one.condition, {}).setdefault(number, []).append(one)
    clashing = any(len(taken) > 1 and exclude([one for side in taken.values() for one in side]) for taken in committed.values())
    kind: RelationKind = "contradicts" if clashing and not assuming else "in_tension"
    return Relation(kind, rule, tuple(map(_side, names, sides)), assuming)


def _some_apart(statements: list[Statement]) -> bool:
    return max(one.interval.low for one in statements) > min(one.interval.high for one in statements)


def _differ(identities: Identities, statements: list[Statement]) -> bool:
    """Whether some two values are different things for certain."""
    return not _all_maybe_same(list(dict.fromkeys(one.content or "" for one in statements)), identities)


def _side(role: str, statements: Iterable[Statement]) -> Side:
    return Side(role, tuple(sorted(statements, key=lambda one: claim_order(one.claim_id))))


def _between(groups: Groups, vocabulary: Vocabulary, identities: Identities) -> Iterator[Relation]:
    """Disagreements that are there only if two subjects are the same: tensions all."""
    keys: dict[str, list[Key]] = {}
    for key in groups:
        keys.setdefault(key[0], []).append(key)
    for pair in identities.pairs:
        one, other = sorted(pair)
        for key in min((keys.get(one, ()), keys.get(other, ())), key=len):
            ours, theirs = groups.get((one, *key[1:])), groups.get((other, *key[1:]))
            if ours is not None and theirs is not None:
                single = vocabulary.properties[key[1]].single_valued
                sets = together([*ours, *theirs])
                for contemporary in sets:
                    apart = _apart(contemporary, one, single=single)
                    relations = (disagreement("maybe_same", sides, roles=roles, assuming=((one, other),)) for sides, roles in apart)
                    yield from fresh(relations, sets, contemporary)


def _apart(contemporary: list[Statement], subject: str, *, single: bool) -> Iterator[tuple[Sides, tuple[str, ...]]]:
    """Those of each subject that the other's excludes: other values of a single-valued property, or the same affirmed and denied."""
    ours, our_denials = _by_polarity(one for one in contemporary if one.subject == subject)
    theirs, their_denials = _by_polarity(one for one in contemporary if one.subject != subject)
    if single and ours and theirs:
        sides = _outside(ours, theirs), _outside(theirs, ours)
        if all(sides):
            yield sides, ()
    for affirmed, denied in ((ours, their_denials), (theirs, our_denials)):
        for deniers, clashing in _denials(affirmed, denied):
            yield (clashing, deniers), ("affirms", "denies")
