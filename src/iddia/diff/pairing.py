"""Rows of one id before and after, however their table's rows were matched."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from iddia.diff.records import Row, RowChange, TableDifference


@dataclass(frozen=True)
class Pair:
    """What is known of a row on both sides: all its cells where it came or went, only those that differ where it changed."""

    id: str
    before: Row | None
    after: Row | None

    def cells(self) -> Iterator[tuple[str, str, str]]:
        """Column, cell before and cell after, where they differ; none for a row that only one side has."""
        if self.before is None or self.after is None:
            return
        for column in dict.fromkeys([*self.after, *self.before]):
            before, after = self.before.get(column, ""), self.after.get(column, "")
            if before != after:
                yield column, before, after


def pairs(table: TableDifference | None, column: str) -> dict[str, Pair]:
    """The rows that came, went or changed by their cell in ``column``, which is taken to be unique."""
    if table is None:
        return {}
    if table.key == (column,):
        changed = {change.key[0]: _of_change(change) for change in table.changed}
        removed = {row[column]: Pair(row[column], row, None) for row in table.removed}
        return removed | {row[column]: Pair(row[column], None, row) for row in table.added} | changed
    before, after = ({row[column]: row for row in rows if column in row} for rows in (table.removed, table.added))
    return {one: Pair(one, before.get(one), after.get(one)) for one in (before | after)}


def _of_change(change: RowChange) -> Pair:
    sides: tuple[Mapping[str, str], Mapping[str, str]]
    sides = {cell.column: cell.before for cell in change.cells}, {cell.column: cell.after for cell in change.cells}
    return Pair(change.key[0], *sides)
