"""Numbers that now count something else: what nobody may find out by accident."""

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from iddia.diff.columns import rows_where
from iddia.diff.order import in_order
from iddia.diff.pairing import pairs
from iddia.diff.records import Difference, Package, Row, TableDifference, UnitChange

CLAIMS, UNITS, FIGURES = "claims", "units", "figures"
OF_CLAIM, OF_UNIT = ("unit", "per"), ("dimension", "factor", "code", "label_en", "label_tr")
"""Columns of claims and of units that say what a number counts; under its label a reader takes it for what it is called."""


def unit_changes(difference: Difference, old: Package, new: Package) -> tuple[UnitChange, ...]:
    """Claims and figures whose unit differs, and units that are no longer what they were, each with the claims of ``new`` that use it.

    A factor that is only spelled otherwise (1 and 1.0) is the same factor.
    """
    tables = {table.name: table for table in difference.tables}
    return (*_units(tables.get(UNITS), new), *_claims(tables.get(CLAIMS), old, new), *_figures(tables.get(FIGURES)))


def _units(table: TableDifference | None, new: Package) -> Iterator[UnitChange]:
    for unit, pair in pairs(table, "unit_id").items():
        cells = {column: (before, after) for column, before, after in pair.cells()}
        differing = [column for column in OF_UNIT if column in cells and not (column == "factor" and is_equal(*cells[column]))]
        if differing:
            users = _users(unit, new)
            yield from (UnitChange("units", unit, column, *cells[column], users) for column in differing)


def _claims(table: TableDifference | None, old: Package, new: Package) -> Iterator[UnitChange]:
    found = {one: [column for column, *_ in pair.cells() if column in OF_CLAIM] for one, pair in pairs(table, "claim_id").items()}
    differing = {one: columns for one, columns in found.items() if columns}
    if not differing:
        return
    ids = frozenset(differing)
    before, after = ({row["claim_id"]: row for row in rows_where(side.tables[CLAIMS].rows, "claim_id", ids)} for side in (old, new))
    for one in sorted(differing, key=lambda one: in_order([one])):
        yield from (UnitChange("claims", one, column, amount(before[one]), amount(after[one]), (one,)) for column in differing[one])


def _figures(table: TableDifference | None) -> Iterator[UnitChange]:
    """Lines of arithmetic are keyed by their claim first."""
    for row in table.changed if table is not None and table.key[:1] == ("claim_id",) else ():
        for cell in row.cells:
            if cell.column == "unit":
                yield UnitChange("figures", " ".join(row.key), "unit", cell.before, cell.after, (row.key[0],))


def amount(row: Row) -> str:
    """A claim's number with its unit, as in ``5000000 usd / year``; "" for none."""
    bounds = [row.get(column, "") for column in ("number_min", "number_max")]
    number = row.get("number") or ("–".join(bounds) if any(bounds) else "")
    per = f"/ {row['per']}" if row.get("per") else ""
    return " ".join(filter(None, (number, row.get("unit", ""), per)))


def _users(unit: str, package: Package) -> tuple[str, ...]:
    rows = package.tables[CLAIMS].rows if CLAIMS in package.tables else ()
    users = {row["claim_id"] for column in OF_CLAIM for row in rows_where(rows, column, frozenset({unit})) if "claim_id" in row}
    return tuple(sorted(users, key=lambda one: in_order([one])))


def is_equal(before: str, after: str) -> bool:
    """Whether both are the same number, however it is spelled."""
    try:
        return Decimal(before) == Decimal(after)
    except InvalidOperation:
        return False
