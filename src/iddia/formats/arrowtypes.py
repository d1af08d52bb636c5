"""The Arrow type of a column of a Table Schema."""

from collections.abc import Mapping
from typing import Any

import pyarrow as pa

_TYPES: dict[str, pa.DataType] = {"string": pa.string(), "integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_()}


def arrow_type(column: Mapping[str, Any]) -> pa.DataType:
    """The type for a field of a schema: integers of 64 bits, numbers as IEEE 754 doubles, closed lists as strings."""
    return _TYPES[column["type"]]
