"""Laws of comparing claims: what follows for any ledger, checked against sets and corners counted out by hand."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations, product
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from iddia.relate.relation import Relation
from iddia.relate.statements import Statement

law = settings(deadline=None, max_examples=80)
Maker = Callable[[Mapping[str, Any]], Any]
Claim = dict[str, Any]
Range = tuple[int, float]
ENDLESS = float("inf")

modalities = st.sampled_from(["asserted", "asserted", "reported", "opinion", "possible"])
conditions = st.sampled_from([None, None, "at night"])
amounts = st.one_of(
    st.builds(lambda number: {"number": number}, st.integers(1, 30)),
    st.builds(lambda number: {"number": number, "approximation": "about"}, st.integers(1, 30)),
    st.builds(
        lambda number, how: {"number": number, "approximation": how},
        st.integers(1, 30),
        st.sampled_from(["at_least", "more_than", "at_most", "less_than"]),
    ),
    st.tuples(st.integers(1, 30), st.integers(0, 9)).map(lambda pair: {"min": pair[0], "max": sum(pair)}),
)
chip_claims = st.builds(
    lambda amount, modality, condition: {**amount, "modality": modality, "condition": condition}, amounts, modalities, conditions
)
CHIPS = {"property": "chips", "unit": "chip"}


def numbered(claims: Iterable[Claim]) -> dict[str, Claim]:
    return {f"a.{number}": claim for number, claim in enumerate(claims, 1)}


def disagreements(made: Maker, claims: Mapping[str, Claim]) -> list[Relation]:
    related = made({"default": CHIPS, "claims": claims}).related
    return [relation for relation in related.relations if relation.rule == "value"]


def ids(statements: Iterable[Statement]) -> set[str]:
    return {one.claim_id for one in statements}


def meet(statements: Sequence[Statement]) -> bool:
    return max(one.interval.low for one in statements) <= min(one.interval.high for one in statements)


@law
@given(claims=st.lists(chip_claims, min_size=2, max_size=6).map(numbered))
def test_a_disagreement_is_of_all_that_exclude_somebody_on_as_few_sides_as_can_be(claims: dict[str, Claim], made: Maker) -> None:
    statements = made({"default": CHIPS, "claims": claims}).statements
    apart = [(one, other) for one, other in combinations(statements, 2) if one.interval.apart(other.interval)]
    found = disagreements(made, claims)
    assert len(found) == bool(apart)
    for relation in found:
        assert ids(relation.statements) == ids(one for pair in apart for one in pair)
        assert len(relation.statements) == len(ids(relation.statements))
        assert all(meet(side.statements) for side in relation.sides)
        strangers = (chosen for size in range(len(statements), 0, -1) for chosen in combinations(statements, size) if _all_apart(chosen))
        assert len(relation.sides) == len(next(strangers))
        sure = any(one.is_committed and other.is_committed and one.condition == other.condition for one, other in apart)
        assert relation.kind == ("contradicts" if sure else "in_tension")
        ends = [min(one.interval.high for one in side.statements) for side in relation.sides]
        assert ends == sorted(ends)


def _all_apart(statements: Sequence[Statement]) -> bool:
    return all(one.interval.apart(other.interval) for one, other in combinations(statements, 2))


@law
@given(claims=st.lists(chip_claims, min_size=3, max_size=6).map(numbered), gone=st.integers(0, 5))
def test_taking_a_claim_away_sets_nobody_else_at_odds_and_sharpens_nothing(claims: dict[str, Claim], gone: int, made: Maker) -> None:
    left = {claim_id: claim for at, (claim_id, claim) in enumerate(claims.items()) if at != gone % len(claims)}
    before, after = disagreements(made, claims), disagreements(made, left)
    assert {one for relation in after for one in relation.claim_ids} <= {one for relation in before for one in relation.claim_ids}
    assert {relation.kind for relation in after} - {relation.kind for relation in before} <= {"in_tension"}


def _wider(claim: Claim) -> Claim:
    if "min" in claim:
        return {**claim, "max": claim["max"] + 5}
    wider = {None: "about", "about": "order_of_magnitude", "more_than": "at_least", "less_than": "at_most"}
    how = wider.get(claim.get("approximation"), claim.get("approximation"))
    if how == "order_of_magnitude":  # five times as wide, whatever the words
        return {**{key: value for key, value in claim.items() if key not in ("number", "approximation")}, "min": 0, "max": 99}
    return {**claim, "approximation": how}


@law
@given(claims=st.lists(chip_claims, min_size=2, max_size=6).map(numbered), at=st.integers(0, 5))
def test_widening_a_value_sets_nobody_at_odds(claims: dict[str, Claim], at: int, made: Maker) -> None:
    changed = list(claims)[at % len(claims)]
    before, after = disagreements(made, claims), disagreements(made, {**claims, changed: _wider(claims[changed])})
    assert {one for relation in after for one in relation.claim_ids} <= {one for relation in before for one in relation.claim_ids}


def _scaled(claim: Claim, power: int) -> Claim:
    scale = Decimal(10) ** power
    return {key: value / scale if key in ("number", "min", "max") else value for key, value in claim.items()}


@law
@given(
    claims=st.lists(amounts, min_size=2, max_size=5),
    powers=st.lists(st.integers(-3, 6), min_size=5, max_size=5),
    kind=st.sampled_from(["cost", "share"]),
)
def test_the_power_of_ten_of_a_unit_changes_no_verdict(claims: list[Claim], powers: list[int], kind: str, made: Maker) -> None:
    dimension, base = {"cost": ("money", "usd"), "share": ("ratio", "times")}[kind]
    units = {f"unit_{power}": {"dimension": dimension, "factor": str(Decimal(10) ** power)} for power in powers}
    rescaled = [{**_scaled(claim, power), "unit": f"unit_{power}"} for claim, power in zip(claims, powers, strict=False)]
    plain = made({"units": units, "default": {"property": kind, "unit": base}, "claims": numbered(claims)}).related.relations
    other = made({"units": units, "default": {"property": kind}, "claims": numbered(rescaled)}).related.relations
    assert [_content(relation) for relation in plain] == [_content(relation) for relation in other]


def _content(relation: Relation) -> tuple[Any, ...]:
    return relation.relation_id, relation.kind, [(side.role, sorted(ids(side.statements))) for side in relation.sides], relation.assuming


anything = st.builds(
    lambda value, subject, polarity, modality, time: {
        **value,
        "subject": subject,
        "polarity": polarity,
        "modality": modality,
        "time": time,
    },
    st.one_of(
        amounts.map(lambda amount: {**CHIPS, **amount}),
        st.sampled_from(["2025", "2025-05", "2025-05~", "2024", "2025-06/.."]).map(lambda day: {"property": "release_date", "date": day}),
        st.sampled_from(["mum", "fener", "daily"]).map(lambda entity: {"property": "owner", "entity": entity}),
        st.just({"property": "released"}),
    ),
    st.sampled_from(["kandil-1", "kandil-1", "kandil-2"]),
    st.sampled_from(["affirmed", "affirmed", "negated"]),
    st.sampled_from(["asserted", "rumoured", "opinion"]),
    st.sampled_from([None, None, "2024", "2025", "2025-08", "2024/2025"]),
)
MAYBE = {"kandil-1": {"maybe_same_as": ["kandil-2"]}, "mum": {"maybe_same_as": ["fener"]}}
SIDES = {
    "either": {
        "for": {"x": "a", "y": "b"},
        "at_most_one": {"owned": ["owner(x, y)"], "many": ["chips(x) > 5 chip"], "gone": ["not released(x)"]},
    }
}


@law
@given(claims=st.lists(anything, min_size=2, max_size=8).map(numbered), order=st.randoms(use_true_random=False))
def test_the_order_of_claims_changes_nothing(claims: dict[str, Claim], order: Any, made: Maker) -> None:
    shuffled = list(claims)
    order.shuffle(shuffled)
    ledger = {"entities": MAYBE, "constraints": SIDES}
    plain = made({**ledger, "claims": claims}).related.relations
    assert plain == made({**ledger, "claims": {claim_id: claims[claim_id] for claim_id in shuffled}}).related.relations


@law
@given(claims=st.lists(anything, min_size=2, max_size=12).map(numbered))
def test_no_claim_stands_twice_in_a_relation_and_each_side_is_in_the_order_of_ids_and_none_is_of_another_time(
    claims: dict[str, Claim], made: Maker
) -> None:
    ledger = made({"entities": MAYBE, "claims": claims})
    for relation in ledger.related.relations:
        assert len(relation.claim_ids) == len(set(relation.claim_ids))
        years = [set(one.time.replace("-08", "").split("/")) for one in relation.statements if one.time is not None]
        assert not years or set.intersection(*years)
        assert all(side.statements for side in relation.sides)
        places = [[int(one.claim_id[2:]) for one in side.statements] for side in relation.sides]
        assert places == [sorted(side) for side in places]
        assert bool(relation.assuming) <= (relation.kind == "in_tension")


# Constraints: a formula over three quantities, each a range. Over independent ranges a sum is least, and greatest, at a corner.

QUANTITIES = ("busy_chips", "idle_chips", "chips")
ranges = st.tuples(st.integers(0, 20), st.one_of(st.integers(0, 6), st.just(ENDLESS))).map(lambda pair: (pair[0], pair[0] + pair[1]))
given_ranges = st.lists(st.tuples(st.sampled_from(QUANTITIES), ranges), min_size=2, max_size=6, unique=True)
UNKNOWN: Range = (0, ENDLESS)


def claim_of(name: str, allowed: Range) -> Claim:
    bounds = {"min": allowed[0]} if allowed[1] == ENDLESS else {"min": allowed[0], "max": int(allowed[1])}
    return {"property": name, "unit": "chip", **bounds}


def smallest(sets: Iterable[frozenset[str]]) -> set[frozenset[str]]:
    every = set(sets)
    return {one for one in every if not any(other < one for other in every)}


def choices(given_claims: Mapping[str, tuple[str, Range]]) -> Iterator[dict[str, tuple[str, Range]]]:
    """Every set of claims with at most one for each quantity: claim and range by quantity."""
    by_name = {name: [None, *(claim for claim, (of, _) in given_claims.items() if of == name)] for name in QUANTITIES}
    for taken in product(*by_name.values()):
        yield {name: (claim, given_claims[claim][1]) for name, claim in zip(QUANTITIES, taken, strict=True) if claim is not None}


def ends(coefficient: int, allowed: Range) -> tuple[float, float]:
    low, high = (coefficient * end if coefficient else 0 for end in allowed)
    return min(low, high), max(low, high)


@settings(deadline=None, max_examples=40)
@given(
    claimed=given_ranges,
    coefficients=st.tuples(*[st.sampled_from([-3, -1, 1, 2])] * 3),
    constant=st.integers(0, 10),
    sign=st.sampled_from(["<=", ">=", "=", "<", ">"]),
)
def test_exactly_the_smallest_sets_that_no_corner_satisfies_are_reported(
    claimed: list[tuple[str, Range]], coefficients: tuple[int, ...], constant: int, sign: str, made: Maker
) -> None:
    def side(positive: bool) -> str:
        parts = [f"{abs(one)} * {name}(x)" for one, name in zip(coefficients, QUANTITIES, strict=True) if (one > 0) is positive]
        return " + ".join([*parts, *(["0 chip"] if not positive else [f"{constant} chip"])])

    def holds(taken: Mapping[str, tuple[str, Range]]) -> bool:
        corners = [ends(one, taken[name][1] if name in taken else UNKNOWN) for one, name in zip(coefficients, QUANTITIES, strict=True)]
        least, most = (constant + sum(corner[end] for corner in corners) for end in (0, 1))
        return {"<=": least <= 0, ">=": most >= 0, "=": least <= 0 <= most, "<": least < 0, ">": most > 0}[sign]

    assume(holds({}))
    given_claims = {f"a.{number}": claim for number, claim in enumerate(claimed, 1)}
    rule = {"rule": {"for": {"x": "a"}, "check": f"{side(positive=True)} {sign} {side(positive=False)}"}}
    claims = {claim_id: claim_of(name, allowed) for claim_id, (name, allowed) in given_claims.items()}
    related = made({"constraints": rule, "claims": claims}).related
    broken = smallest(frozenset(claim for claim, _ in taken.values()) for taken in choices(given_claims) if not holds(taken))
    applies = len({name for name, _ in claimed}) > 1
    assert {frozenset(one.claim_ids) for one in related.relations if one.rule == "rule"} == (broken if applies else set())


def test_a_rule_that_nothing_can_meet_says_nothing_of_claims(made: Maker) -> None:
    rule = {"rule": {"for": {"x": "a"}, "check": "busy_chips(x) + idle_chips(x) < 0 chip"}}
    claims = {"a.1": claim_of("busy_chips", (1, 2)), "a.2": claim_of("idle_chips", (3, 4))}
    related = made({"constraints": rule, "claims": claims}).related
    assert related.relations == ()
    assert related.impossible == (("rule",),)


@settings(deadline=None, max_examples=40)
@given(
    x=st.lists(ranges, max_size=2, unique=True),
    y=st.lists(ranges, max_size=2, unique=True),
    ratio=st.lists(
        st.tuples(st.integers(0, 3), st.integers(0, 2)).map(lambda pair: (pair[0], sum(pair))), min_size=1, max_size=2, unique=True
    ),
)
def test_exactly_the_smallest_sets_that_a_ratio_excludes_are_reported(
    x: list[Range], y: list[Range], ratio: list[Range], made: Maker
) -> None:
    rule = {"rule": {"for": {"x": "a", "y": "b"}, "check": "chips(x) = size_ratio(x, y) * chips(y)"}}
    claims = {f"x.{at}": claim_of("chips", allowed) for at, allowed in enumerate(x)}
    claims |= {f"y.{at}": {**claim_of("chips", allowed), "subject": "kandil-2"} for at, allowed in enumerate(y)}
    claims |= {
        f"r.{at}": {"property": "size_ratio", "min": low, "max": high, "unit": "times", "compared_to": "kandil-2"}
        for at, (low, high) in enumerate(ratio)
    }
    broken = []
    for at_x, at_y, at_ratio in product([None, *range(len(x))], [None, *range(len(y))], range(len(ratio))):
        whole, part = x[at_x] if at_x is not None else UNKNOWN, y[at_y] if at_y is not None else UNKNOWN
        low, high = ratio[at_ratio]
        most = high * part[1] if high else 0
        if not (low * part[0] <= whole[1] and whole[0] <= most):
            named = {"x": at_x, "y": at_y, "r": at_ratio}
            broken.append(frozenset(f"{name}.{at}" for name, at in named.items() if at is not None))
    related = made({"constraints": rule, "claims": claims}).related
    expected = smallest(broken) if x or y else set()
    assert {frozenset(one.claim_ids) for one in related.relations if one.rule == "rule"} == expected
