"""How a table's model says what its columns mean: descriptions in both languages, keys and foreign keys."""

from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field

ID_PATTERN = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
LANGUAGE_PATTERN = r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$"
SHA256_PATTERN = r"^[0-9a-f]{64}$"
SNAKE_PATTERN = r"^[a-z][a-z0-9]*(_[a-z0-9]+)*$"
RELATION_ID_PATTERN = r"^r-[0-9a-f]{12}$"
WIKIDATA_PATTERN = r"^[QP][1-9][0-9]*$"
CLAIM_ID_PATTERN = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*\.[0-9]{2,6}$"
VERSION_PATTERN = r"^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)$"
CHANGED_FIELD_PATTERN = r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)?$"


def column(en: str, tr: str, *, to: str | None = None, pattern: str | None = None, ge: int | None = None) -> Any:
    """A column: its meaning in English and Turkish, and the ``table.column`` it is a foreign key to."""
    extra: dict[str, Any] = {"tr": tr}
    if to is not None:
        extra["to"] = to
    return Field(description=en, pattern=pattern, ge=ge, json_schema_extra=extra)


class Row(BaseModel):
    """One row of a table. Subclasses say which table, its key and what it is about."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    table: ClassVar[str]
    key: ClassVar[tuple[str, ...]]
    heading: ClassVar[tuple[str, str]]
    about: ClassVar[tuple[str, str]]
