"""Which part of the version a change raises: each rule by an example, and laws over all differences."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iddia.diff.compare import difference
from iddia.diff.records import Difference, Package, Table
from iddia.release.levels import Ground, grounds, level_of, next_version
from iddia.release.rules import LEVELS, RULES
from iddia.release.versionspage import versions_page

Edit = Callable[[dict[str, Any]], None]
law = settings(deadline=None, max_examples=150)

BASE: Mapping[str, Any] = {
    "claims": {
        "columns": {
            "claim_id": {"type": '"string"'},
            "unit": {"type": '"string"'},
            "modality": {"type": '"string"', "constraints.enum": '["asserted", "rumoured"]', "constraints.required": "true"},
            "label_en": {"type": '"string"'},
        },
        "key": ("claim_id",),
        "rows": [
            {"claim_id": "a.01", "unit": "usd", "modality": "asserted", "label_en": "one"},
            {"claim_id": "a.02", "unit": "", "modality": "rumoured", "label_en": "two"},
        ],
    },
    "units": {
        "columns": {"unit_id": {"type": '"string"'}, "factor": {"type": '"number"'}, "label_en": {"type": '"string"'}},
        "key": ("unit_id",),
        "rows": [{"unit_id": "usd", "factor": "1", "label_en": "dollar"}],
    },
    "evidence": {
        "columns": {"claim_id": {}, "start": {}, "quote": {}},
        "key": ("claim_id", "start"),
        "rows": [{"claim_id": "a.01", "start": "0", "quote": "bir"}],
    },
    "names": {"columns": {"name": {}}, "key": ("name",), "rows": [{"name": "Fener"}]},
    "relations": {"columns": {"relation_id": {}}, "key": ("relation_id",), "rows": [{"relation_id": "r-1"}]},
}


def package(edit: Edit = lambda _: None) -> Package:
    tables = {
        name: {
            **table,
            "columns": {column: dict(attributes) for column, attributes in table["columns"].items()},
            "rows": [*map(dict, table["rows"])],
        }
        for name, table in BASE.items()
    }
    edit(tables)
    return Package({name: Table(name, t["columns"], t["key"], tuple(t["rows"]), t.get("settings", {})) for name, t in tables.items()})


def found(edit: Edit) -> list[Ground]:
    return grounds(difference(package(), package(edit)))


def drop(table: str, column: str) -> Edit:
    def edit(tables: dict[str, Any]) -> None:
        del tables[table]["columns"][column]
        for row in tables[table]["rows"]:
            del row[column]

    return edit


def add(table: str, **row: str) -> Edit:
    return lambda tables: tables[table]["rows"].append(dict(row))


def cell(table: str, at: int, column: str, value: str) -> Edit:
    return lambda tables: tables[table]["rows"][at].__setitem__(column, value)


def attribute(table: str, column: str, name: str, value: str | None) -> Edit:
    def edit(tables: dict[str, Any]) -> None:
        attributes = tables[table]["columns"][column]
        attributes.pop(name, None)
        if value is not None:
            attributes[name] = value

    return edit


def setting(table: str, name: str, value: str) -> Edit:
    return lambda tables: tables[table].__setitem__("settings", {name: value})


def new_column(tables: dict[str, Any]) -> None:
    tables["names"]["columns"]["language"] = {"type": '"string"'}
    for row in tables["names"]["rows"]:
        row["language"] = ""


EXAMPLES: list[tuple[str, Edit]] = [
    ("table-removed", lambda tables: tables.pop("names")),
    ("column-removed", drop("claims", "label_en")),
    ("type-changed", attribute("units", "factor", "type", '"string"')),
    ("type-changed", attribute("units", "factor", "format", '"any"')),
    ("type-changed", attribute("units", "factor", "semantics", '"edtf"')),
    ("constraint-changed", attribute("claims", "modality", "constraints.required", None)),
    ("constraint-changed", attribute("claims", "modality", "constraints.enum", '["asserted"]')),
    ("constraint-changed", attribute("claims", "modality", "constraints.enum", '["asserted", "alleged", "opinion"]')),
    ("constraint-changed", attribute("claims", "modality", "constraints.enum", None)),
    ("constraint-changed", attribute("claims", "unit", "constraints.enum", '["usd"]')),
    ("constraint-changed", attribute("claims", "unit", "constraints.pattern", '"x"')),
    ("list-widened", attribute("claims", "modality", "constraints.enum", '["rumoured", "asserted", "alleged"]')),
    ("key-changed", setting("names", "missingValues", '["-"]')),
    ("column-added", setting("names", "foreignKeys", '[{"fields": ["name"]}]')),
    ("column-added", new_column),
    ("id-gone", lambda tables: tables["claims"]["rows"].pop()),
    ("unit-redefined", cell("units", 0, "factor", "1000")),
    ("unit-changed", cell("claims", 0, "unit", "lira")),
    ("unit-changed", cell("claims", 0, "unit", "")),
    ("table-added", lambda tables: tables.__setitem__("figures", tables["names"])),
    ("row-added", add("claims", claim_id="a.03", unit="", modality="asserted", label_en="three")),
    ("row-added", add("names", name="Deniz")),
    ("corrected", cell("claims", 1, "label_en", "zwei")),
    ("unit-relabelled", cell("units", 0, "label_en", "US dollar")),
    ("corrected", cell("units", 0, "factor", "1.0")),
    ("part-changed", add("evidence", claim_id="a.01", start="9", quote="iki")),
    ("part-changed", lambda tables: tables["evidence"]["rows"].pop()),
    ("part-changed", lambda tables: tables["names"]["rows"].pop()),
    ("recomputed", add("relations", relation_id="r-2")),
    ("recomputed", lambda tables: tables["relations"]["rows"].pop()),
]


@pytest.mark.parametrize(("rule", "edit"), EXAMPLES)
def test_a_change_falls_under_its_rule_and_no_other(rule: str, edit: Edit) -> None:
    assert [ground.rule.name for ground in found(edit)] == [rule]


def test_every_rule_that_a_difference_can_fall_under_has_an_example() -> None:
    assert {rule for rule, _ in EXAMPLES} == RULES.keys() - {"words", "packaging"}  # there the tables do not differ


def test_a_primary_key_that_changed_is_major_however_the_rows_are_matched() -> None:
    assert "key-changed" in {ground.rule.name for ground in found(lambda tables: tables["evidence"].__setitem__("key", ("claim_id",)))}


def test_one_row_can_fall_under_two_rules() -> None:
    def edit(tables: dict[str, Any]) -> None:
        tables["claims"]["rows"][0] |= {"unit": "lira", "label_en": "eins"}

    assert [(ground.rule.name, ground.what) for ground in found(edit)] == [("unit-changed", ("a.01",)), ("corrected", ("a.01",))]


edits = st.lists(st.sampled_from([edit for _, edit in EXAMPLES]), max_size=4)


def is_whole(tables: dict[str, Any]) -> bool:
    """Whether the tables have all columns that an edit may ask for."""
    return all(set(BASE[name]["columns"]) <= set(tables[name]["columns"]) for name in BASE)


def both(chosen: list[Edit]) -> Difference:
    def edit(tables: dict[str, Any]) -> None:
        for one in chosen:
            if all(name in tables and len(tables[name]["rows"]) >= len(BASE[name]["rows"]) for name in BASE) and is_whole(tables):
                one(tables)

    return difference(package(), package(edit))


@law
@given(chosen=edits)
def test_there_is_a_level_exactly_where_something_differs(chosen: list[Edit]) -> None:
    told = both(chosen)
    assert (level_of(grounds(told)) is None) == (not told.tables)
    assert {ground.table for ground in grounds(told)} == {table.name for table in told.tables}


@law
@given(version=st.tuples(*[st.integers(0, 99)] * 3), level=st.sampled_from(LEVELS))
def test_the_next_version_is_greater_and_resets_what_is_right_of_it(version: tuple[int, int, int], level: Any) -> None:
    after = tuple(map(int, next_version(".".join(map(str, version)), level).split(".")))
    raised = LEVELS.index(level)
    assert after > version
    assert after == (*version[:raised], version[raised] + 1, *[0] * (2 - raised))


def test_the_page_lists_every_rule_in_both_languages() -> None:
    page = versions_page()
    for rule in RULES.values():
        for side in (0, 1):
            assert f"| {rule.level.upper()} | {rule.what[side]} | {rule.example[side]} |" in page
