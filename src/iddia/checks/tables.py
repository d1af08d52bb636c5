"""What a package's schemas say, as far as iddia checks it."""

from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from iddia.errors import Place


@dataclass(frozen=True)
class Column:
    """A field of a Table Schema and its constraints."""

    name: str
    type: str = "string"
    required: bool = False
    unique: bool = False
    enum: tuple[str, ...] | None = None
    pattern: str | None = None
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    min_length: int | None = None
    max_length: int | None = None
    true_values: tuple[str, ...] = ("true",)
    false_values: tuple[str, ...] = ("false",)
    is_edtf: bool = False

    @property
    def is_number(self) -> bool:
        """Whether cells are whole or decimal numbers."""
        return self.type in {"integer", "number"}


@dataclass(frozen=True)
class ForeignKey:
    """Columns whose cells must stand in the referenced columns of a table; no table's name means the same table."""

    fields: tuple[str, ...]
    resource: str
    reference: tuple[str, ...]
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Schema:
    """A Table Schema; ``file`` is where it stands."""

    file: str
    columns: tuple[Column, ...]
    primary_key: tuple[str, ...] = ()
    foreign_keys: tuple[ForeignKey, ...] = ()
    missing: tuple[str, ...] = ("",)
    unlike: frozenset[str] = frozenset()
    """Columns of another type than in iddia's own schema: the rules of the ledger say nothing of them."""

    def column(self, name: str) -> Column | None:
        """The column of this name, if there is one."""
        return next((column for column in self.columns if column.name == name), None)


@dataclass(frozen=True)
class Resource:
    """A table that can be read: its name, its file below the package's folder, its schema, and what the descriptor says of the file."""

    name: str
    file: str
    path: Path
    schema: Schema
    bytes: int | None = None
    hash: str | None = None
    places: dict[str, Place] = field(default_factory=dict)
