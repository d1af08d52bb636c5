"""The forms of the tables in a release, Parquet and SQLite, against the CSV of its package."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyarrow import parquet

from iddia.errors import Place, Problem
from iddia.formats.publication import Publication
from iddia.verify.compare import Compared, differences
from iddia.verify.layout import parquet_file

_ROWS = 50_000


def check_parquet(package: Publication, files: dict[str, Path]) -> Iterator[Problem]:
    """Every Parquet file that there is against its table. A file of no table is told too."""
    wanted = {parquet_file(table): table for table in package.tables}
    for name in sorted(name for name in files if name.startswith("parquet/") and name.endswith(".parquet")):
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


def check_sqlite(package: Publication, files: dict[str, Path]) -> Iterator[Problem]:
    """Every table of each SQLite file against its CSV; what else the file holds is its own."""
    for name in sorted(name for name in files if name.endswith(".sqlite")):
        yield from _check_database(package, name, files)


def _check_database(package: Publication, name: str, files: dict[str, Path]) -> Iterator[Problem]:
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
                form = Compared(name, table, package.schemas[table]["primaryKey"])
                got, strange = _read(connection, form, expected.schema)
                yield from strange
                yield from differences(form, expected, got)
    except (sqlite3.Error, ValueError, pa.ArrowException) as error:
        yield _unreadable(name, error)


def _read(connection: sqlite3.Connection, form: Compared, wanted: Any) -> tuple[pa.Table, list[Problem]]:
    """A table in the types of its CSV, and a problem for the first cell of each column that is of another type: it counts as empty."""
    quoted = '"' + form.table.replace('"', '""') + '"'
    cursor = connection.execute(f"SELECT * FROM {quoted} ORDER BY rowid")  # noqa: S608 (quoted above)
    names = [column[0] for column in cursor.description]
    types = [wanted.field(name).type if name in wanted.names else pa.string() for name in names]
    parts: list[list[Any]] = [[] for _ in names]
    problems: dict[str, Problem] = {}
    start = 0
    while rows := cursor.fetchmany(_ROWS):
        for name, part, type_, cells in zip(names, parts, types, zip(*rows, strict=True), strict=True):
            right = _KINDS[type_]
            strange = [row for row, cell in enumerate(cells) if cell is not None and not right(cell)] if name in wanted.names else []
            if strange and name not in problems:
                problems[name] = _strange(form, name, start + strange[0] + 1, cells[strange[0]])
            part.append(pa.array([_typed(cell, type_, right) for cell in cells], type_))
        start += len(rows)
    columns = [pa.chunked_array(part, type_) for part, type_ in zip(parts, types, strict=True)]
    return pa.table(columns, names=names), list(problems.values())


_KINDS: dict[Any, Callable[[Any], bool]] = {
    pa.string(): lambda cell: isinstance(cell, str),
    pa.int64(): lambda cell: isinstance(cell, int),
    pa.float64(): lambda cell: isinstance(cell, int | float),
    pa.bool_(): lambda cell: cell in {0, 1},
}
"""What cells SQLite gives for a column of each type; it has no booleans, and may store a whole number as it is."""


def _typed(cell: Any, type_: Any, right: Callable[[Any], bool]) -> Any:
    if cell is None or not right(cell):
        return None
    return bool(cell) if pa.types.is_boolean(type_) else cell


def _strange(form: Compared, name: str, row: int, cell: Any) -> Problem:
    message = (
        f"row {row} of {form.table}: {name} is of another type than in the CSV",
        f"{form.table}, {row}. satır: {name} CSV'dekinden başka türde",
    )
    return form.problem("form-cell", message, repr(cell)[:120], None)


def _unreadable(name: str, error: Exception) -> Problem:
    return Problem("form-unreadable", Place(name), _BROKEN, got=" ".join(str(error).split())[:120], mend=_FETCH)


_BROKEN = ("the file cannot be read as what it should be", "dosya, olması gereken biçimde okunamıyor")
_NO_TABLE = ("the package has no table to this file", "pakette bu dosyanın bir tablosu yok")
_FETCH = (
    "fetch the release anew: its forms were made from one package",
    "sürümü yeniden indirin: biçimlerinin hepsi tek paketten üretilir",
)
