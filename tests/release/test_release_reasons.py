"""Which reason counts for what of a claim, and what is asked for: small packages, compared."""

from typing import Any

import pytest

from iddia.diff.compare import difference
from iddia.diff.records import Difference, Package, Table
from iddia.errors import Place
from iddia.model.release import Reasons
from iddia.release.levels import _DEFINITIONS, _UNIT_COLUMNS, COMPUTED, IDS, grounds
from iddia.release.reasons import changes_of, columns_of
from iddia.release.unexplained import idle, missing, reused
from iddia.yamlfile import YamlFile

CLAIMS = [
    {"claim_id": "a.01", "subject": "x", "property": "p", "statement_en": "One.", "unit": "usd", "per": "year", "number": "5"},
    {"claim_id": "a.02", "subject": "y", "property": "p", "statement_en": "Two.", "unit": "usd", "per": "", "number": "6"},
    {"claim_id": "b.01", "subject": "z", "property": "q", "statement_en": "Three.", "unit": "", "per": "", "number": ""},
]
UNITS = [
    {"unit_id": "usd", "dimension": "money", "factor": "1", "code": "USD", "label_en": "dollar", "label_tr": "dolar"},
    {"unit_id": "year", "dimension": "time", "factor": "31557600", "code": "a", "label_en": "year", "label_tr": "yıl"},
]
EVIDENCE = [
    {"claim_id": "a.01", "start": "0", "role": "content", "quote": "bir dolar"},
    {"claim_id": "a.02", "start": "20", "role": "content", "quote": "iki dolar"},
    {"claim_id": "b.01", "start": "0", "role": "content", "quote": "üçüncü"},
    {"claim_id": "b.01", "start": "30", "role": "context", "quote": "orada"},
]
KEYS = {"claims": ("claim_id",), "units": ("unit_id",), "evidence": ("claim_id", "start")}


def package(**tables: list[dict[str, str]]) -> Package:
    given = {"claims": CLAIMS, "units": UNITS, "evidence": EVIDENCE} | tables
    return Package({name: Table(name, {c: {"type": '"string"'} for c in rows[0]}, KEYS[name], tuple(rows)) for name, rows in given.items()})


def edited(rows: list[dict[str, str]], at: int, **cells: str) -> list[dict[str, str]]:
    return [{**row, **cells} if number == at else row for number, row in enumerate(rows)]


def from_base(**tables: list[dict[str, str]]) -> Difference:
    return difference(package(), package(**tables))


def asked(found: Difference, **reasons: dict[str, str]) -> list[str]:
    rows = changes_of(found, Reasons(**reasons), "2.0.0")
    return sorted((problem.mend[0] if problem.mend else "").partition("add   ")[2].partition(":")[0] for problem in missing(rows, found))


REASON = "It was misread."


def test_a_claim_s_reason_covers_all_of_it_and_no_other_claim() -> None:
    found = from_base(claims=edited(edited(CLAIMS, 0, number="7", unit="lira"), 1, number="8"))
    assert asked(found) == ["a.01", "a.02"]
    assert asked(found, claims={"a.01": REASON}) == ["a.02"]
    rows = changes_of(found, Reasons(claims={"a.01": REASON, "a.02": "Other words."}), "2.0.0")
    assert {(row.claim_id, row.field): row.reason for row in rows} == {
        ("a.01", "number"): REASON, ("a.01", "unit"): REASON, ("a.02", "number"): "Other words.",
    }  # fmt: skip


@pytest.mark.parametrize("reasons", [{"sources": {"a": REASON}}, {"columns": {"unit": REASON}}, {"units": {"usd": REASON}}])
def test_no_other_reason_covers_a_correction(reasons: dict[str, dict[str, str]]) -> None:
    assert asked(from_base(claims=edited(CLAIMS, 0, unit="lira")), **reasons) == ["a.01"]


def test_a_constraint_that_changed_makes_no_column_s_reason_enough() -> None:
    old, new = package(), package(claims=edited(CLAIMS, 0, unit="lira"))
    table = new.tables["claims"]
    columns = {
        name: {**attributes, **({"constraints.enum": '["usd"]'} if name == "unit" else {})} for name, attributes in table.columns.items()
    }
    found = difference(old, Package({**new.tables, "claims": Table("claims", columns, table.key, table.rows)}))
    assert asked(found, columns={"unit": REASON}) == ["a.01"]


def renamed(**changed: str) -> Difference:
    rows = [{("measure" if name == "unit" else name): cell for name, cell in row.items()} for row in CLAIMS]
    return from_base(claims=edited(rows, 1, **changed))


def test_a_column_s_reason_covers_a_unit_column_only_where_every_cell_kept_its_unit() -> None:
    both = {"unit": REASON, "measure": REASON}
    assert asked(renamed()) == ["measure", "unit"]
    assert asked(renamed(), columns=both) == []
    assert asked(renamed(measure="cny"), columns=both) == ["a.01", "a.02"]


def test_a_column_that_is_new_is_asked_for_once_and_by_its_name() -> None:
    found = from_base(claims=[{**row, "note": "n"} for row in CLAIMS])
    assert columns_of(found) == {"note"}
    assert asked(found) == ["note"]
    assert asked(found, columns={"note": REASON}) == []


def test_claims_that_come_and_go_are_asked_for_by_article_and_one_alone_by_its_id() -> None:
    new = [{**CLAIMS[0], "claim_id": f"c.0{at}"} for at in (1, 2, 3)]
    assert asked(from_base(claims=[*CLAIMS, *new])) == ["c"]
    assert asked(from_base(claims=[*CLAIMS, new[0]])) == ["c.01"]
    assert asked(from_base(claims=[*CLAIMS, *new]), sources={"c": REASON}) == []
    assert asked(from_base(claims=CLAIMS[2:])) == ["a"]
    assert asked(from_base(claims=CLAIMS[1:], evidence=EVIDENCE[1:]), claims={"a.01": REASON}) == []


def test_a_unit_defined_anew_is_asked_for_once_and_each_claim_has_a_row() -> None:
    found = from_base(units=edited(UNITS, 0, factor="7", code="HKD"))
    assert asked(found) == ["usd"]
    rows = changes_of(found, Reasons(units={"usd": REASON}), "2.0.0")
    assert [(row.claim_id, row.field, row.before, row.after, row.reason) for row in rows] == [
        (one, "unit", "usd: factor 1; usd: code USD", "usd: factor 7; usd: code HKD", REASON) for one in ("a.01", "a.02")
    ]
    assert asked(found, claims={"a.01": REASON, "a.02": REASON}) == []
    assert asked(found, claims={"a.01": REASON}) == ["usd"]


def test_of_two_units_defined_anew_each_needs_its_reason() -> None:
    found = from_base(units=edited(edited(UNITS, 0, factor="7"), 1, factor="31536000"))
    assert asked(found, units={"usd": REASON}) == ["year"]
    rows = changes_of(found, Reasons(units={"usd": REASON, "year": "A plain year."}), "2.0.0")
    assert {row.claim_id: row.reason for row in rows} == {"a.01": f"{REASON}; A plain year.", "a.02": REASON}


def test_a_claim_that_is_new_has_no_row_for_its_unit() -> None:
    new = {**CLAIMS[0], "claim_id": "c.01"}
    found = from_base(claims=[*CLAIMS, new], units=edited(UNITS, 0, factor="7"))
    fields = [row.field for row in changes_of(found, Reasons(), "2.0.0") if row.claim_id == "c.01"]
    assert fields == ["statement_en"]


def test_a_factor_spelled_otherwise_changes_no_unit() -> None:
    found = from_base(units=edited(UNITS, 0, factor="1.0"))
    assert (found.units, [ground.rule.name for ground in grounds(found)]) == ((), ["corrected"])


def told_idle(found: Difference, **reasons: dict[str, str]) -> list[str]:
    given = Reasons(**reasons)
    rows = changes_of(found, given, "2.0.0")
    return sorted(str(problem.got) for problem in idle(rows, found, given, YamlFile("releases/next.yaml")))


def test_a_reason_of_each_kind_is_idle_where_nothing_takes_it() -> None:
    found = from_base(claims=edited(CLAIMS, 0, unit="lira"))
    given = {"claims": {"a.01": REASON, "a.02": REASON}, "sources": {"a": REASON}, "units": {"usd": REASON}, "columns": {"unit": REASON}}
    assert told_idle(found, **given) == ["a", "a.02", "unit", "usd"]
    anew = from_base(units=edited(UNITS, 0, factor="7"))
    assert told_idle(anew, units={"usd": REASON}) == []


SAME_WORDS = edited(EVIDENCE, 0, quote="yaklaşık bir dolar")
OTHER_WORDS = edited(EVIDENCE, 0, quote="bambaşka")


@pytest.mark.parametrize(
    ("cells", "evidence", "is_another"),
    [
        ({"subject": "w", "property": "q"}, OTHER_WORDS, True),
        ({"subject": "w", "property": "q"}, SAME_WORDS, False),
        ({"subject": "w"}, OTHER_WORDS, False),
        ({"property": "q"}, OTHER_WORDS, False),
        ({}, OTHER_WORDS, False),
    ],
)
def test_an_id_is_at_another_claim_where_subject_property_and_all_words_are_others(
    cells: dict[str, str], evidence: list[dict[str, str]], is_another: bool
) -> None:
    old, new = package(), package(claims=edited(CLAIMS, 0, **cells), evidence=evidence)
    place = Place("seeds/a/reading.yaml", 7)
    told = list(reused(difference(old, new), old, new, {"a.01": place}))
    assert [(problem.code, problem.place) for problem in told] == ([("id-reused", place)] if is_another else [])


def test_the_same_context_does_not_make_it_the_same_claim() -> None:
    evidence = edited(EVIDENCE, 2, quote="bambaşka")
    old, new = package(), package(claims=edited(CLAIMS, 2, subject="w", property="p"), evidence=evidence)
    assert [problem.code for problem in reused(difference(old, new), old, new, {})] == ["id-reused"]


def one_row(table: str, key: str, **cells: str) -> Package:
    columns = {name: {"type": '"string"'} for name in (key, *cells)}
    return Package({table: Table(table, columns, (key,), ({key: "a.01", **cells},))})


def rules(old: Package, new: Package) -> list[str]:
    return [ground.rule.name for ground in grounds(difference(old, new))]


@pytest.mark.parametrize(("table", "column"), sorted(_UNIT_COLUMNS))
def test_every_column_that_says_what_a_number_counts_is_major(table: str, column: str) -> None:
    key = "claim_id"
    assert rules(one_row(table, key, **{column: "usd"}), one_row(table, key, **{column: "lira"})) == ["unit-changed"]


@pytest.mark.parametrize(("table", "column"), [(table, column) for table, columns in _DEFINITIONS.items() for column in sorted(columns)])
def test_every_column_that_defines_is_major(table: str, column: str) -> None:
    assert rules(one_row(table, "id", **{column: "1"}), one_row(table, "id", **{column: "2"})) == ["unit-redefined"]


@pytest.mark.parametrize("table", sorted(IDS))
def test_an_id_that_is_gone_is_major_in_every_table_of_ids(table: str) -> None:
    kept = {"id": "b", "x": "1"}
    tables: list[dict[str, Any]] = [{"id": "a", "x": "1"}, kept]
    old, new = (Package({table: Table(table, {"id": {}, "x": {}}, ("id",), tuple(rows))}) for rows in (tables, [kept]))
    assert rules(old, new) == ["id-gone"]


@pytest.mark.parametrize("table", sorted(COMPUTED))
def test_what_is_computed_is_a_patch_in_cells_as_in_rows(table: str) -> None:
    assert rules(one_row(table, "id", x="1"), one_row(table, "id", x="2")) == ["recomputed"]


def test_parts_of_claims_that_came_or_went_ask_for_nothing_themselves() -> None:
    new = {**CLAIMS[0], "claim_id": "c.01"}
    quote = {**EVIDENCE[0], "claim_id": "c.01"}
    assert rules(package(), package(claims=[*CLAIMS, new], evidence=[*EVIDENCE, quote])) == ["row-added"]
    assert rules(package(), package(claims=CLAIMS[1:], evidence=EVIDENCE[1:])) == ["id-gone"]
