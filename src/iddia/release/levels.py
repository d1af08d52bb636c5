"""Which part of the version a difference raises. Everything that differs falls under exactly one rule; what none foresees is MAJOR."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from iddia.diff.records import Difference, SchemaChange, TableDifference
from iddia.diff.units import is_equal
from iddia.release.rules import LEVELS, RULES, Level, Rule

FIRST = "1.0.0"

IDS = frozenset({"sources", "entities", "claims", "properties", "units", "modalities", "references"})
"""Tables whose ids other people's data refers to."""
PARTS = frozenset({"evidence", "attributions"})
"""Tables whose rows are parts of a claim: with a new claim they are new, and with an old one they are its correction."""
FOLLOWING = frozenset({"proposition_id"})
"""Columns that follow from the others of their row, and are told of only where nothing else differs."""
COMPUTED = frozenset({"mentions", "relations", "relation_members"})
"""Tables that follow from the others; their ids are made from their content and promise nothing."""
_UNIT_COLUMNS = {("claims", "unit"), ("claims", "per"), ("figures", "unit")}
_UNIT_LABELS = {("units", "label_en"), ("units", "label_tr")}
FACTOR, SPELLING = "factor", "spelling"
"""A factor spelled otherwise is the same factor, and a correction of how it stands there."""
_DEFINITIONS = {"units": {"dimension", "factor", "code"}, "properties": {"value_kind", "dimension", "domain", "range", "single_valued"}}


@dataclass(frozen=True)
class Ground:
    """What asks for a level: a rule, the table, and what of it; the ids where rows are meant."""

    rule: Rule
    table: str
    what: tuple[str, ...] = ()


def grounds(difference: Difference) -> list[Ground]:
    """All that differs, by rule, the highest level first, then by table. A table that is new or gone is one ground, whatever its rows."""
    return sorted(_grounds(difference), key=lambda ground: LEVELS.index(ground.rule.level))


def _grounds(difference: Difference) -> Iterator[Ground]:
    whole = frozenset(change.claim_id for change in difference.claims if change.change in ("added", "retracted"))
    for table in difference.tables:
        if table.status != "changed":
            yield Ground(RULES[f"table-{table.status}"], table.name)
            continue
        for change in table.schema:
            yield Ground(RULES[_of_schema(change)], table.name, (_named(change),))
        for name, ids in (("removed", _keys(table, "removed", whole)), ("added", _keys(table, "added", whole))):
            if ids:
                yield Ground(RULES[_of_rows(table.name, name)], table.name, ids)
        yield from _of_cells(table)


def level_of(found: list[Ground]) -> Level | None:
    """The highest level that any ground asks for; None where there is none."""
    return next((level for level in LEVELS if any(ground.rule.level == level for ground in found)), None)


def next_version(last: str, level: Level) -> str:
    """The version after ``last``, as Semantic Versioning 2.0.0 counts: what is right of the raised number is 0."""
    major, minor, patch = (int(part) for part in last.split("."))
    return {"major": f"{major + 1}.0.0", "minor": f"{major}.{minor + 1}.0", "patch": f"{major}.{minor}.{patch + 1}"}[level]


def _named(change: SchemaChange) -> str:
    return change.attribute if change.column is None else change.column


def _keys(table: TableDifference, which: Literal["added", "removed"], whole: frozenset[str]) -> tuple[str, ...]:
    """The keys of rows that came or went; parts of a claim that came or went ``whole`` say nothing more."""
    rows = getattr(table, which)
    return tuple(" ".join(table.key_of(row)) for row in rows if table.name not in PARTS or row.get("claim_id") not in whole)


def _of_schema(change: SchemaChange) -> str:
    before, after = (None if side is None else json.loads(side) for side in (change.before, change.after))
    if change.attribute == "column" and change.column is not None:
        return "column-added" if before is None else "column-removed"
    if change.column is None:
        return "column-added" if change.attribute == "foreignKeys" and _only_more(before or [], after or []) else "key-changed"
    if change.attribute == "constraints.enum":
        return "list-widened" if before and after and _only_more(before, after) else "constraint-changed"
    return "constraint-changed" if change.attribute.startswith("constraints") else "type-changed"


def _only_more(before: Any, after: Any) -> bool:
    """Whether a list holds all that it held."""
    return isinstance(before, list) and isinstance(after, list) and all(one in after for one in before)


def _of_rows(table: str, what: str) -> str:
    if table in COMPUTED:
        return "recomputed"
    if what == "added":
        return "part-changed" if table in PARTS else "row-added"
    return "id-gone" if table in IDS else "part-changed"


def _of_cells(table: TableDifference) -> Iterator[Ground]:
    """One ground a rule, with the keys of the rows it applies to; a row can fall under two of them.

    Cells of a column that came or went say nothing more than that it did.
    """
    found: dict[str, list[str]] = {}
    passing = {change.column for change in table.schema if change.attribute == "column"}
    for row in table.changed:
        cells = [cell for cell in row.cells if cell.column not in passing]
        columns = [cell.column for cell in cells if cell.column != FACTOR or not is_equal(cell.before, cell.after)]
        if not columns and cells:
            columns = [SPELLING]
        if len(columns) > 1:
            columns = [column for column in columns if column not in FOLLOWING]
        for name in dict.fromkeys(_of_cell(table.name, column) for column in columns):
            found.setdefault(name, []).append(" ".join(row.key))
    for name in RULES:
        if name in found:
            yield Ground(RULES[name], table.name, tuple(found[name]))


def _of_cell(table: str, column: str) -> str:
    if table in COMPUTED:
        return "recomputed"
    if (table, column) in _UNIT_COLUMNS:
        return "unit-changed"
    if (table, column) in _UNIT_LABELS:
        return "unit-relabelled"
    return "unit-redefined" if column in _DEFINITIONS.get(table, ()) else "corrected"
