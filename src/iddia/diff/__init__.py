"""Two versions of a package compared: which rows of which table were added, removed and changed, cell by cell."""

from iddia.diff.compare import difference
from iddia.diff.records import CellChange, Difference, Package, RowChange, SchemaChange, Table, TableDifference

__all__ = ["CellChange", "Difference", "Package", "RowChange", "SchemaChange", "Table", "TableDifference", "difference"]
