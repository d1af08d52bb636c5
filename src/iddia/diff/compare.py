"""Comparing two versions of a package row by row."""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from iddia.diff.claims import claim_changes
from iddia.diff.columns import Found, are_columns, by_columns
from iddia.diff.order import in_order
from iddia.diff.records import CellChange, Difference, Package, Renamed, Row, RowChange, SchemaChange, Shape, Status, Table, TableDifference
from iddia.diff.units import unit_changes

Key = tuple[str, ...]
_KEY = "primaryKey"


def difference(old: Package, new: Package, *, without: Collection[str] = (), with_version: bool = True) -> Difference:
    """What was added, removed and changed from ``old`` to ``new``.

    Rows are matched by the primary key; where a table has none, or not the same in both, they are matched whole: a row is
    then added or removed, never changed. The order of rows, of columns and of a key's columns means nothing. Keys must be
    unique, as ``read_package`` sees to. The tables named in ``without`` are passed over, and the versions unless ``with_version``.
    """
    names = sorted((old.tables.keys() | new.tables.keys()) - set(without))
    tables = tuple(one for name in names if (one := _table(old.tables.get(name), new.tables.get(name))) is not None)
    versions = (old.version, new.version) if with_version else (None, None)
    found = Difference(*versions, tables)
    return replace(found, units=unit_changes(found, old, new), claims=claim_changes(found, old, new))


def _table(old: Table | None, new: Table | None) -> TableDifference | None:
    if old is None or new is None:
        return _lone(new, "added") if new else _lone(old, "removed") if old else None
    is_same_key = sorted(old.key) == sorted(new.key)
    key = min(old.key, new.key) if is_same_key else ()
    schema = tuple(_schema(old, new))
    rows = _whole(old, new) if not key else by_columns(old, new, key) if are_columns(old, new) else _keyed(old, new, key)
    shapes = (_shape(old), _shape(new)) if schema else (None, None)
    found = TableDifference(new.name, key, "changed", schema, rows.added, rows.removed, rows.changed, rows.renamed, *shapes)
    return found if found.schema or found.counts().total() else None


def _lone(table: Table, status: Status) -> TableDifference:
    rows = tuple(sorted(table.rows, key=lambda row: in_order(row[column] for column in table.key or table.columns)))
    if status == "added":
        return TableDifference(table.name, table.key, status, added=rows, shape_after=_shape(table))
    return TableDifference(table.name, table.key, status, removed=rows, shape_before=_shape(table))


def _shape(table: Table) -> Shape:
    return Shape(table.columns, table.key, table.settings)


def _keyed(old: Table, new: Table, key: Key) -> Found:
    before, after = _by_key(old.rows, key), _by_key(new.rows, key)
    added = tuple(after[at] for at in sorted(after.keys() - before.keys(), key=in_order))
    removed = tuple(before[at] for at in sorted(before.keys() - after.keys(), key=in_order))
    return Found(added, removed, tuple(_changed(before, after)), tuple(_renamed(old, new, before, after)))


def _whole(old: Table, new: Table) -> Found:
    before, after = _counted(old.rows), _counted(new.rows)
    return Found(_rows(after - before), _rows(before - after))


def _changed(before: Mapping[Key, Row], after: Mapping[Key, Row]) -> Iterator[RowChange]:
    for at in sorted(before.keys() & after.keys(), key=in_order):
        if before[at] == after[at]:
            continue
        columns = dict.fromkeys([*after[at], *before[at]])
        pairs = ((column, before[at].get(column, ""), after[at].get(column, "")) for column in columns)
        if cells := tuple(CellChange(*pair) for pair in pairs if pair[1] != pair[2]):
            yield RowChange(at, cells)


def _renamed(old: Table, new: Table, before: Mapping[Key, Row], after: Mapping[Key, Row]) -> Iterator[Renamed]:
    """Columns that went beside columns that came with the same cells, not all of them null."""
    gone, come = ([column for column in one.columns if column not in other.columns] for one, other in ((old, new), (new, old)))
    both = before.keys() & after.keys() if gone and come else ()
    for one in gone:
        if any(before[at][one] for at in both):
            yield from (Renamed(one, other) for other in come if all(before[at][one] == after[at][other] for at in both))


def _by_key(rows: Iterable[Row], key: Key) -> dict[Key, Row]:
    return {tuple(row[column] for column in key): row for row in rows}


def _counted(rows: Iterable[Row]) -> Counter[tuple[tuple[str, str], ...]]:
    """How often each row stands there, cells that are null left out, so that a new empty column changes no row."""
    return Counter(tuple(sorted((column, cell) for column, cell in row.items() if cell)) for row in rows)


def _rows(counted: Counter[tuple[tuple[str, str], ...]]) -> tuple[Row, ...]:
    return tuple(dict(cells) for cells in sorted(counted.elements()))


def _schema(old: Table, new: Table) -> Iterator[SchemaChange]:
    yield from _attributes(None, _settings(old, new), _settings(new, old))
    for column in dict.fromkeys([*new.columns, *old.columns]):
        yield from _attributes(column, old.columns.get(column), new.columns.get(column))


def _settings(table: Table, other: Table) -> Mapping[str, str]:
    """The settings with the key as it is used, left out where the other table has it too: its spelling and order mean nothing."""
    rest = {name: value for name, value in table.settings.items() if name != _KEY}
    is_told = bool(table.key) and sorted(table.key) != sorted(other.key)
    return {_KEY: json.dumps(table.key, ensure_ascii=False), **rest} if is_told else rest


def _attributes(column: str | None, old: Mapping[str, str] | None, new: Mapping[str, str] | None) -> Iterator[SchemaChange]:
    """Each attribute that differs; a column that one side lacks is one change, called column, of its type."""
    if old is None or new is None:
        yield SchemaChange(column, "column", *(None if side is None else side.get("type", '"string"') for side in (old, new)))
        return
    for attribute in sorted(old.keys() | new.keys()):
        if old.get(attribute) != new.get(attribute):
            yield SchemaChange(column, attribute, old.get(attribute), new.get(attribute))
