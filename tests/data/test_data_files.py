"""The files of the package are canonical, hashed, safe to open anywhere, and nothing lies beside them."""

import csv
import hashlib
import io
import json
import re
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import iddia

pytestmark = pytest.mark.data

Row = dict[str, str]
Tables = dict[str, list[Row]]
Schemas = dict[str, dict[str, Any]]

# All that no cell may hold: control characters, the other line ends of Unicode, invisible marks.
UNWANTED = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u200b\u200e\u200f\u2060\ufeff\ufffd]")


def file_of(table: str) -> Path:
    return iddia.ROOT / "data" / f"{table}.csv"


def quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if re.search('[,"\r\n]', cell) else cell


def test_a_file_is_its_own_canonical_dump(table: str, tables: Tables, schemas: Schemas) -> None:
    kinds = {field["name"]: field["type"] for field in schemas[table]["fields"]}

    def order(row: Row) -> list[tuple[int, str]]:
        return [(int(row[column]), "") if kinds[column] == "integer" else (0, row[column]) for column in schemas[table]["primaryKey"]]

    lines = [list(kinds), *([row[column] for column in kinds] for row in sorted(tables[table], key=order))]
    assert file_of(table).read_bytes() == "".join(",".join(map(quoted, line)) + "\n" for line in lines).encode("utf-8")


def test_a_file_is_utf8_with_lf_and_no_byte_order_mark(table: str) -> None:
    raw = file_of(table).read_bytes()
    assert raw.decode("utf-8").encode("utf-8") == raw
    assert not raw.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in raw
    assert raw.endswith(b"\n")
    assert not raw.endswith(b"\n\n")


def test_every_line_has_all_cells(table: str) -> None:
    lines = list(csv.reader(io.StringIO(file_of(table).read_text("utf-8"), newline=""), strict=True))
    assert not (bad := [f"line {number}: {len(line)} cells" for number, line in enumerate(lines, 1) if len(line) != len(lines[0])]), bad


def test_the_descriptor_knows_length_and_hash(table: str, descriptor: dict[str, Any]) -> None:
    resource = next(resource for resource in descriptor["resources"] if resource["name"] == table)
    raw = file_of(table).read_bytes()
    assert resource["path"] == f"data/{table}.csv"
    assert resource["schema"] == f"schema/{table}.json"
    assert (resource["bytes"], resource["hash"]) == (len(raw), f"sha256:{hashlib.sha256(raw).hexdigest()}")


def test_the_descriptor_is_canonical_json(descriptor: dict[str, Any]) -> None:
    text = (iddia.ROOT / "datapackage.json").read_bytes().decode("utf-8")
    assert text == json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n"


def test_the_version_is_the_last_of_the_changes_or_says_that_it_is_unreleased(descriptor: dict[str, Any], tables: Tables) -> None:
    released, _, since = descriptor["version"].partition("+")
    assert since in {"", "unreleased"}
    assert ("created" in descriptor) == (not since)
    versions = {tuple(map(int, row["version"].split("."))) for row in tables["changes"]}
    assert tuple(map(int, released.split("."))) >= max(versions, default=(0, 0, 0))


def test_the_descriptor_names_no_person_as_contributor(descriptor: dict[str, Any]) -> None:
    assert "contributors" not in descriptor


def test_the_descriptor_names_every_article_as_a_source(descriptor: dict[str, Any], tables: Tables) -> None:
    assert sorted(source["title"] for source in descriptor["sources"]) == sorted(row["title"] for row in tables["sources"])


def test_nothing_strays_in_data(descriptor: dict[str, Any]) -> None:
    wanted = {Path(resource["path"]).name for resource in descriptor["resources"]} | {"README.md"}
    assert {path.name for path in (iddia.ROOT / "data").iterdir()} == wanted


def test_every_table_has_its_schema_and_builder(table: str) -> None:
    assert (iddia.ROOT / "schema" / f"{table}.json").is_file()
    assert (iddia.ROOT / "builders" / f"{table}.py").is_file()


def test_the_package_ships_no_article_and_no_reading() -> None:
    shipped = [
        path for path in Path(iddia.__file__).parent.rglob("*") if path.name in ("article.txt", "reading.yaml") or path.name == "seeds"
    ]
    assert not shipped, "\n".join(map(str, shipped))


def test_texts_have_no_space_at_their_ends(table: str, tables: Tables) -> None:
    bad = [f"{column}: {cell!r}" for row in tables[table] for column, cell in row.items() if cell != cell.strip()]
    assert not bad, "\n".join(bad)


def test_texts_hold_no_control_characters(table: str, tables: Tables) -> None:
    bad = [f"{column}: {cell!r}" for row in tables[table] for column, cell in row.items() if UNWANTED.search(cell)]
    assert not bad, "\n".join(bad)


def test_no_spreadsheet_takes_a_text_for_a_formula(table: str, tables: Tables, schemas: Schemas) -> None:
    """The one exception: a suffix pattern of the cue lexicon ("-mIş") begins with its hyphen, as grammars write it."""
    texts = [field["name"] for field in schemas[table]["fields"] if field["type"] == "string"]
    bad = [
        f"{column}: {row[column]!r}"
        for row in tables[table]
        for column in texts
        if row[column].startswith(("=", "+", "-", "@"))
        and not ((table, column) == ("cues", "form") and re.match(r"-[^\W\d_]|-\(", row[column]))
    ]
    assert not bad, "\n".join(bad)


def test_a_bare_read_csv_misreads_no_cell(table: str, tables: Tables, schemas: Schemas) -> None:
    frame = pd.read_csv(file_of(table))
    bad = []
    for field in schemas[table]["fields"]:
        name, kind = field["name"], field["type"]
        for written, read in zip([row[name] for row in tables[table]], frame[name].tolist(), strict=True):
            if not written:
                fine = bool(pd.isna(read))
            elif kind == "string":
                fine = isinstance(read, str) and read == written
            elif kind == "boolean":
                fine = isinstance(read, bool) and read == (written == "true")
            else:
                fine = not isinstance(read, str) and read == pytest.approx(float(written), rel=1e-15, abs=0)
            if not fine:
                bad.append(f"{name}: {written!r} is read as {read!r}")
    assert not bad, "\n".join(bad)
