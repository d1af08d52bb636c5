"""A difference for people to read in a terminal."""

from collections.abc import Iterator

from iddia.diff.records import Difference, Row, TableDifference
from iddia.diff.words import CLAIMS, NO_DIFFERENCE, NONE, in_reading_order, of_table, side, statement_column, subject_of, versions
from iddia.errors import printable
from iddia.language import Language, said

_MARKS = {"added": "+", "removed": "-", "changed": "~"}
_INDENT = " " * 6
_WIDTH = 120


def text(found: Difference, language: Language) -> str:
    """A line a row: + added, - removed, ~ changed with each cell before and after; * for what changed in a schema."""
    if found.is_empty:
        return said(NO_DIFFERENCE, language)
    lines = [line] if (line := versions(found, language)) else []
    for table in in_reading_order(found):
        lines += [f"{table.name}: {of_table(table, language)}", *_schema(table, language), *_rows(table, language)]
    return "\n".join(map(printable, lines))


def _schema(table: TableDifference, language: Language) -> Iterator[str]:
    for change in table.schema:
        yield f"  * {subject_of(change, language)}: {side(change.before, language, NONE)} → {side(change.after, language, NONE)}"


def _rows(table: TableDifference, language: Language) -> Iterator[str]:
    for done, rows in (("added", table.added), ("removed", table.removed)):
        for row in rows:
            yield f"  {_MARKS[done]} {', '.join(table.key_of(row))}"
            if told := _told(table, row, language):
                yield f"{_INDENT}{told}"
    for change in table.changed:
        yield f"  {_MARKS['changed']} {', '.join(change.key)}"
        for cell in change.cells:
            yield f"{_INDENT}{cell.column}: {side(cell.before, language)} → {side(cell.after, language)}"


def _told(table: TableDifference, row: Row, language: Language) -> str:
    """A claim's statement; of any other row, what fits on a line of the cells that are no part of its key."""
    if not table.key:
        return ""
    if table.name == CLAIMS and row.get(statement_column(language)):
        return row[statement_column(language)]
    told = ", ".join(f"{column}: {cell}" for column, cell in row.items() if cell and column not in table.key)
    return told if len(told) <= _WIDTH else f"{told[: _WIDTH - 1]}…"
