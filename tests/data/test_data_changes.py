"""What releases did to claims: every id came once, went at most once, and none came back."""

from collections import defaultdict
from typing import Any

import pytest

pytestmark = pytest.mark.data

Row = dict[str, str]
Tables = dict[str, list[Row]]
SEVERAL = {"attributions", "evidence.content", "evidence.cue", "evidence.speaker", "evidence.context"}


def version_of(row: Row) -> tuple[int, ...]:
    return tuple(map(int, row["version"].split(".")))


@pytest.fixture(scope="module")
def lives(tables: Tables) -> dict[str, list[Row]]:
    """The changes of each claim, the oldest first."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in sorted(tables["changes"], key=version_of):
        found[row["claim_id"]].append(row)
    return found


def test_every_claim_of_a_release_was_added_by_one(tables: Tables, lives: dict[str, list[Row]], descriptor: dict[str, Any]) -> None:
    if "+" in descriptor["version"]:
        pytest.skip("what is not released yet was added by no release")
    bad = [row["claim_id"] for row in tables["claims"] if row["claim_id"] not in lives]
    assert not bad, bad


def test_a_claim_came_first_once_and_went_last_once(lives: dict[str, list[Row]]) -> None:
    bad = []
    for claim_id, rows in lives.items():
        whole = [row["change"] for row in rows if row["change"] in ("added", "retracted")]
        if (
            whole not in (["added"], ["added", "retracted"])
            or rows[0]["change"] != "added"
            or "retracted" in [r["change"] for r in rows[:-1]]
        ):
            bad.append(f"{claim_id}: {', '.join(row['change'] for row in rows)}")
    assert not bad, "\n".join(bad)


def test_what_was_retracted_is_no_claim_and_what_is_gone_was_retracted(tables: Tables, lives: dict[str, list[Row]]) -> None:
    claims = {row["claim_id"] for row in tables["claims"]}
    retracted = {claim_id for claim_id, rows in lives.items() if rows[-1]["change"] == "retracted"}
    assert retracted & claims == set()
    assert lives.keys() - claims - retracted == set()


def test_fields_are_columns_of_claims_or_what_has_several_rows(tables: Tables) -> None:
    columns = tables["claims"][0].keys() | SEVERAL
    bad = [f"{row['claim_id']}: {row['field']}" for row in tables["changes"] if row["field"] not in columns]
    assert not bad, bad


def test_before_and_after_are_as_the_change_says(tables: Tables) -> None:
    bad = []
    for row in tables["changes"]:
        there = (bool(row["before"]), bool(row["after"]))
        fine = {"added": there == (False, True), "retracted": there == (True, False)}.get(row["change"], row["before"] != row["after"])
        if not fine or (row["change"] in ("added", "retracted") and row["field"] != "statement_en"):
            bad.append(f"{row['version']} {row['claim_id']} {row['change']} {row['field']}")
    assert not bad, bad


def test_the_last_value_told_of_a_column_is_the_one_that_stands(
    tables: Tables, lives: dict[str, list[Row]], descriptor: dict[str, Any]
) -> None:
    if "+" in descriptor["version"]:
        pytest.skip("what is not released yet is told by no release")
    claims = {row["claim_id"]: row for row in tables["claims"]}
    bad = []
    for claim_id, rows in lives.items():
        last = {row["field"]: row["after"] for row in rows if row["field"] not in SEVERAL}
        last = {field: value for field, value in last.items() if field != "unit" or ": " not in value}  # a unit that was defined anew
        if claim_id in claims:
            bad += [f"{claim_id} {field}" for field, value in last.items() if claims[claim_id][field] != value]
    assert not bad, bad


def test_every_change_has_its_reason_in_words(tables: Tables) -> None:
    bad = [f"{row['version']} {row['claim_id']}: {row['reason']}" for row in tables["changes"] if len(row["reason"].split()) < 2]
    assert not bad, bad
