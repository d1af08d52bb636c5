"""The version after, made of the version before and what differs."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from iddia.diff.records import Difference, Package, Row, RowChange, Shape, Table, TableDifference
from iddia.errors import CouldNotRunError


def apply(old: Package, found: Difference) -> Package:
    """``old`` with what differs: ``new``, for the difference of ``old`` and ``new``.

    It has the version, tables, columns, keys, settings and rows of ``new``; the order of rows is that of ``old``, added ones behind.
    Raises CouldNotRunError where ``found`` is not a difference from ``old``: a row that it removes or changes is not there as it says.
    """
    tables = dict(old.tables)
    for table in found.tables:
        if table.status == "removed":
            _all_gone(table, tables.pop(table.name, None))
        else:
            tables[table.name] = _made(table, tables.get(table.name))
    return Package(tables, found.new_version)


def _all_gone(found: TableDifference, table: Table | None) -> None:
    if table is None or Counter(map(_bare, table.rows)) != Counter(map(_bare, found.removed)):
        raise _unlike(found.name, "")


def _made(found: TableDifference, table: Table | None) -> Table:
    if (table is None) != (found.status == "added"):
        raise _unlike(found.name, "")
    if table is None:
        table = Table(found.name, {}, (), ())
    shape = found.shape_after or Shape(table.columns, table.key, table.settings)
    kept = [*_kept(found, table.rows)]
    if found.key and (there := {found.key_of(row) for row in kept} & {found.key_of(row) for row in found.added}):
        raise _unlike(found.name, ", ".join(min(there)))
    rows = [{column: row.get(column, "") for column in shape.columns} for row in (*kept, *found.added)]
    return Table(found.name, shape.columns, shape.key, tuple(rows), shape.settings)


def _kept(found: TableDifference, rows: Iterable[Row]) -> Iterator[Row]:
    """The rows that stay, changed where they change; every removed and every changed row must be met."""
    changes = {change.key: change for change in found.changed}
    gone = Counter(map(_bare, found.removed))
    for row in rows:
        bare = _bare(row)
        if gone[bare]:
            gone[bare] -= 1
        elif changes and (change := changes.pop(found.key_of(row), None)) is not None:
            yield _changed(found, row, change)
        else:
            yield row
    if left := next(gone.elements(), None):
        raise _unlike(found.name, ", ".join(f"{column}: {cell}" for column, cell in sorted(left)))
    if changes:
        raise _unlike(found.name, ", ".join(next(iter(changes))))


def _changed(found: TableDifference, row: Row, change: RowChange) -> Mapping[str, str]:
    if any(row.get(cell.column, "") != cell.before for cell in change.cells):
        raise _unlike(found.name, ", ".join(change.key))
    return {**row, **{cell.column: cell.after for cell in change.cells}}


def _bare(row: Row) -> frozenset[tuple[str, str]]:
    """A row without its nulls."""
    return frozenset((column, cell) for column, cell in row.items() if cell)


def _unlike(table: str, row: str) -> CouldNotRunError:
    return CouldNotRunError(
        (
            f"the difference starts from another version: {table}{f', row {row}' * bool(row)} is not as it says",
            f"fark başka bir sürümden yola çıkıyor: {table}{f', {row} satırı' * bool(row)} farkın söylediği gibi değil",
        )
    )
