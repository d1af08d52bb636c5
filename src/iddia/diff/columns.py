"""Rows that are kept as whole columns, and what differs between two such tables; Python objects are made only of what differs.

Polars is needed here and imported late, for a package of some articles is compared sooner than polars is imported.
"""

import os
from collections.abc import Collection, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, overload

from iddia.diff.order import in_order
from iddia.diff.records import CellChange, Renamed, Row, RowChange, Table

if TYPE_CHECKING:
    import polars as pl

_AT_ONCE = 10_000
_OLD, _NEW = "row of old", "row of new"
_WORKERS = min(4, os.cpu_count() or 1)


class ColumnRows(Sequence[Row]):
    """A table's rows over a frame of texts without nulls."""

    def __init__(self, frame: "pl.DataFrame") -> None:
        self.frame = frame

    def __len__(self) -> int:
        return self.frame.height

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> "ColumnRows": ...
    def __getitem__(self, at: int | slice) -> "Row | ColumnRows":
        if isinstance(at, slice):
            return ColumnRows(self.frame[at])
        row: Row = self.frame.row(range(len(self))[at], named=True)
        return row

    def __iter__(self) -> Iterator[Row]:
        for piece in self.frame.iter_slices(_AT_ONCE):
            yield from piece.to_dicts()

    def are_unique(self, key: Sequence[str]) -> bool:
        """Whether no two rows have the same cells in the columns of the key."""
        return not self.frame.select(key).is_duplicated().any()

    def where(self, column: str, cells: frozenset[str]) -> Sequence[Row]:
        """The rows whose cell in the column is one of these."""
        return self.frame.filter(self.frame[column].is_in(list(cells))).to_dicts()


def rows_where(rows: Sequence[Row], column: str, cells: frozenset[str]) -> Sequence[Row]:
    """The rows whose cell in the column is one of these; none where there is no such column."""
    if isinstance(rows, ColumnRows):
        return rows.where(column, cells) if column in rows.frame.columns else []
    return [row for row in rows if row.get(column) in cells]


def cells_where(rows: Sequence[Row], column: str, cells: frozenset[str]) -> set[str]:
    """Those of the cells that stand in the column."""
    if isinstance(rows, ColumnRows):
        return set(rows.frame[column].filter(rows.frame[column].is_in(list(cells)))) if column in rows.frame.columns else set()
    return {row[column] for row in rows if row.get(column) in cells}


@dataclass(frozen=True)
class Found:
    """What differs between the rows of two tables."""

    added: tuple[Row, ...] = ()
    removed: tuple[Row, ...] = ()
    changed: tuple[RowChange, ...] = ()
    renamed: tuple[Renamed, ...] = ()


def are_columns(old: Table, new: Table) -> bool:
    """Whether the tables are compared by whole columns: one of them is kept so."""
    return isinstance(old.rows, ColumnRows) or isinstance(new.rows, ColumnRows)


def by_columns(old: Table, new: Table, key: tuple[str, ...]) -> Found:
    """The rows of both tables matched by ``key``, which is unique in each, and compared column by column, some at the same time."""
    import polars as pl

    before, after = _frame(old), _frame(new)
    matched = _matched(before, after, key)
    kept = matched.drop_nulls()
    both = Both(before, after, kept[_OLD], kept[_NEW])
    columns = [column for column in dict.fromkeys([*after.columns, *before.columns]) if column not in key]
    with ThreadPoolExecutor(_WORKERS) as pool:
        found = zip(columns, pool.map(both.unequal, columns), strict=True)
        differing = {column: unequal for column, unequal in found if unequal is not None}
    differ = pl.Series([False], dtype=pl.Boolean).new_from_index(0, kept.height)
    for unequal in differing.values():
        differ |= unequal
    rows = differ.arg_true()
    needed = [*key, *differing]
    changed = _changed(_cut(before, needed, both.at_old.gather(rows)), _cut(after, needed, both.at_new.gather(rows)), key, [*differing])
    added = after[matched.filter(pl.col(_OLD).is_null())[_NEW]]
    removed = before[matched.filter(pl.col(_NEW).is_null())[_OLD]]
    return Found(_sorted(added, key), _sorted(removed, key), changed, tuple(both.renamed(differing)))


@dataclass(frozen=True)
class Both:
    """Two tables and, side by side, the numbers of the rows that both have."""

    before: "pl.DataFrame"
    after: "pl.DataFrame"
    at_old: "pl.Series"
    at_new: "pl.Series"

    def unequal(self, column: str) -> "pl.Series | None":
        """The rows in which the column's cells differ; None for none."""
        if all(column not in side.columns or not side[column].str.len_bytes().sum() for side in (self.before, self.after)):
            return None
        found = _gathered(self.before, column, self.at_old) != _gathered(self.after, column, self.at_new)
        return found if found.any() else None

    def renamed(self, differing: Collection[str]) -> Iterator[Renamed]:
        """Columns that went beside columns that came with the same cells, not all of them null."""
        gone = [column for column in self.before.columns if column not in self.after.columns and column in differing]
        come = [column for column in self.after.columns if column not in self.before.columns]
        for one in gone:
            cells = _gathered(self.before, one, self.at_old)
            yield from (Renamed(one, other) for other in come if cells.equals(_gathered(self.after, other, self.at_new)))


def _cut(frame: "pl.DataFrame", columns: Sequence[str], rows: "pl.Series") -> "pl.DataFrame":
    """Some rows, and those of the columns that the frame has."""
    return frame.select([column for column in columns if column in frame.columns])[rows]


def _frame(table: Table) -> "pl.DataFrame":
    import polars as pl

    if isinstance(table.rows, ColumnRows):
        return table.rows.frame
    return pl.DataFrame({column: [row[column] for row in table.rows] for column in table.columns}, dict.fromkeys(table.columns, pl.String))


def _matched(before: "pl.DataFrame", after: "pl.DataFrame", key: tuple[str, ...]) -> "pl.DataFrame":
    """The numbers of the rows of each key, null where a side has none."""
    import polars as pl

    if before.height == after.height and all(before[column].equals(after[column]) for column in key):
        numbers = pl.int_range(before.height, dtype=pl.UInt32, eager=True)
        return pl.DataFrame({_OLD: numbers, _NEW: numbers})
    names = [f"k{number}" for number in range(len(key))]
    sides = [
        pl.DataFrame({**{name: side[column] for name, column in zip(names, key, strict=True)}}).with_row_index(index)
        for side, index in ((before, _OLD), (after, _NEW))
    ]
    return sides[0].join(sides[1], on=names, how="full", coalesce=True).select(_OLD, _NEW)


def _gathered(frame: "pl.DataFrame", column: str, rows: "pl.Series") -> "pl.Series":
    import polars as pl

    if column in frame.columns:
        return frame[column].gather(rows)
    return pl.Series([""], dtype=pl.String).new_from_index(0, len(rows))


def _changed(before: "pl.DataFrame", after: "pl.DataFrame", key: tuple[str, ...], columns: Sequence[str]) -> tuple[RowChange, ...]:
    """Rows that stand beside each other, of which each differs in one of the columns."""
    changes = []
    for old, new in zip(before.iter_rows(named=True), after.iter_rows(named=True), strict=True):
        pairs = ((column, old.get(column, ""), new.get(column, "")) for column in columns)
        changes.append(RowChange(tuple(new[column] for column in key), tuple(CellChange(*pair) for pair in pairs if pair[1] != pair[2])))
    return tuple(sorted(changes, key=lambda change: in_order(change.key)))


def _sorted(frame: "pl.DataFrame", key: tuple[str, ...]) -> tuple[Row, ...]:
    rows: list[Row] = [*frame.iter_rows(named=True)]
    return tuple(sorted(rows, key=lambda row: in_order(row[column] for column in key)))
