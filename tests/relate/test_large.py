"""iddia.relate.large finds what iddia.relate.pairs finds."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iddia.model.registry import DefinedProperty, DefinedUnit, RegisteredEntity
from iddia.project.vocabulary import Vocabulary
from iddia.relate.large import COLUMNS, MEMBERS, RELATIONS, large_pair_relations
from iddia.relate.pairs import pair_relations
from iddia.relate.relation import Relation
from iddia.relate.statements import statement

law = settings(deadline=None, max_examples=150)

WORDS = {"en": "words", "tr": "sözler"}
MONEY = {"value_kind": "quantity", "dimension": "money"}
COUNT = {"value_kind": "quantity", "dimension": "count"}
PROPERTIES: dict[str, dict[str, Any]] = {
    "cost": {**MONEY, "single_valued": True},
    "price": {**MONEY, "single_valued": False},
    "size": {**COUNT, "single_valued": True},
    "maker": {"value_kind": "entity", "range": ("any",), "single_valued": True},
    "part": {"value_kind": "entity", "range": ("any",), "single_valued": False},
    "day": {"value_kind": "date", "single_valued": True},
    "open": {"value_kind": "boolean", "single_valued": True},
    "motto": {"value_kind": "text", "single_valued": False},
}
UNITS = {"usd": ("money", 1), "cent": ("money", Decimal("0.01")), "gpu": ("count", 1), "expert": ("count", 1)}
MAYBE_SAME = {"a": ["b"], "b": ["c"], "x": ["y"]}
"""d, e and z are only themselves."""


def entity(others: Iterable[str] = ()) -> RegisteredEntity:
    identities = [{"entity": other, "reason": WORDS} for other in others]
    return RegisteredEntity.model_validate({"type": "model", "label": WORDS, "description": WORDS, "maybe_same_as": identities})


VOCABULARY = Vocabulary(
    entities={name: entity(MAYBE_SAME.get(name, ())) for name in "abcdexyz"},
    properties={
        name: DefinedProperty.model_validate({"label": WORDS, "definition": WORDS, "domain": ("any",), **kind})
        for name, kind in PROPERTIES.items()
    },
    units={
        name: DefinedUnit.model_validate({"label": WORDS, "dimension": dimension, "factor": factor})
        for name, (dimension, factor) in UNITS.items()
    },
)

NUMBER_COLUMNS = ("number", "number_min", "number_max")
NUMBERS = st.one_of(st.none(), st.sampled_from([Decimal(text) for text in ("-5", "0", "3", "5", "5.5", "6", "500", "550", "1200000")]))
DATES = st.sampled_from(["2024", "2025-01", "2025-01-20", "2025-01-21", "2025-01~", "XXXX-01", "0000", "2025-01/2025-02", "2024/.."])
APPROXIMATIONS = st.sampled_from([None, "exact", "about", "at_least", "more_than", "at_most", "less_than", "order_of_magnitude"])
VALUES: dict[str, dict[str, st.SearchStrategy[Any]]] = {
    "quantity": {"number": NUMBERS, "number_min": NUMBERS, "number_max": NUMBERS, "approximation": APPROXIMATIONS},
    "entity": {"value_entity": st.sampled_from("xyz")},
    "date": {"value_date": DATES},
    "boolean": {"value_boolean": st.booleans()},
    "text": {"value_text": st.sampled_from(["Open to all", "open to all", "closed"])},
}
MANNER = {
    "compared_to": st.sampled_from([None, None, "e"]),
    "per": st.sampled_from([None, None, "usd"]),
    "time": st.one_of(st.none(), st.none(), DATES),
    "condition": st.sampled_from([None, None, "if it rains"]),
    "polarity": st.sampled_from(["affirmed", "affirmed", "negated"]),
    "modality": st.sampled_from(["asserted", "asserted", "reported", "alleged", "possible", "opinion"]),
}


Row = dict[str, Any]
Found = set[tuple[str, str, str, frozenset[tuple[str, str]]]]


@st.composite
def contents(draw: st.DrawFn) -> Row:
    """A claim without its id."""
    name = draw(st.sampled_from([*PROPERTIES]))
    kind, dimension = PROPERTIES[name]["value_kind"], PROPERTIES[name].get("dimension")
    units = [unit for unit, (measured, _) in UNITS.items() if measured == dimension]
    said = {key: draw(value) for key, value in (VALUES[kind] | MANNER).items()}
    about = {"subject": draw(st.sampled_from("abcdd")), "property": name, "value_kind": kind}
    return {**dict.fromkeys(COLUMNS), **said, **about, "unit": draw(st.sampled_from(units)) if units else None}


@st.composite
def ledgers(draw: st.DrawFn) -> list[Row]:
    """Claims of which some say the same about one thing, some something else, in any order."""
    rows: list[Row] = []
    for content in draw(st.lists(contents(), max_size=6)):
        for _ in range(draw(st.integers(1, 3))):
            manner = draw(st.sampled_from([{}, {}, {"modality": draw(MANNER["modality"])}, {"polarity": draw(MANNER["polarity"])}]))
            source = draw(st.sampled_from(["one", "one-two", "two"]))
            rows.append({**content, **manner, "claim_id": f"{source}.{len(rows) * 7 + 3:02}", "source_id": source})
    return draw(st.permutations(rows))


def framed(rows: list[Row], numbers: type[pl.DataType] | pl.DataType = pl.Float64, words: type[pl.DataType] = pl.String) -> pl.DataFrame:
    schema = dict.fromkeys(COLUMNS, pl.String) | {"value_boolean": pl.Boolean} | dict.fromkeys(NUMBER_COLUMNS, pl.Decimal(38, 6))
    closed = ["property", "value_kind", "unit", "approximation", "polarity", "modality", "subject", "value_entity", "per"]
    return pl.DataFrame(rows, schema, orient="row").cast({**dict.fromkeys(NUMBER_COLUMNS, numbers), **dict.fromkeys(closed, words)})


def found(claims: pl.DataFrame) -> Found:
    relations, members = large_pair_relations(claims, VOCABULARY)
    assert relations.schema == pl.Schema(RELATIONS)
    assert members.schema == pl.Schema(MEMBERS)
    assert relations["relation_id"].is_unique().all()
    sides: dict[str, set[tuple[str, str]]] = {}
    for relation_id, claim_id, role in members.iter_rows():
        sides.setdefault(relation_id, set()).add((claim_id, role))
    assert len(members) == sum(map(len, sides.values()))
    return {(relation_id, kind, rule, frozenset(sides.pop(relation_id))) for relation_id, kind, rule in relations.iter_rows()}


def expected(rows: list[Row]) -> Found:
    related = pair_relations([statement(row, VOCABULARY) for row in rows], VOCABULARY)
    return {(one.relation_id, one.kind, one.rule, _members(one)) for one in related}


def _members(relation: Relation) -> frozenset[tuple[str, str]]:
    return frozenset((one.claim_id, side.role) for side in relation.sides for one in side.statements)


@law
@given(ledgers())
def test_it_finds_what_the_pair_rules_find(rows: list[Row]) -> None:
    assert found(framed(rows)) == expected(rows)


@settings(deadline=None, max_examples=40)
@given(ledgers(), st.sampled_from([pl.Float64, pl.Decimal(38, 6)]), st.sampled_from([pl.Categorical, pl.String]), st.randoms())
def test_types_and_the_order_of_rows_and_columns_change_nothing(rows: list[Row], numbers: Any, words: Any, random: Any) -> None:
    claims = framed(rows, numbers, words)
    shuffled = claims.sample(fraction=1, shuffle=True, seed=random.randrange(1000)).select(random.sample(COLUMNS, len(COLUMNS)))
    assert found(shuffled) == found(framed(rows))


def test_no_claims_have_no_relations() -> None:
    assert found(framed([])) == set()


ALIKE = {
    "subject": "d",
    "property": "cost",
    "value_kind": "quantity",
    "number": 5.0,
    "unit": "usd",
    "polarity": "affirmed",
    "modality": "asserted",
}


def test_columns_that_may_be_null_may_be_missing_or_empty() -> None:
    rows = [{"claim_id": f"one.0{place}", **ALIKE} for place in (1, 2)]
    bare = pl.DataFrame(rows)
    empty = bare.with_columns(pl.lit(None).alias(name) for name in COLUMNS if name not in bare.columns)
    nan = bare.with_columns(number_min=pl.lit(float("nan")))
    assert found(bare) == found(empty) == found(nan) == expected([dict.fromkeys(COLUMNS) | row | {"number": Decimal(5)} for row in rows])


def claimed(*said: Row) -> list[Row]:
    return [{**dict.fromkeys(COLUMNS), **ALIKE, "number": Decimal(5), **one, "claim_id": f"one.{at:02}"} for at, one in enumerate(said)]


@pytest.mark.parametrize(
    "said",
    [
        {"approximation": "order_of_magnitude", "number": Decimal(0)},
        {"approximation": "order_of_magnitude", "number_min": Decimal(5), "number_max": Decimal(5)},
        {"number_min": Decimal(6), "number_max": Decimal(3)},
        {"approximation": "at_least", "number": None, "number_max": Decimal(3)},
        {"property": "day", "value_kind": "date", "value_date": "0000"},
        {"property": "day", "value_kind": "date", "value_date": "XXXX-04"},
        {"property": "maker", "value_kind": "entity", "value_entity": None},
        {"property": "maker", "value_kind": "entity", "value_entity": "x", "time": "2025"},
    ],
)
def test_saying_the_same_again_is_agreement_only_where_it_can_be_so(said: Row) -> None:
    assert found(framed(claimed(said, said))) == expected(claimed(said, said))


def test_times_of_other_values_choose_which_claims_meet() -> None:
    times = [("x", "2025-01/2025-10"), ("x", "2025-01/2025-10"), ("x", "2025-01/2025-03"), ("y", "2025-05")]
    rows = claimed(*({"property": "part", "value_kind": "entity", "value_entity": value, "time": time} for value, time in times))
    assert found(framed(rows)) == expected(rows)


def test_other_values_of_a_property_that_may_have_many_need_no_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("iddia.relate.large.statement")
    values = ["x", "y", "x", "z"]
    rows = claimed(*({"property": "part", "value_kind": "entity", "value_entity": value} for value in values))
    assert found(framed(rows)) == expected(rows)


def test_a_vocabulary_in_which_nothing_may_be_another_will_do() -> None:
    rows = claimed({}, {}, {"subject": "e"}, {"subject": "e", "number": Decimal(9)})
    relations, _ = large_pair_relations(framed(rows), replace(VOCABULARY, entities={}))
    assert set(relations["relation_id"]) == {relation_id for relation_id, *_ in expected(rows)}


def test_batches_divide_no_group(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("iddia.relate.large.BATCH", 2)
    rows = [
        {**dict.fromkeys(COLUMNS), **ALIKE, "claim_id": f"one.{place:02}", "subject": subject, "number": Decimal(number)}
        for place, (number, subject) in enumerate((number, subject) for number in (1, 2, 300, 300) for subject in "abcde")
    ]
    assert found(framed(rows)) == expected(rows)


@pytest.mark.parametrize("claim_id", ["one", "one.two", "one."])
def test_a_claim_id_without_its_number_is_refused(claim_id: str) -> None:
    with pytest.raises((ValueError, pl.exceptions.InvalidOperationError)):
        large_pair_relations(pl.DataFrame([{"claim_id": one, **ALIKE} for one in ("one.01", claim_id)]), VOCABULARY)
