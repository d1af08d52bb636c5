"""Two versions of a package compared: which rows of which table were added, removed and changed, cell by cell, and which claims."""

from iddia.diff.applying import apply
from iddia.diff.claims import claim_changes
from iddia.diff.compare import difference
from iddia.diff.records import (
    CellChange,
    ClaimChange,
    Difference,
    Package,
    Renamed,
    RowChange,
    SchemaChange,
    Shape,
    Table,
    TableDifference,
    UnitChange,
)
from iddia.diff.units import unit_changes

__all__ = [
    "CellChange",
    "ClaimChange",
    "Difference",
    "Package",
    "Renamed",
    "RowChange",
    "SchemaChange",
    "Shape",
    "Table",
    "TableDifference",
    "UnitChange",
    "apply",
    "claim_changes",
    "difference",
    "unit_changes",
]
