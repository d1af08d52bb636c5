"""Comparing two versions of a package row by row."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from iddia.diff.records import CellChange, Difference, Package, Row, RowChange, SchemaChange, Table, TableDifference

Key = tuple[str, ...]


def difference(old: Package, new: Package) -> Difference:
    """What was added, removed and changed from ``old`` to ``new``.

    Rows are matched by the primary key; where a table has none, or not the same in both, they are matched whole: a row is
    then added or removed, never changed. The order of rows, of columns and of a key's columns means nothing. Keys must be
    unique, as ``read_package`` sees to.
    """
    names = sorted(old.tables.keys() | new.tables.keys())
    found = (_table(old.tables.get(name), new.tables.get(name)) for name in names)
    return Difference(old.version, new.version, tuple(table for table in found if table is not None))


def _table(old: Table | None, new: Table | None) -> TableDifference | None:
    if old is None or new is None:
        return _lone(new, "added") if new else _lone(old, "removed") if old else None
    key = min(old.key, new.key) if sorted(old.key) == sorted(new.key) else ()
    schema = tuple(_schema(old, new))
    if not key:
        old_rows, new_rows = _counted(old.rows), _counted(new.rows)
        found = TableDifference(new.name, key, "changed", schema, _rows(new_rows - old_rows), _rows(old_rows - new_rows))
    else:
        before, after = _by_key(old.rows, key), _by_key(new.rows, key)
        added = tuple(after[at] for at in sorted(after.keys() - before.keys(), key=in_order))
        removed = tuple(before[at] for at in sorted(before.keys() - after.keys(), key=in_order))
        found = TableDifference(new.name, key, "changed", schema, added, removed, tuple(_changed(before, after)))
    return found if found.schema or found.counts().total() else None


def _lone(table: Table, status: str) -> TableDifference:
    rows = tuple(sorted(table.rows, key=lambda row: in_order(row[column] for column in table.key or table.columns)))
    found = TableDifference(table.name, table.key, status)
    return replace(found, added=rows) if status == "added" else replace(found, removed=rows)


def _changed(before: Mapping[Key, Row], after: Mapping[Key, Row]) -> Iterator[RowChange]:
    for at in sorted(before.keys() & after.keys(), key=in_order):
        if before[at] == after[at]:
            continue
        columns = dict.fromkeys([*after[at], *before[at]])
        pairs = ((column, before[at].get(column, ""), after[at].get(column, "")) for column in columns)
        if cells := tuple(CellChange(*pair) for pair in pairs if pair[1] != pair[2]):
            yield RowChange(at, cells)


def _by_key(rows: Iterable[Row], key: Key) -> dict[Key, Row]:
    return {tuple(row[column] for column in key): row for row in rows}


def _counted(rows: Iterable[Row]) -> Counter[tuple[tuple[str, str], ...]]:
    """How often each row stands there, cells that are null left out, so that a new empty column changes no row."""
    return Counter(tuple(sorted((column, cell) for column, cell in row.items() if cell)) for row in rows)


def _rows(counted: Counter[tuple[tuple[str, str], ...]]) -> tuple[Row, ...]:
    return tuple(dict(cells) for cells in sorted(counted.elements()))


def in_order(cells: Iterable[str]) -> list[tuple[int, int, str, int, str]]:
    """Sorts keys as a person would: whole numbers by size, and so the number that an id ends in after a dot."""
    return [_order(cell) for cell in cells]


def _order(cell: str) -> tuple[int, int, str, int, str]:
    if cell.isascii() and cell.isdigit():
        return 0, int(cell[:4000]), "", 0, cell
    stem, dot, number = cell.rpartition(".")
    if dot and number.isascii() and number.isdigit():
        return 1, 0, stem, int(number[:4000]), cell
    return 1, 0, cell, 0, cell


def _schema(old: Table, new: Table) -> Iterator[SchemaChange]:
    yield from _attributes(None, old.settings, new.settings)
    for column in dict.fromkeys([*new.columns, *old.columns]):
        yield from _attributes(column, old.columns.get(column), new.columns.get(column))


def _attributes(column: str | None, old: Mapping[str, str] | None, new: Mapping[str, str] | None) -> Iterator[SchemaChange]:
    """Each attribute that differs; a column that one side lacks is one change, called column, of its type."""
    if old is None or new is None:
        yield SchemaChange(column, "column", *(None if side is None else side.get("type", '"string"') for side in (old, new)))
        return
    for attribute in sorted(old.keys() | new.keys()):
        if old.get(attribute) != new.get(attribute):
            yield SchemaChange(column, attribute, old.get(attribute), new.get(attribute))
