"""Parquet says what the CSV says, in every reader, with the schema's types and words inside."""

import io
from pathlib import Path
from typing import Any

import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from formats.madeup import publications
from formats.tabular import cells, same
from hypothesis import given

import iddia
from iddia.formats.publication import Publication
from iddia.formats.tabular.parquet import parquet

_KINDS = {"string": "string", "integer": "int64", "number": "double", "boolean": "bool"}


def rows(table: pa.Table) -> list[tuple[Any, ...]]:
    return [tuple(row.values()) for row in table.to_pylist()]


def read(files: dict[str, bytes], name: str) -> pa.Table:
    return pq.read_table(io.BytesIO(files[f"parquet/{name}.parquet"]))


def test_there_is_a_file_for_every_table(published: Publication, tabular: dict[str, bytes]) -> None:
    assert {path for path in tabular if path.startswith("parquet/")} == {f"parquet/{name}.parquet" for name in published.schemas}


def test_every_cell_is_that_of_the_csv(published: Publication, tabular: dict[str, bytes]) -> None:
    assert [name for name in published.schemas if not same(rows(read(tabular, name)), cells(published, name))] == []


def test_polars_reads_the_same_cells(published: Publication, tabular: dict[str, bytes]) -> None:
    for name in published.schemas:
        assert same(pl.read_parquet(io.BytesIO(tabular[f"parquet/{name}.parquet"])).rows(), cells(published, name)), name


@pytest.mark.parametrize("options", [{}, {"dtype_backend": "numpy_nullable"}], ids=["bare", "nullable"])
def test_pandas_reads_what_iddia_loads(options: dict[str, Any], folder: Path, published: Publication, repository: Path) -> None:
    loaded = iddia.load(repository)
    for name, schema in published.schemas.items():
        frame = pd.read_parquet(folder / "parquet" / f"{name}.parquet", **options)
        assert frame.columns.tolist() == [field["name"] for field in schema["fields"]]
        for field in schema["fields"]:
            ours, theirs = loaded.tables[name][field["name"]], frame[field["name"]]
            assert ours.astype("object").where(ours.notna(), None).tolist() == theirs.astype("object").where(theirs.notna(), None).tolist()
            if field["type"] != "string":
                assert theirs.dtype == ours.dtype, (name, field["name"])


def test_schema_words_and_nulls_are_inside(published: Publication, tabular: dict[str, bytes]) -> None:
    for resource in published.descriptor["resources"]:
        table = read(tabular, resource["name"]).schema
        assert table.metadata[b"title_tr"].decode() == resource["title_tr"]
        assert (table.metadata[b"version"], table.metadata[b"license"]) == (b"1.0.0", b"CC-BY-4.0")
        for field in published.schemas[resource["name"]]["fields"]:
            column = table.field(field["name"])
            assert str(column.type) == _KINDS[field["type"]]
            assert column.nullable is not field.get("constraints", {}).get("required", False)
            assert column.metadata == {key.encode(): field[key].encode() for key in ("description", "description_tr")}


@given(publications())
def test_any_cells_come_back(publication: Publication) -> None:
    assert same(rows(read(parquet(publication, {}), "made")), cells(publication, "made"))


@given(publications())
def test_the_same_cells_are_the_same_bytes(publication: Publication) -> None:
    again = Publication(publication.version, publication.date, publication.moment, None, dict(publication.files))
    assert parquet(publication, {}) == parquet(again, {})


def test_a_null_where_the_schema_allows_none_is_refused(published: Publication) -> None:
    path = "data/modalities.csv"
    header, first, *others = published.files[path].decode().split("\n")
    emptied = "\n".join([header, "," + first.partition(",")[2], *others]).encode()
    broken = Publication("1.0.0", published.date, published.moment, None, {**published.files, path: emptied})
    with pytest.raises(ValueError, match="non-nullable"):
        parquet(broken, {})
