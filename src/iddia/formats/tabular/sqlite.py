"""iddia-<version>.sqlite: all tables in one file, with keys, views, full-text search and a description of every column."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import apsw
import pyarrow as pa

from iddia import about
from iddia.citing import cite
from iddia.formats.publication import Publication
from iddia.formats.tabular.codebookrows import CODEBOOK, codebook_rows
from iddia.formats.tabular.search import CREATE_SEARCH, SEARCH, search_rows
from iddia.formats.tabular.sqlitetables import create_indexes, create_table, quoted, text
from iddia.formats.tabular.views import views

PAGE = 4096
APPLICATION_ID = int.from_bytes(b"iddi", "big")
"""What `file` and SQLite's own tools can tell the file by."""


def sqlite(publication: Publication, made: Mapping[str, bytes]) -> dict[str, bytes]:
    """The file. It holds nothing that SQLite 3.27 lacks; its bytes depend on the tables, the version and the version of SQLite in apsw.

    A number is a REAL: the IEEE 754 double nearest to what the CSV says, as in Parquet and in pandas, also where it is whole, so that no
    division cuts its fraction off. Booleans are 1 and 0. Raises apsw.ConstraintError where rows break a key or a closed list.
    """
    connection = apsw.Connection(":memory:")
    try:
        for setting, value in (("page_size", PAGE), ("encoding", text("UTF-8")), ("foreign_keys", "ON")):
            connection.execute(f"PRAGMA {setting} = {value}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {_user_version(publication.version)}")
        with connection:
            _write(connection, publication)
        connection.execute(f"INSERT INTO {SEARCH} ({SEARCH}) VALUES ('optimize')")
        connection.execute("VACUUM")
        return {f"{about.NAME}-{publication.version}.sqlite": bytes(connection.serialize("main"))}
    finally:
        connection.close()


def _write(connection: apsw.Connection, publication: Publication) -> None:
    write_tables(connection, publication.schemas, publication.tables)
    for name, query in views(joined).items():
        connection.execute(f"CREATE VIEW {quoted(name)} AS\n{query}")
    connection.execute(CREATE_SEARCH)
    _insert(connection, SEARCH, search_rows(publication.tables["claims"], publication.tables["evidence"]))
    _described(connection, "codebook", CODEBOOK, codebook_rows(publication))
    _described(connection, "package", *_package(publication))


def write_tables(connection: apsw.Connection, schemas: Mapping[str, dict[str, Any]], tables: Mapping[str, pa.Table]) -> None:
    """Make the tables and write their rows, in their order; then the indexes. Tables that are referred to are there before any row is."""
    for name in tables:
        connection.execute(create_table(name, schemas[name]))
    for name, table in tables.items():
        _insert(connection, name, zip(*(column.to_pylist() for column in table.columns), strict=True))
    for name in tables:
        for index in create_indexes(name, schemas[name]):
            connection.execute(index)


def _described(connection: apsw.Connection, name: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    connection.execute(f"CREATE TABLE {quoted(name)} ({', '.join(map(quoted, columns))})")
    _insert(connection, name, rows)


def _insert(connection: apsw.Connection, name: str, rows: Iterable[Sequence[Any]]) -> None:
    for row in rows:
        connection.execute(f"INSERT INTO {quoted(name)} VALUES ({', '.join('?' * len(row))})", row)


def _package(publication: Publication) -> tuple[Sequence[str], list[tuple[str, str]]]:
    descriptor = publication.descriptor
    said = {key: descriptor[key] for key in ("name", "title", "title_tr", "description", "description_tr")}
    said |= {"version": publication.version, "date": publication.date.isoformat()}
    said |= {"license": ", ".join(each["name"] for each in descriptor["licenses"]), "cite": cite(publication.version, publication.date)}
    return ("key", "value"), list(said.items())


def _user_version(version: str) -> int:
    """1.2.3 as 1002003; what is not released as the version it began from."""
    numbers = re.match(r"([0-9]+)\.([0-9]+)\.([0-9]+)", version)
    major, minor, patch = map(int, numbers.groups()) if numbers else (0, 0, 0)
    return major * 1_000_000 + minor * 1_000 + patch


def joined(value: str, separator: str, source: str, order: str) -> str:
    """Texts joined in order. group_concat takes an ORDER BY only since SQLite 3.44, so the rows come to it ordered."""
    return f"(SELECT group_concat(link, {text(separator)}) FROM (SELECT {value} AS link FROM {source} ORDER BY {order}))"
