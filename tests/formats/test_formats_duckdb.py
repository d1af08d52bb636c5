"""duckdb.sql runs in the release's folder and gives what the CSV says, each column explained."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import duckdb
import pytest
from formats.tabular import bare, cells, same

from iddia.formats.publication import Publication
from iddia.formats.tabular.views import ABOUT_VIEWS


@pytest.fixture
def connection(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[duckdb.DuckDBPyConnection]:
    monkeypatch.chdir(folder)
    with duckdb.connect() as connection:
        connection.execute(Path("duckdb.sql").read_text(encoding="utf-8"))
        yield connection


def test_every_cell_is_that_of_the_csv(published: Publication, connection: duckdb.DuckDBPyConnection) -> None:
    for name in published.schemas:
        assert same(connection.sql(f'SELECT * FROM "{name}"').fetchall(), cells(published, name)), name


def test_its_head_says_where_it_runs(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = (folder / "duckdb.sql").read_text(encoding="utf-8")
    head = script.partition("\n\n")[0]
    assert "from the folder that holds it" in head
    monkeypatch.chdir(folder)
    saved = str(tmp_path / "saved.duckdb")
    with duckdb.connect(saved) as connection:
        connection.execute(script)
    with duckdb.connect(saved) as connection:
        assert connection.sql("SELECT count(*) FROM claims").fetchall() != [(0,)]
        monkeypatch.chdir(tmp_path)
        with pytest.raises(duckdb.IOException, match="parquet/claims"):
            connection.sql("SELECT count(*) FROM claims").fetchall()


def test_it_may_run_twice(connection: duckdb.DuckDBPyConnection) -> None:
    before = connection.sql("SELECT view_name, comment FROM duckdb_views() WHERE NOT internal ORDER BY view_name").fetchall()
    connection.execute(Path("duckdb.sql").read_text(encoding="utf-8"))
    assert connection.sql("SELECT view_name, comment FROM duckdb_views() WHERE NOT internal ORDER BY view_name").fetchall() == before


def test_every_table_and_column_is_explained(published: Publication, connection: duckdb.DuckDBPyConnection) -> None:
    views = dict(connection.sql("SELECT view_name, comment FROM duckdb_views() WHERE NOT internal").fetchall())
    assert views.keys() == published.schemas.keys() | ABOUT_VIEWS.keys()
    for resource in published.descriptor["resources"]:
        assert views[resource["name"]].startswith(resource["description"])
        assert views[resource["name"]].endswith(resource["description_tr"])
    said = connection.sql("SELECT table_name, column_name, comment FROM duckdb_columns() WHERE NOT internal AND comment IS NOT NULL")
    comments = {(table, column): comment for table, column, comment in said.fetchall()}
    for name, schema in published.schemas.items():
        keys = {key["fields"][0]: f" -> {key['reference']['resource']}." for key in schema.get("foreignKeys", [])}
        for field in schema["fields"]:
            comment = comments.pop((name, field["name"]))
            assert comment.startswith(field["description"] + keys.get(field["name"], " / "))
            assert comment.endswith(field["description_tr"])
    assert comments == {}


def test_its_views_say_what_those_of_sqlite_say(connection: duckdb.DuckDBPyConnection, folder: Path) -> None:
    with closing(sqlite3.connect(folder / "iddia-1.0.0.sqlite")) as lite:
        for name in ABOUT_VIEWS:
            query = f"SELECT * FROM {name} ORDER BY claim_id" + (", relation_id" if name == "conflicts" else "")
            theirs, ours = connection.sql(query), lite.execute(query)
            assert theirs.columns == [column[0] for column in ours.description]
            assert theirs.fetchall() == ours.fetchall()


@pytest.mark.parametrize("typed", ["gecikme", "GECİKME", "GECIKME", "yapay zeka", "yarı", "YARI", "yari"])
def test_find_takes_words_however_they_are_typed(typed: str, connection: duckdb.DuckDBPyConnection) -> None:
    found = [row[0] for row in connection.execute("SELECT claim_id FROM find(?)", [typed]).fetchall()]
    everything = connection.sql("SELECT claim_id, statement_en, statement_tr, quote FROM flat").fetchall()
    expected = [row[0] for row in everything if any(bare(typed) in bare(text) for text in row[1:] if text)]
    assert sorted(found) == sorted(expected)
    assert expected


@pytest.mark.parametrize("place", ["subject", "value_entity", "compared_to"])
def test_about_takes_an_entity_in_any_place(place: str, connection: duckdb.DuckDBPyConnection, published: Publication) -> None:
    names = [field["name"] for field in published.schemas["claims"]["fields"]]
    rows = [dict(zip(names, row, strict=True)) for row in cells(published, "claims")]
    places = ("subject", "value_entity", "compared_to")
    elsewhere = {row[other] for row in rows for other in places if other != place}
    entity = next(row[place] for row in rows if row[place] and row[place] not in elsewhere)
    found = [claim_id for (claim_id,) in connection.execute("SELECT claim_id FROM about(?)", [entity]).fetchall()]
    assert sorted(found) == sorted(row["claim_id"] for row in rows if entity in [row[each] for each in places])
