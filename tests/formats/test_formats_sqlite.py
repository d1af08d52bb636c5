"""The SQLite file, as the sqlite3 of any Python reads it."""

import csv
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from typing import Any

import apsw
import pandas as pd
import pytest
from formats.madeup import publications
from formats.tabular import cells, same
from hypothesis import given

import iddia
from iddia.formats.publication import Publication
from iddia.formats.tabular.codebookrows import CODEBOOK
from iddia.formats.tabular.sqlite import APPLICATION_ID, PAGE, sqlite, write_tables
from iddia.language import LANGUAGES
from iddia.wording import word

_IDS = {name: f"{name}_id" for name in ("subject", "property", "value_entity", "compared_to")}


@pytest.fixture(scope="module")
def database(tabular: dict[str, bytes]) -> Iterator[sqlite3.Connection]:
    with closing(opened(tabular)) as connection:
        yield connection


def opened(tabular: dict[str, bytes]) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.deserialize(tabular["iddia-1.0.0.sqlite"])
    return connection


def stored(publication: Publication, name: str) -> list[tuple[Any, ...]]:
    """The cells of the CSV as SQLite has them: 1 and 0 for booleans."""
    return [tuple(int(cell) if isinstance(cell, bool) else cell for cell in row) for row in cells(publication, name)]


def test_every_cell_is_that_of_the_csv_in_its_order(published: Publication, database: sqlite3.Connection) -> None:
    for name in published.schemas:
        assert same(database.execute(f'SELECT * FROM "{name}" ORDER BY rowid').fetchall(), stored(published, name)), name


def test_no_digit_of_a_number_is_lost(published: Publication, database: sqlite3.Connection) -> None:
    found = 0
    for name, schema in published.schemas.items():
        lines = list(csv.DictReader(published.files[f"data/{name}.csv"].decode().splitlines(keepends=True)))
        for column in (field["name"] for field in schema["fields"] if field["type"] == "number"):
            numbers = [number for (number,) in database.execute(f'SELECT "{column}" FROM "{name}" ORDER BY rowid')]
            for line, number in zip(lines, numbers, strict=True):
                assert (Decimal(line[column]) if line[column] else None) == (None if number is None else Decimal(repr(number)))
                found += number is not None
    assert found > 50


def test_the_file_is_sound_and_tight(database: sqlite3.Connection) -> None:
    pragmas = ("integrity_check", "freelist_count", "page_size", "encoding", "application_id", "user_version", "journal_mode")
    assert [database.execute(f"PRAGMA {name}").fetchone()[0] for name in pragmas] == [
        "ok", 0, PAGE, "UTF-8", APPLICATION_ID, 1_000_000, "memory",
    ]  # fmt: skip
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []


def test_old_versions_of_sqlite_can_read_it(tabular: dict[str, bytes], database: sqlite3.Connection) -> None:
    header = tabular["iddia-1.0.0.sqlite"][:100]
    assert (header[18], header[19], header[47]) == (1, 1, 4), "no write-ahead log, schema format 4"
    made = " ".join(sql for (sql,) in database.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL"))
    assert ") STRICT" not in made


def test_keys_are_those_of_the_schemas(published: Publication, database: sqlite3.Connection) -> None:
    for name, schema in published.schemas.items():
        columns = database.execute(f'PRAGMA table_info("{name}")').fetchall()
        assert [column[1] for column in sorted(columns, key=lambda column: column[5]) if column[5]] == schema["primaryKey"]
        keys = {(key[3], key[2], key[4]) for key in database.execute(f'PRAGMA foreign_key_list("{name}")')}
        declared = schema.get("foreignKeys", [])
        assert keys == {(key["fields"][0], key["reference"]["resource"], key["reference"]["fields"][0]) for key in declared}


def test_every_foreign_key_and_the_propositions_are_found_by_an_index(published: Publication, database: sqlite3.Connection) -> None:
    sought = [(name, key["fields"][0]) for name, schema in published.schemas.items() for key in schema.get("foreignKeys", [])]
    for name, column in [*sought, ("claims", "proposition_id")]:
        plan = database.execute(f'EXPLAIN QUERY PLAN SELECT 1 FROM "{name}" WHERE "{column}" = ?', ["x"]).fetchone()[3]
        assert plan.startswith("SEARCH"), (name, column, plan)


WRONG = {
    "null where one must be": ("claims SET subject = NULL", "NOT NULL"),
    "word outside a closed list": ("claims SET modality = 'sworn'", "CHECK"),
    "word outside a list that may be empty": ("claims SET approximation = 'roughly'", "CHECK"),
    "boolean that is neither": ("claims SET value_boolean = 2", "CHECK"),
    "text for an integer": ("evidence SET start = 'first'", "CHECK"),
    "text for a number": ("claims SET number = 'many'", "CHECK"),
    "bytes for text": ("claims SET condition = x'00'", "CHECK"),
    "offset below 0": ("evidence SET start = -1", "CHECK"),
    "key twice": ("units SET unit_id = 'usd'", "UNIQUE"),
    "unknown entity": ("claims SET subject = 'huawai'", "FOREIGN KEY"),
}


@pytest.mark.parametrize(("change", "rule"), WRONG.values(), ids=WRONG.keys())
def test_rows_that_the_schema_forbids_are_refused(change: str, rule: str, tabular: dict[str, bytes]) -> None:
    with closing(opened(tabular)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        with pytest.raises(sqlite3.IntegrityError, match=f"{rule} constraint failed"), connection:
            connection.execute(f"UPDATE {change} WHERE rowid = 1")


def test_a_package_with_a_broken_reference_makes_no_file(published: Publication) -> None:
    path = "data/mentions.csv"
    broken = published.files[path].replace(b",deepseek\n", b",deepsek\n")
    assert broken != published.files[path]
    with pytest.raises(apsw.ConstraintError):
        sqlite(Publication("1.0.0", published.date, published.moment, None, {**published.files, path: broken}, published.texts), {})


def test_the_codebook_has_every_column(published: Publication, database: sqlite3.Connection) -> None:
    rows = [dict(zip(CODEBOOK, row, strict=True)) for row in database.execute("SELECT * FROM codebook")]
    assert [(row["table_name"], row["column_name"], row["description_tr"], row["type"], bool(row["nullable"])) for row in rows] == [
        (name, field["name"], field["description_tr"], field["type"], not field.get("constraints", {}).get("required", False))
        for name, schema in published.schemas.items()
        for field in schema["fields"]
    ]
    assert [(row["column_name"], row["refers_to"]) for row in rows if row["table_name"] == "mentions" and row["refers_to"]] == [
        ("source_id", "sources.source_id"), ("entity_id", "entities.entity_id"),
    ]  # fmt: skip
    assert {row["allowed_values"] for row in rows if row["column_name"] == "polarity"} == {"affirmed, negated"}


@pytest.mark.parametrize("language", ["en", "tr"])
def test_the_flat_view_says_what_iddia_says(language: Any, database: sqlite3.Connection, repository: Path) -> None:
    shared = {"subject": f"subject_{language}", "property": f"property_{language}", "modality": f"modality_{language}"}
    shared |= {"statement": f"statement_{language}", "said_by": f"said_by_{language}", "compared_to": f"compared_to_{language}"}
    shared |= {name: f"{name}_{language}" for name in ("polarity", "verdict", "outcome")}
    same_names = ("number", "number_min", "number_max", "approximation", "unit", "per", "time", "condition", "source_id", "source_title")
    shared |= {name: name for name in (*same_names, "claim_id", "quote", "cue", "published", "modality_rank", "proposition_id")}
    shared |= {name: name for name in ("subject_id", "property_id")}
    flat = iddia.load(repository).flat(language)
    assert set(flat.columns) - set(shared) == {"value", "value_date_earliest", "value_date_latest"}  # which only iddia computes
    rows = database.execute(f"SELECT {', '.join(shared.values())} FROM flat").fetchall()
    expected = [flat[name].astype("object").where(flat[name].notna(), None).tolist() for name in shared]
    order = list(shared).index("claim_id")
    assert sorted(rows, key=lambda row: row[order]) == sorted(zip(*expected, strict=True), key=lambda row: row[order])


def test_words_of_the_flat_view_that_pandas_has_under_the_same_name_are_the_same(database: sqlite3.Connection, repository: Path) -> None:
    flat = iddia.load(repository).flat().set_index("claim_id")
    columns = [column[0] for column in database.execute("SELECT * FROM flat").description]
    codes = {"modality", "polarity", "verdict", "outcome"}  # whose words stand beside them
    assert all({f"{name}_en", f"{name}_tr"} <= set(columns) for name in codes)
    for name in (set(columns) & set(flat.columns)) - codes:
        for claim_id, cell in database.execute(f"SELECT claim_id, {name} FROM flat"):
            expected = flat.loc[claim_id, name]
            assert cell == (None if pd.isna(expected) else expected), (claim_id, name)


def test_each_column_of_the_flat_view_is_that_of_its_table(database: sqlite3.Connection, published: Publication) -> None:
    def table(name: str, key: str) -> dict[Any, dict[str, Any]]:
        names = [field["name"] for field in published.schemas[name]["fields"]]
        rows = (dict(zip(names, row, strict=True)) for row in stored(published, name))
        return {row[key]: row for row in rows}

    entities = table("entities", "entity_id")
    joined = {
        "subject": ("subject", entities),
        "property": ("property", table("properties", "property_id")),
        "unit": ("unit", table("units", "unit_id")),
        "value_entity": ("value_entity", entities),
        "compared_to": ("compared_to", entities),
        "modality": ("modality", table("modalities", "modality")),
    }
    judged = {"verdict": table("assessments", "claim_id"), "outcome": table("predictions", "claim_id")}
    expected = {}
    for claim_id, claim in table("claims", "claim_id").items():
        row = {_IDS.get(column, column): cell for column, cell in claim.items()}
        for column, (key, there) in joined.items():
            row |= {f"{column}_{language}": there.get(claim[key], {}).get(f"label_{language}") for language in LANGUAGES}
        row |= {column: there.get(claim_id, {}).get(column) for column, there in judged.items()}
        for column in ("polarity", *judged):
            row |= {f"{column}_{language}": word(row[column], language) if row[column] else None for language in LANGUAGES}
        expected[claim_id] = row
    cursor = database.execute("SELECT * FROM flat")
    names = [column[0] for column in cursor.description]
    told_elsewhere = {"source_title", "published", "modality_rank", "said_by_en", "said_by_tr", "quote", "cue"}
    assert set(names) == expected[claim_id].keys() | told_elsewhere
    found = {row[0]: dict(zip(names, row, strict=True)) for row in cursor}
    assert {at: {name: row[name] for name in expected[at]} for at, row in found.items()} == expected


def test_conflicts_are_all_contradictions_and_tensions(database: sqlite3.Connection, repository: Path) -> None:
    loaded = iddia.load(repository)
    clashing = loaded.relations[loaded.relations["kind"].isin(["contradicts", "in_tension"])]
    members = loaded.relation_members[loaded.relation_members["relation_id"].isin(clashing["relation_id"])]
    found = database.execute("SELECT relation_id, claim_id, role FROM conflicts").fetchall()
    assert sorted(found) == sorted(members[["relation_id", "claim_id", "role"]].itertuples(index=False, name=None))
    named = {(kind, word(kind, "en"), word(kind, "tr")) for kind in clashing["kind"]}
    assert set(database.execute("SELECT kind, kind_en, kind_tr FROM conflicts")) == named
    named = {(status, word(status, "en"), word(status, "tr")) for status in clashing["status"]}
    assert set(database.execute("SELECT status, status_en, status_tr FROM conflicts")) == named
    wordless = "SELECT * FROM conflicts LEFT JOIN modalities USING (modality) WHERE modality_en <> label_en OR modality_tr <> label_tr"
    assert database.execute(wordless).fetchall() == []


def test_it_says_which_version_it_is(database: sqlite3.Connection) -> None:
    said = dict(database.execute("SELECT key, value FROM package").fetchall())
    assert (said["version"], said["date"], said["license"]) == ("1.0.0", "2026-11-22", "CC-BY-4.0")
    assert "1.0.0" in said["cite"]


@given(publications())
def test_any_cells_come_back(publication: Publication) -> None:
    connection = apsw.Connection(":memory:")
    with connection:
        write_tables(connection, publication.schemas, publication.tables)
    with closing(sqlite3.connect(":memory:")) as reader:
        reader.deserialize(connection.serialize("main"))
        assert same(reader.execute("SELECT * FROM made ORDER BY rowid").fetchall(), stored(publication, "made"))
    connection.close()
