"""What happened to claims and units: everything of a claim that differs is named, and nothing else."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from diffpackages import many
from hypothesis import given, settings
from hypothesis import strategies as st

from iddia.diff import ClaimChange, Package, Table, UnitChange, claim_changes, difference, unit_changes
from iddia.diff.records import Row

law = settings(deadline=None, max_examples=60)

COLUMNS = {
    "claims": ("claim_id", "statement_en", "number", "number_min", "number_max", "unit", "per", "modality", "proposition_id", "review"),
    "evidence": ("claim_id", "start", "end", "source_id", "quote", "role"),
    "attributions": ("claim_id", "position", "speaker", "speaker_kind", "verb"),
    "units": ("unit_id", "dimension", "factor", "code"),
    "assessments": ("claim_id", "verdict"),
}
KEYS = {"claims": 1, "evidence": 3, "attributions": 2, "units": 1, "assessments": 1}
CELLS = st.sampled_from(["", "a", "b", "a; b", "“a” (1–2)", "usd"])
IDS = st.sampled_from(["t.2", "t.10", "u.1"])
ROLES = st.sampled_from(["content", "cue", "context", "speaker", ""])


@st.composite
def ledgers(draw: st.DrawFn) -> Package:
    tables = {}
    for name, columns in COLUMNS.items():
        if name == "claims" or draw(st.integers(0, 5)):
            ids = st.sampled_from(["usd", "lira"]) if name == "units" else IDS
            cells = (
                dict.fromkeys(columns, CELLS) | {columns[0]: ids, "role": ROLES} | dict.fromkeys(("start", "end"), st.sampled_from("12"))
            )
            rows = draw(st.lists(st.fixed_dictionaries({column: cells[column] for column in columns}), max_size=5))
            tables[name] = table(name, rows, is_keyed=name in ("claims", "units") or bool(draw(st.integers(0, 4))))
    return Package(tables)


def table(name: str, rows: list[dict[str, str]], *, is_keyed: bool = True) -> Table:
    key = COLUMNS[name][: KEYS[name]]
    unique = {tuple(row[column] for column in key): row for row in rows}
    return Table(name, {column: {} for column in COLUMNS[name]}, key * is_keyed, tuple(unique.values()))


def of_claim(package: Package, name: str, claim: str, *, without: str = "") -> object:
    rows: tuple[Row, ...] = tuple(package.tables[name].rows) if name in package.tables else ()
    return many([{column: cell for column, cell in row.items() if column != without} for row in rows if row["claim_id"] == claim])


@law
@given(ledgers(), ledgers())
def test_every_claim_of_which_anything_differs_is_named_and_no_other(old: Package, new: Package) -> None:
    found = claim_changes(difference(old, new), old, new)
    ids = [{row["claim_id"] for row in package.tables["claims"].rows} for package in (old, new)]
    differing = {
        claim
        for claim in ids[0] & ids[1]
        if any(of_claim(old, name, claim) != of_claim(new, name, claim) for name in ("claims", "evidence", "attributions"))
    }
    assert {change.claim_id for change in found} == differing | (ids[0] ^ ids[1])
    assert {change.claim_id for change in found if change.change == "added"} == ids[1] - ids[0]
    assert {change.claim_id for change in found if change.change == "retracted"} == ids[0] - ids[1]
    assert len({(change.claim_id, change.field) for change in found}) == len(found)
    for change in found:
        assert change.change in ("added", "retracted") or change.before != change.after
    for claim in ids[0] & ids[1]:
        fields = {change.field for change in found if change.claim_id == claim}
        before, after = (next(row for row in package.tables["claims"].rows if row["claim_id"] == claim) for package in (old, new))
        changed = {column for column in COLUMNS["claims"] if before[column] != after[column]}
        assert changed - {"proposition_id"} <= fields
        assert ("proposition_id" in fields) == (fields == {"proposition_id"})
        assert ("attributions" in fields) == (of_claim(old, "attributions", claim) != of_claim(new, "attributions", claim))
    assert found == difference(old, new).claims


@law
@given(ledgers(), ledgers())
def test_how_the_rows_of_claims_are_matched_changes_nothing(old: Package, new: Package) -> None:
    """Where the key of claims was another one, rows are matched whole; the account of claims is the same."""
    keyless = replace(old, tables={**old.tables, "claims": replace(old.tables["claims"], key=())})
    assert set(difference(keyless, new).claims) == set(difference(old, new).claims)
    assert {(one.id, one.column) for one in difference(keyless, new).units} == {(one.id, one.column) for one in difference(old, new).units}


@law
@given(ledgers(), ledgers())
def test_a_claim_with_another_unit_and_a_unit_that_is_another_are_told(old: Package, new: Package) -> None:
    found = unit_changes(difference(old, new), old, new)
    before, after = ({row["claim_id"]: row for row in package.tables["claims"].rows} for package in (old, new))
    for column in ("unit", "per"):
        expected = {claim for claim in before.keys() & after.keys() if before[claim][column] != after[claim][column]}
        assert {one.id for one in found if one.table == "claims" and one.column == column} == expected
    units = [{row["unit_id"]: row for row in package.tables["units"].rows} if "units" in package.tables else {} for package in (old, new)]
    for column in ("dimension", "factor", "code"):
        expected = {unit for unit in units[0].keys() & units[1].keys() if units[0][unit][column] != units[1][unit][column]}
        assert {one.id for one in found if one.table == "units" and one.column == column} == expected
    for one in found:
        if one.table == "units":
            assert set(one.claims) == {claim for claim, row in after.items() if one.id in (row["unit"], row["per"])}


CLAIM = dict.fromkeys(COLUMNS["claims"], "") | {
    "claim_id": "t.2", "statement_en": "It cost 5.", "number": "5000000", "unit": "usd", "modality": "asserted", "proposition_id": "p-1",
}  # fmt: skip
QUOTE = {"claim_id": "t.2", "start": "10", "end": "14", "source_id": "t", "quote": "5 mn", "role": "content"}
CUE = {"claim_id": "t.2", "start": "9", "end": "12", "source_id": "t", "quote": "mış", "role": "cue"}
SPOKEN = {"claim_id": "t.2", "position": "0", "speaker": "", "speaker_kind": "unnamed", "verb": "haberler"}
USD = {"unit_id": "usd", "dimension": "money", "factor": "1", "code": "USD"}


def ledger(**cells: Mapping[str, str]) -> Package:
    rows: dict[str, list[dict[str, str]]] = {"claims": [CLAIM], "evidence": [QUOTE, CUE], "attributions": [SPOKEN], "units": [USD]}
    changed = {name: [row | {**cells.get(name, {})} for row in several[:1]] + several[1:] for name, several in rows.items()}
    return Package({name: table(name, several) for name, several in changed.items()})


@pytest.mark.parametrize(
    ("cells", "change", "field", "before", "after"),
    [
        ({"claims": {"statement_en": "It cost 6."}}, "corrected", "statement_en", "It cost 5.", "It cost 6."),
        ({"claims": {"modality": "rumoured"}}, "re-graded", "modality", "asserted", "rumoured"),
        ({"claims": {"review": "read"}}, "re-graded", "review", "", "read"),
        ({"claims": {"number": "6000000", "proposition_id": "p-2"}}, "corrected", "number", "5000000", "6000000"),
        ({"claims": {"proposition_id": "p-2"}}, "corrected", "proposition_id", "p-1", "p-2"),
        ({"attributions": {"verb": ""}}, "re-attributed", "attributions", "unnamed (haberler)", "unnamed"),
        ({"attributions": {"speaker": "nvidia"}}, "re-attributed", "attributions", "unnamed (haberler)", "unnamed: nvidia (haberler)"),
        ({"evidence": {"start": "11"}}, "corrected", "evidence.content", "“5 mn” (10–14)", "“5 mn” (11–14)"),
    ],
)
def test_one_thing_that_differs_has_one_record(cells: dict[str, dict[str, str]], change: str, field: str, before: str, after: str) -> None:
    (found,) = difference(ledger(), ledger(**cells)).claims
    assert found == ClaimChange("t.2", change, field, before, after)  # type: ignore[arg-type]


def test_quotes_are_told_by_role_and_what_words_leave_out_is_told_whole() -> None:
    found = difference(ledger(), ledger(evidence={"role": "speaker"})).claims
    assert [(one.change, one.field, one.after) for one in found] == [
        ("corrected", "evidence.content", ""),
        ("re-attributed", "evidence.speaker", "“5 mn” (10–14)"),
    ]
    (found_whole,) = difference(ledger(), ledger(evidence={"source_id": "u"})).claims
    assert '"source_id": "t"' in found_whole.before
    assert '"source_id": "u"' in found_whole.after


def test_a_claim_that_comes_or_goes_is_told_by_its_statement_alone() -> None:
    empty = Package({name: replace(one, rows=()) for name, one in ledger().tables.items()})
    assert difference(empty, ledger()).claims == (ClaimChange("t.2", "added", "statement_en", "", "It cost 5."),)
    assert difference(ledger(), Package({})).claims == (ClaimChange("t.2", "retracted", "statement_en", "It cost 5.", ""),)


def test_a_unit_that_changed_says_what_the_number_was_and_is() -> None:
    (found,) = difference(ledger(), ledger(claims={"unit": "lira", "per": "year"})).units[:1]
    assert (found.before, found.after, found.claims) == ("5000000 usd", "5000000 lira / year", ("t.2",))
    bounds = {"number": "", "number_min": "5", "number_max": "6", "unit": "lira"}
    assert difference(ledger(), ledger(claims=bounds)).units[0].after == "5–6 lira"
    assert difference(ledger(), ledger(units={"factor": "0.5"})).units == (UnitChange("units", "usd", "factor", "1", "0.5", ("t.2",)),)
    assert difference(ledger(), ledger(units={"factor": "1.0"})).units == ()


def test_what_is_computed_or_judged_is_no_change_of_a_claim() -> None:
    old = Package({**ledger().tables, "assessments": table("assessments", [{"claim_id": "t.2", "verdict": "supported"}])})
    new = Package({**ledger().tables, "assessments": table("assessments", [{"claim_id": "t.2", "verdict": "refuted"}])})
    found = difference(old, new)
    assert [one.name for one in found.tables] == ["assessments"]
    assert found.claims == ()
