"""What a bound is of: a table, maybe only those of its rows that have one value, and what is counted there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from iddia.model.assertions import SIDES, Bound, RowsAssertions, TableAssertions

At = tuple[str, ...]
Measure = Literal["rows", "filled", "distinct", "values", "shares", "each"]
OF_COLUMNS: tuple[Literal["filled", "distinct", "each"], ...] = ("filled", "distinct", "each")
OF_VALUES: tuple[Literal["values", "shares"], ...] = ("values", "shares")


@dataclass(frozen=True)
class Subject:
    """What one bound is of; ``at`` is its path of keys in the file, ``where`` the column and value that its rows have."""

    at: At
    bound: Bound
    table: str
    measure: Measure
    column: str = ""
    value: str = ""
    where: tuple[str, str] | None = None

    @property
    def is_share(self) -> bool:
        """Whether a share of the rows is bounded, not a number."""
        return self.measure in ("filled", "shares")


def subjects(tables: Mapping[str, TableAssertions]) -> Iterator[Subject]:
    """Every bound of the file."""
    for table, asserted in tables.items():
        if asserted.rows is not None:
            yield Subject((table, "rows"), asserted.rows, table, "rows")
        yield from _of_rows(table, asserted, (table,), None)
        for column, values in asserted.where.items():
            for value, part in values.items():
                yield from _of_rows(table, part, (table, "where", column, value), (column, value))


def _of_rows(table: str, asserted: RowsAssertions, at: At, where: tuple[str, str] | None) -> Iterator[Subject]:
    for measure in OF_COLUMNS:
        columns: Mapping[str, Bound] = getattr(asserted, measure)
        for column, bound in columns.items():
            yield Subject((*at, measure, column), bound, table, measure, column, where=where)
    for of_value in OF_VALUES:
        by_column: Mapping[str, Mapping[str, Bound]] = getattr(asserted, of_value)
        for column, values in by_column.items():
            for value, bound in values.items():
                yield Subject((*at, of_value, column, value), bound, table, of_value, column, value, where)


def bounds(tables: Mapping[str, TableAssertions]) -> dict[str, Decimal]:
    """Every bound by a name that does not depend on the order of the file, as a release records them.

    The name is the path of keys, such as ``claims.rows.min`` or ``claims.where.value_kind.quantity.filled.number.min``; no
    key holds a dot. Shares run from 0 to 1. Numbers have no trailing zeros, and the names are sorted.
    """
    found = {
        ".".join((*subject.at, side)): _plain(value)
        for subject in subjects(tables)
        for side in SIDES
        if (value := subject.bound.value(side)) is not None
    }
    return dict(sorted(found.items()))


def _plain(value: Decimal) -> Decimal:
    return Decimal(int(value)) if value == value.to_integral_value() else value.normalize()
