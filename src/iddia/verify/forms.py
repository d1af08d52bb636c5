"""The forms of the tables in a release, Parquet and SQLite, against the CSV of its package."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyarrow import parquet

from iddia.errors import Place, Problem
from iddia.formats.publication import Publication
from iddia.verify.compare import Compared, differences
from iddia.verify.layout import parquet_file, sqlite_file

_ROWS = 50_000


def check_parquet(package: Publication, files: dict[str, Path]) -> Iterator[Problem]:
    """Every Parquet file that there is against its table. A file of no table is told too."""
    wanted = {parquet_file(table): table for table in package.tables}
    for name in sorted(name for name in files if name.startswith("parquet/")):
        if name not in wanted:
            yield Problem("form-rows", Place(name), _NO_TABLE, mend=_FETCH)
            continue
        table = wanted[name]
        try:
            with parquet.ParquetFile(files[name]) as file:
                got = file.read()
                got.validate(full=True)
        except (OSError, ValueError, pa.ArrowException) as error:
            yield _unreadable(name, error)
            continue
        yield from differences(Compared(name, table, package.schemas[table]["primaryKey"]), package.tables[table], got)


def check_sqlite(package: Publication, version: str, files: dict[str, Path]) -> Iterator[Problem]:
    """Every table of the SQLite file against its CSV; what else the file holds is its own."""
    name = sqlite_file(version)
    if name not in files:
        return
    address = f"{files[name].resolve().as_uri()}?mode=ro&immutable=1"
    try:
        with closing(sqlite3.connect(address, uri=True)) as connection:
            connection.execute("PRAGMA trusted_schema = OFF")
            there = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
            for table, expected in package.tables.items():
                if table not in there:
                    message = (f"the file lacks the table {table}", f"dosyada {table} tablosu yok")
                    yield Problem("form-rows", Place(name), message, expected=table, mend=_FETCH)
                    continue
                got = _read(connection, table, expected.schema)
                yield from differences(Compared(name, table, package.schemas[table]["primaryKey"]), expected, got)
    except (sqlite3.Error, ValueError, pa.ArrowException) as error:
        yield _unreadable(name, error)


def _read(connection: sqlite3.Connection, table: str, wanted: Any) -> pa.Table:
    """A table with the types of its CSV where its values are of them, else with those that the values have."""
    quoted = '"' + table.replace('"', '""') + '"'
    cursor = connection.execute(f"SELECT * FROM {quoted} ORDER BY rowid")  # noqa: S608 (quoted above)
    names = [column[0] for column in cursor.description]
    types = [wanted.field(name).type if name in wanted.names else None for name in names]
    parts: list[list[Any]] = [[] for _ in names]
    while rows := cursor.fetchmany(_ROWS):
        for part, type_, cells in zip(parts, types, zip(*rows, strict=True), strict=True):
            part.append(_array(cells, type_))
    return pa.table([_joined(part, type_) for part, type_ in zip(parts, types, strict=True)], names=names)


def _array(cells: tuple[Any, ...], wanted: Any) -> Any:
    """Cells as Arrow holds them; SQLite has no booleans, and stores a whole number of a numeric column as it was given."""
    if wanted is not None and pa.types.is_boolean(wanted) and set(cells) <= {0, 1, None}:
        cells = tuple(None if cell is None else bool(cell) for cell in cells)
    try:
        return pa.array(cells, wanted)
    except (TypeError, ValueError, pa.ArrowException):
        return pa.array(
            [None if cell is None else str(cell) for cell in cells], pa.large_binary() if wanted == pa.string() else pa.string()
        )


def _joined(parts: list[Any], wanted: Any) -> Any:
    types = {part.type for part in parts}
    if len(types) > 1:
        return pa.chunked_array([part.cast(pa.large_binary()) for part in parts])
    return pa.chunked_array(parts, types.pop() if types else wanted or pa.null())


def _unreadable(name: str, error: Exception) -> Problem:
    return Problem("form-unreadable", Place(name), _BROKEN, got=" ".join(str(error).split())[:120], mend=_FETCH)


_BROKEN = ("the file cannot be read as what it should be", "dosya, olması gereken biçimde okunamıyor")
_NO_TABLE = ("the package has no table to this file", "pakette bu dosyanın bir tablosu yok")
_FETCH = (
    "fetch the release anew: its forms were made from one package",
    "sürümü yeniden indirin: biçimlerinin hepsi tek paketten üretilir",
)
