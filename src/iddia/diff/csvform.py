"""A difference as CSV, a row for each cell that differs, for a spreadsheet or a join."""

import csv
import io
import json
from collections.abc import Iterable, Iterator

from iddia.diff.records import Difference, SchemaChange, TableDifference
from iddia.diff.words import UNIT
from iddia.language import Language

COLUMNS = ("table", "key", "change", "column", "before", "after")
_Line = tuple[str, str, str, str, str, str]


def csv_form(found: Difference, _language: Language) -> str:
    """Table, key, change, column, before, after: UTF-8, a comma, LF. Without a difference, the header alone.

    ``change`` is added, removed or changed for a cell, schema for an attribute (``column: attribute``, as JSON), table added, table
    removed, version, or unit changed, which stands besides the cell itself. A key of several columns is a JSON list; where rows are
    matched whole, rows are numbered: #1. The same in both languages.

    Cells are exact and begin with =, + or @ where the data does: import the file into a spreadsheet as text, do not open it by a click.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(_lines(found))
    return text.getvalue().removesuffix("\n")


def _lines(found: Difference) -> Iterator[_Line]:
    if found.old_version != found.new_version:
        yield "", "", "version", "", found.old_version or "", found.new_version or ""
    yield from ((one.table, one.id, UNIT, one.column, one.before, one.after) for one in found.units)
    for table in found.tables:
        if table.status != "changed":
            yield table.name, "", f"table {table.status}", "", "", ""
        yield from (_of_schema(table.name, change) for change in table.schema)
        yield from _of_rows(table)


def _of_schema(table: str, change: SchemaChange) -> _Line:
    column = change.attribute if change.column is None else f"{change.column}: {change.attribute}"
    return table, "", "schema", column, change.before or "", change.after or ""


def _of_rows(table: TableDifference) -> Iterator[_Line]:
    for done, rows in (("added", table.added), ("removed", table.removed)):
        for number, row in enumerate(rows, 1):
            key = _key(table.key_of(row)) if table.key else f"#{number}"
            cells = [(column, cell) for column, cell in row.items() if cell] or [("", "")]
            for column, cell in cells:
                yield table.name, key, done, column, *(("", cell) if done == "added" else (cell, ""))
    for change in table.changed:
        yield from ((table.name, _key(change.key), "changed", cell.column, cell.before, cell.after) for cell in change.cells)


def _key(cells: Iterable[str]) -> str:
    listed = [*cells]
    return listed[0] if len(listed) == 1 else json.dumps(listed, ensure_ascii=False)
