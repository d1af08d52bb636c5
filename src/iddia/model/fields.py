"""What a field of a model is as a column of a table."""

from decimal import Decimal
from types import NoneType
from typing import Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

_TYPES = {str: "string", int: "integer", Decimal: "number", bool: "boolean"}


def column_type(info: FieldInfo) -> tuple[str, tuple[str, ...], bool]:
    """A column's Table Schema type, its closed list (empty when open), and whether it may be null."""
    union = get_origin(info.annotation) is not Literal and get_args(info.annotation)
    parts: tuple[Any, ...] = union or (info.annotation,)
    kind = next(part for part in parts if part is not NoneType)
    if get_origin(kind) is Literal:
        return "string", get_args(kind), NoneType in parts
    return _TYPES[kind], (), NoneType in parts


def few_values(info: FieldInfo) -> tuple[str, ...]:
    """The values that a column may have, as a file writes them, where they are few enough to be named: closed lists and yes or no."""
    kind, choices, _ = column_type(info)
    return ("false", "true") if kind == "boolean" else choices


def extra_of(info: FieldInfo) -> dict[str, Any]:
    """What ``column`` noted beside the type: the Turkish meaning, and the ``table.column`` that a foreign key refers to."""
    extra = info.json_schema_extra
    return extra if isinstance(extra, dict) else {}
