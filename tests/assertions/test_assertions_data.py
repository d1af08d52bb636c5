"""Our own bounds: they notice the loss of an article or a column, and nobody who adds or retracts a claim trips over them."""

import csv
from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from iddia.assertions.checks import HISTORY, MODELS
from iddia.assertions.counting import broken
from iddia.assertions.reading import read_assertions
from iddia.assertions.subjects import Subject, subjects
from iddia.errors import Finding, Problem
from iddia.model.assertions import TableAssertions
from iddia.model.columns import Row
from iddia.model.fields import column_type

ROOT = Path(__file__).resolve().parent.parent.parent
Rows = Mapping[str, Sequence[Row]]


@cache
def tables() -> dict[str, TableAssertions]:
    problems: list[Problem] = []
    found = read_assertions(ROOT, None, problems).tables
    assert problems == []
    return found


@cache
def rows() -> Rows:
    """The built tables as rows."""
    found: dict[str, Sequence[Row]] = {}
    for table, model in MODELS.items():
        with (ROOT / "data" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            cells = [{name: value or None for name, value in row.items()} for row in csv.DictReader(file)]
        found[table] = [model.model_validate(row) for row in cells]
    return found


def findings(found: Rows) -> list[Finding]:
    return list(broken(tables(), found))


def missed(found: Rows) -> list[str]:
    return [".".join(map(str, finding.at)) for finding in findings(found) if finding.code == "minimum-missed"]


def article_of(row: Row) -> str | None:
    """The article that a row comes from, where it comes from one."""
    source = getattr(row, "source_id", None)
    claim = getattr(row, "claim_id", None)
    return source or (claim.rpartition(".")[0] if claim else None)


ARTICLES = sorted(path.parent.name for path in (ROOT / "seeds").glob("*/reading.yaml"))


def test_every_bound_holds_and_nothing_is_warned_of() -> None:
    assert findings(rows()) == []


@pytest.mark.parametrize("article", ARTICLES)
def test_the_loss_of_an_article_is_noticed_in_its_claims_and_their_evidence(article: str) -> None:
    left = {table: [row for row in found if article_of(row) != article] for table, found in rows().items()}
    assert {"sources.rows.min", "claims.rows.min", "evidence.rows.min", "mentions.rows.min"} <= set(missed(left))


@pytest.mark.parametrize("table", [table for table, found in rows().items() if found and table != HISTORY])
def test_the_loss_of_a_table_is_noticed(table: str) -> None:
    assert f"{table}.rows.min" in missed({**rows(), table: []})


def test_the_loss_of_any_one_claim_breaks_nothing() -> None:
    by_claim: dict[str, dict[str, list[Row]]] = {}
    for table, found in rows().items():
        for row in found:
            if (claim_id := getattr(row, "claim_id", None)) is not None:
                by_claim.setdefault(claim_id, {}).setdefault(table, []).append(row)
    assert len(by_claim) == len(rows()["claims"])
    broken_by = {}
    for claim_id, gone in by_claim.items():
        lost = {table: {id(row) for row in found} for table, found in gone.items()}
        left = {table: [row for row in found if id(row) not in lost.get(table, ())] for table, found in rows().items()}
        # One claim alone is related to nothing: its relations go with it.
        ids = Counter(getattr(row, "relation_id", "") for row in left["relation_members"])
        left["relations"] = [row for row in left["relations"] if ids[getattr(row, "relation_id", "")] > 1]
        left["relation_members"] = [row for row in left["relation_members"] if ids[getattr(row, "relation_id", "")] > 1]
        if found_missing := missed(left):
            broken_by[claim_id] = found_missing
    assert broken_by == {}


def emptied(row: Row, *columns: str) -> Row:
    return row.model_copy(update=dict.fromkeys(columns))


FILLED = [subject for subject in subjects(tables()) if subject.measure == "filled" and subject.bound.min is not None]


@pytest.mark.parametrize("subject", FILLED, ids=lambda subject: ".".join(subject.at))
def test_a_column_that_nothing_fills_any_more_is_noticed(subject: Subject) -> None:
    without = [emptied(row, subject.column) for row in rows()[subject.table]]
    assert ".".join((*subject.at, "min")) in missed({**rows(), subject.table: without})


def test_another_article_with_nothing_of_a_kind_breaks_no_minimum_but_what_the_models_ask_for() -> None:
    sizes = Counter(article_of(row) for row in rows()["claims"])
    largest, size = sizes.most_common(1)[0]
    more = {}
    for table, found in rows().items():
        columns = [name for name, info in MODELS[table].model_fields.items() if column_type(info)[2]]
        own = [row for row in found if article_of(row) == largest]
        added = own or found[: -(-len(found) * size // len(rows()["claims"]))]
        more[table] = [*found, *(emptied(row, *columns) for row in added)]
    by_model = {".".join((*subject.at, "min")) for subject in FILLED if subject.bound.min == Decimal(1)}
    assert set(missed(more)) <= by_model
    assert set(missed(more)) & by_model
