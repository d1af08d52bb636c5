"""parquet/<table>.parquet: every table as Parquet, its descriptions inside."""

import io
import json
from collections.abc import Mapping
from typing import Any

import pyarrow as pa
from pyarrow import parquet as pq

from iddia.formats.publication import Publication

ROWS_OF_A_GROUP = 100_000
_PANDAS_TYPES = {"integer": ("int64", "Int64"), "number": ("float64", "Float64"), "boolean": ("bool", "boolean")}


def parquet(publication: Publication, made: Mapping[str, bytes]) -> dict[str, bytes]:
    """One file a table: columns, order and nulls of the CSV, types of the schema.

    Closed lists are plain strings: Parquet stores each value once either way, and a dictionary type would reach only pandas and polars, as
    categories that lack the values which do not occur. Each column that its schema requires is one that cannot hold null.
    """
    return {
        f"parquet/{name}.parquet": as_parquet(table, publication.schemas[name]["fields"], _about_table(publication, name))
        for name, table in publication.tables.items()
    }


def as_parquet(table: pa.Table, fields: list[dict[str, Any]], about_table: Mapping[str, str]) -> bytes:
    """The file of one table. Its bytes depend on these values and the version of pyarrow alone."""
    schema = pa.schema([_described(table.schema.field(field["name"]), field) for field in fields], metadata=dict(about_table))
    written = io.BytesIO()
    pq.write_table(
        table.cast(schema), written, compression="zstd", compression_level=9, row_group_size=ROWS_OF_A_GROUP,
        version="2.6", use_dictionary=True, write_statistics=True,
    )  # fmt: skip
    return written.getvalue()


def _described(column: pa.Field, field: Mapping[str, Any]) -> pa.Field:
    described = {key: field[key] for key in ("description", "description_tr") if key in field}
    return column.with_metadata(described).with_nullable(not field.get("constraints", {}).get("required", False))


def _about_table(publication: Publication, name: str) -> dict[str, str]:
    resource = next(each for each in publication.descriptor["resources"] if each["name"] == name)
    said = {key: resource[key] for key in ("title", "title_tr", "description", "description_tr")}
    licence = ", ".join(each["name"] for each in publication.descriptor["licenses"])
    return said | {"version": publication.version, "license": licence, "pandas": for_pandas(publication.schemas[name]["fields"])}


def for_pandas(fields: list[dict[str, Any]]) -> str:
    """What makes a bare ``pd.read_parquet`` give the nullable types of ``iddia.load``; without it booleans with nulls become objects."""
    columns = [
        {"name": field["name"], "field_name": field["name"], "pandas_type": arrow, "numpy_type": numpy, "metadata": None}
        for field in fields
        if field["type"] in _PANDAS_TYPES
        for arrow, numpy in [_PANDAS_TYPES[field["type"]]]
    ]
    return json.dumps({"index_columns": [], "column_indexes": [], "columns": columns})
