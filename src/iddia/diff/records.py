"""What differs between two versions of a package, as plain records."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

Row = Mapping[str, str]
"""A row's cells by column, as they stand in the file; "" is null."""
Status = Literal["added", "removed", "changed"]
Happened = Literal["added", "corrected", "retracted", "re-attributed", "re-graded"]


@dataclass(frozen=True)
class Table:
    """A table as it was read: its columns with their attributes, its keys and its rows.

    ``columns`` has the attributes of each field of the schema (type, format, constraints.enum …) as canonical JSON; ``settings`` those
    of the schema itself (primaryKey, foreignKeys …). Titles and descriptions are words for people and no part of either.
    ``rows`` are plain mappings, or ``ColumnRows``, whose mappings are only made for who asks for them.
    """

    name: str
    columns: Mapping[str, Mapping[str, str]]
    key: tuple[str, ...]
    rows: Sequence[Row]
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
    """An attribute of a column, or of the schema itself (``column`` None), as JSON before and after; None: there is none.

    A column that came or went is one change of the attribute ``column``, with its type.
    """

    column: str | None
    attribute: str
    before: str | None
    after: str | None


@dataclass(frozen=True)
class Shape:
    """All of a table but its name and rows: columns in the order of the file, key, settings, as in ``Table``."""

    columns: Mapping[str, Mapping[str, str]]
    key: tuple[str, ...]
    settings: Mapping[str, str]


@dataclass(frozen=True)
class Renamed:
    """A column that went and one that came, whose cells are the same in every row that both versions have."""

    before: str
    after: str


@dataclass(frozen=True)
class TableDifference:
    """What differs in one table. ``key`` is what its rows were matched by; () when they could only be matched whole.

    ``shape_before`` and ``shape_after`` are there when the schemas differ, and one of them when the table came or went.
    """

    name: str
    key: tuple[str, ...]
    status: Status
    """added, removed or changed: the table itself."""
    schema: tuple[SchemaChange, ...] = ()
    added: tuple[Row, ...] = ()
    removed: tuple[Row, ...] = ()
    changed: tuple[RowChange, ...] = ()
    renamed: tuple[Renamed, ...] = ()
    shape_before: Shape | None = None
    shape_after: Shape | None = None

    def key_of(self, row: Row) -> tuple[str, ...]:
        """The cells of a row's key; all its cells, where rows were matched whole."""
        return tuple(row[column] for column in self.key) if self.key else tuple(row.values())

    def counts(self) -> Counter[str]:
        """How many rows were added, removed and changed."""
        return Counter(added=len(self.added), removed=len(self.removed), changed=len(self.changed))


@dataclass(frozen=True)
class ClaimChange:
    """One thing of a claim that differs, as a row of the table ``changes`` has it; "" is null.

    ``field`` is a column of claims, ``attributions`` for the whole chain, or ``evidence.`` and a role for all quotes of that role,
    and stands once for a claim. A claim that was added or retracted has one record, of ``statement_en``.
    """

    claim_id: str
    change: Happened
    field: str
    before: str
    after: str


@dataclass(frozen=True)
class UnitChange:
    """A number that now counts something else: a claim's own unit, or what a unit is.

    ``table`` is claims, units or figures, ``id`` the row's key, ``column`` what differs in it. ``before`` and ``after`` are in words:
    the number with its unit for a claim, the cell for a unit and a figure. ``claims`` are all claims of the new version that are concerned.
    """

    table: Literal["claims", "units", "figures"]
    id: str
    column: str
    before: str
    after: str
    claims: tuple[str, ...]


@dataclass(frozen=True)
class Difference:
    """What differs between two packages: their versions, and the tables that are not the same, in order of name.

    ``units`` and ``claims`` say the same of claims as people ask for it; they follow from the tables.
    """

    old_version: str | None
    new_version: str | None
    tables: tuple[TableDifference, ...]
    units: tuple[UnitChange, ...] = ()
    claims: tuple[ClaimChange, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether the two have the same version, schemas and rows."""
        return not self.tables and self.old_version == self.new_version
