"""A difference for people to read in a terminal."""

from collections.abc import Iterator

from iddia.diff.records import Difference, TableDifference
from iddia.diff.told import Claim, claims, tables
from iddia.diff.words import (
    CLAIMS,
    COLUMN,
    HAPPENED,
    NO_DIFFERENCE,
    NONE,
    RENAMED,
    UNIT,
    UNIT_CHANGED,
    USERS,
    claims_counted,
    counted_of,
    happened,
    side,
    subject_of,
    subject_of_unit,
    versions,
)
from iddia.errors import printable
from iddia.language import Language, said

_MARKS = {"added": "+", "removed": "-", "retracted": "-", "changed": "~"}
_STYLES = {"+": "green", "-": "red", "~": "yellow", "!": "bold red", "*": "cyan"}
_INDENT = " " * 6
_WIDTH = 120
_USERS = 8
"""Claims that are named of those which use a unit."""


def text(found: Difference, language: Language) -> str:
    """A line a row: + added, - removed, ~ changed with each cell before and after; * for what changed in a schema, ! for units."""
    return "\n".join(line for line, _ in lines(found, language))


def lines(found: Difference, language: Language) -> Iterator[tuple[str, str]]:
    """The lines, each with its style in a terminal; none of them says by its colour what it does not say by a mark."""
    for line in _lines(found, language):
        mark = line.strip()[:1] if line.startswith("  ") and not line.startswith(_INDENT) else ""
        style = _STYLES.get(mark, "" if line.startswith(" ") else "bold red" if line.startswith(UNIT_CHANGED) else "bold")
        yield printable(line), style


def _lines(found: Difference, language: Language) -> Iterator[str]:
    if found.is_empty:
        yield said(NO_DIFFERENCE, language)
    if line := versions(found, language):
        yield line
    if found.units:
        yield f"{said(UNIT_CHANGED, language)}:"
    for unit in found.units:
        yield f"  ! {subject_of_unit(unit, language)}: {side(unit.before, language)} → {side(unit.after, language)}"
        if unit.table == "units":
            more = len(unit.claims) - _USERS
            named = f"{', '.join(unit.claims[:_USERS])}{f' … (+{more})' if more > 0 else ''}"
            yield f"{_INDENT}{said(USERS, language)}: {side(named, language, NONE)}"
    if found.claims:
        yield f"{CLAIMS}: {claims_counted(found, language)}"
    for claim in claims(found, language):
        yield from _claim(claim, language)
    for table, rest in tables(found):
        yield f"{table.name}: {counted_of(table, rest, language)}"
        yield from _schema(rest, language)
        yield from _rows(rest, language)


def _claim(claim: Claim, language: Language) -> Iterator[str]:
    mark = _MARKS.get(claim.happened[0], _MARKS["changed"])
    if claim.statement is not None:
        yield f"  {mark} {claim.id}"
        yield f"{_INDENT}{claim.statement}"
        return
    kinds = [said(UNIT_CHANGED if kind == UNIT else HAPPENED[kind], language) for kind in claim.happened]
    yield f"  {mark} {claim.id}: {', '.join(kinds)}"
    for change in claim.changes:
        warned = f" ({said(UNIT_CHANGED, language)})" * (happened(change) == UNIT)
        yield f"{_INDENT}{change.field}: {side(change.before, language)} → {side(change.after, language)}{warned}"


def _schema(table: TableDifference, language: Language) -> Iterator[str]:
    for change in table.schema:
        yield f"  * {subject_of(change, language)}: {side(change.before, language, NONE)} → {side(change.after, language, NONE)}"
    for one in table.renamed:
        yield f"  * {said(COLUMN, language)} {one.before} → {one.after}: {said(RENAMED, language)}"


def _rows(table: TableDifference, language: Language) -> Iterator[str]:
    for done, rows in (("added", table.added), ("removed", table.removed)):
        for row in rows:
            yield f"  {_MARKS[done]} {', '.join(table.key_of(row))}"
            told = ", ".join(f"{column}: {cell}" for column, cell in row.items() if cell and table.key and column not in table.key)
            if told:
                yield f"{_INDENT}{told if len(told) <= _WIDTH else f'{told[: _WIDTH - 1]}…'}"
    for change in table.changed:
        yield f"  {_MARKS['changed']} {', '.join(change.key)}"
        for cell in change.cells:
            yield f"{_INDENT}{cell.column}: {side(cell.before, language)} → {side(cell.after, language)}"
