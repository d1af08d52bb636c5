"""A table's Parquet file as a DataFrame, in the same types as its CSV file gives; needs pyarrow."""

from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
from pyarrow import parquet

from iddia.analyst.contents import Contents, unreadable
from iddia.analyst.frames import days_of, dtype_of, is_closed, lacking, outside, text_dtype, unlike_schema


def read_parquet(files: Contents, name: str, schema: dict[str, Any]) -> pd.DataFrame:
    """One table, as ``frames.read_csv`` makes it of the CSV file. Raises CouldNotRunError as that does."""
    fields = schema["fields"]
    path, source = files.place / name, files.source(name)
    try:
        table = _table(source, fields)
        if missing := [field["name"] for field in fields if field["name"] not in table.column_names]:
            raise lacking(path, missing)
        columns: dict[str, Any] = {}
        for field in fields:
            columns |= _columns(field, table.column(field["name"]), table.num_rows)
    except OSError as error:  # pyarrow's own errors of damaged files are OSErrors or ValueErrors
        raise unreadable(path, error) from None
    except (ValueError, pa.ArrowException) as error:
        raise unlike_schema(path, error) from None
    frame = pd.DataFrame(columns, copy=False)
    if strange := [field["name"] for field in fields if _is_strange(field, table, frame)]:
        raise outside(path, strange)
    return frame


def _table(source: Path | BytesIO, fields: list[dict[str, Any]]) -> Any:
    """The columns of the schema, those of few different values by their codes: a million cells are then a few hundred to look at."""
    coded = [field["name"] for field in fields if _is_coded(field)]
    with parquet.ParquetFile(source, read_dictionary=coded, memory_map=True) as file:
        there = set(file.schema_arrow.names)
        return file.read([field["name"] for field in fields if field["name"] in there], use_threads=True)


def _is_coded(field: dict[str, Any]) -> bool:
    return bool(field.get("constraints", {}).get("enum")) or field.get("semantics") == "edtf"


def _is_strange(field: dict[str, Any], table: Any, frame: pd.DataFrame) -> bool:
    """Whether cells of a closed list are not of it: they have no category, and were not all empty."""
    column = frame[field["name"]].array
    if not isinstance(column, pd.Categorical):
        return False
    return int(column.isna().sum()) > (0 if is_closed(field) else table.column(field["name"]).null_count)


def _columns(field: dict[str, Any], column: Any, rows: int) -> dict[str, Any]:
    """The columns of the frame that a field gives, by name."""
    name = field["name"]
    dtype = dtype_of(field)
    if isinstance(dtype, pd.CategoricalDtype):
        codes, values = _codes(column)
        return {
            name: pd.Categorical.from_codes(
                np.append(dtype.categories.get_indexer(pd.Index(values, dtype=object)), -1)[codes], dtype=dtype, validate=False
            )
        }
    if field.get("semantics") == "edtf":
        codes, values = _codes(column)
        ends = days_of(values)[codes]
        return {name: _texts(column.cast(pa.string()), rows), f"{name}_earliest": ends[:, 0], f"{name}_latest": ends[:, 1]}
    if isinstance(dtype, pd.StringDtype):
        return {name: _texts(column, rows)}
    arrow = {"integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_()}[field["type"]]
    return {name: dtype.__from_arrow__(column if column.type == arrow else column.cast(arrow))}


def _texts(column: Any, rows: int) -> Any:
    if not (pa.types.is_string(column.type) or pa.types.is_large_string(column.type)):
        column = column.cast(pa.string())
    return text_dtype(rows).__from_arrow__(column)


def _codes(column: Any) -> tuple[Any, list[str]]:
    """For each cell its place among the different values, -1 for a null, and these values."""
    coded = column.unify_dictionaries() if pa.types.is_dictionary(column.type) else column.cast(pa.string()).dictionary_encode()
    values = coded.chunk(0).dictionary.cast(pa.string()).to_pylist() if coded.num_chunks else []
    codes = [chunk.indices.fill_null(-1).to_numpy(zero_copy_only=False) for chunk in coded.chunks]
    return np.concatenate(codes) if codes else np.empty(0, dtype="int64"), values
