"""What differs between two versions of a package, as plain records."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

Row = Mapping[str, str]
"""A row's cells by column, as they stand in the file; "" is null."""


@dataclass(frozen=True)
class Table:
    """A table as it was read: its columns with their attributes, its keys and its rows.

    ``columns`` has the attributes of each field of the schema (type, format, constraints) as canonical JSON; ``settings`` those
    of the schema itself (primaryKey, foreignKeys …). Titles and descriptions are words for people and no part of either.
    """

    name: str
    columns: Mapping[str, Mapping[str, str]]
    key: tuple[str, ...]
    rows: tuple[Row, ...]
    settings: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Package:
    """A package as it was read: its version, if it says one, and its tables by name."""

    tables: Mapping[str, Table]
    version: str | None = None


@dataclass(frozen=True)
class CellChange:
    """One cell before and after; a column that one side does not have counts as null ("")."""

    column: str
    before: str
    after: str


@dataclass(frozen=True)
class RowChange:
    """A row that both versions have: the cells of its key, and every cell that differs."""

    key: tuple[str, ...]
    cells: tuple[CellChange, ...]


@dataclass(frozen=True)
class SchemaChange:
    """An attribute of a column, or of the schema itself (``column`` None), as JSON before and after; None: there is none."""

    column: str | None
    attribute: str
    before: str | None
    after: str | None


@dataclass(frozen=True)
class TableDifference:
    """What differs in one table. ``key`` is what its rows were matched by; () when they could only be matched whole."""

    name: str
    key: tuple[str, ...]
    status: str
    """added, removed or changed: the table itself."""
    schema: tuple[SchemaChange, ...] = ()
    added: tuple[Row, ...] = ()
    removed: tuple[Row, ...] = ()
    changed: tuple[RowChange, ...] = ()

    def key_of(self, row: Row) -> tuple[str, ...]:
        """The cells of a row's key; all its cells, where rows were matched whole."""
        return tuple(row[column] for column in self.key) if self.key else tuple(row.values())

    def counts(self) -> Counter[str]:
        """How many rows were added, removed and changed."""
        return Counter(added=len(self.added), removed=len(self.removed), changed=len(self.changed))


@dataclass(frozen=True)
class Difference:
    """What differs between two packages: their versions, and the tables that are not the same, in order of name."""

    old_version: str | None
    new_version: str | None
    tables: tuple[TableDifference, ...]

    @property
    def is_empty(self) -> bool:
        """Whether the two have the same version, schemas and rows."""
        return not self.tables and self.old_version == self.new_version
