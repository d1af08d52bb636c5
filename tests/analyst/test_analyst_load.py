"""Loading: types as the schemas say, attributes, the codebook, and a clear word when the package is broken."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import iddia
from iddia.analyst.ledger import Ledger
from iddia.errors import CouldNotRunError, UnknownIdError

DESCRIPTOR: dict[str, Any] = json.loads((iddia.ROOT / "datapackage.json").read_bytes())
TABLES = [resource["name"] for resource in DESCRIPTOR["resources"]]
DTYPES = {"string": "string", "integer": "Int64", "number": "Float64", "boolean": "boolean"}


def columns_of(table: str) -> list[str]:
    """The columns of a loaded table: those of its schema, each EDTF column followed by its two days."""
    ends = ("", "_earliest", "_latest")
    return [f"{field['name']}{end}" for field in fields_of(table) for end in (ends if field.get("semantics") == "edtf" else ends[:1])]


def fields_of(table: str) -> list[dict[str, Any]]:
    fields: list[dict[str, Any]] = json.loads((iddia.ROOT / "schema" / f"{table}.json").read_bytes())["fields"]
    return fields


@pytest.mark.parametrize("table", TABLES)
def test_every_table_is_a_frame_by_attribute_and_by_name(d: Ledger, table: str) -> None:
    frame = getattr(d, table)
    assert isinstance(frame, pd.DataFrame)
    assert frame is d[table]
    assert len(frame) > 0 or table == "changes"  # filled by the first release


@pytest.mark.parametrize("table", TABLES)
def test_columns_have_the_types_of_the_schema(d: Ledger, table: str) -> None:
    wrong = []
    for field in fields_of(table):
        column, choices = d[table][field["name"]], field.get("constraints", {}).get("enum")
        if choices:
            fine = isinstance(column.dtype, pd.CategoricalDtype) and list(column.cat.categories) == choices
        else:
            fine = str(column.dtype) == DTYPES[field["type"]]
        if not fine:
            wrong.append(f"{field['name']}: {column.dtype}")
    assert not wrong, wrong


@pytest.mark.parametrize("table", TABLES)
def test_an_edtf_column_is_followed_by_its_two_days(d: Ledger, table: str) -> None:
    wanted = columns_of(table)
    frame = d[table]
    assert list(frame.columns) == wanted
    assert {str(frame[column].dtype) for column in wanted if column.endswith(("_earliest", "_latest"))} <= {"datetime64[s]"}


@pytest.mark.parametrize(
    ("table", "column"), [("claims", "value_date"), ("claims", "time"), ("sources", "published"), ("sources", "retrieved")]
)
def test_days_are_ordered_and_there_only_where_a_date_is(d: Ledger, table: str, column: str) -> None:
    frame = d[table]
    earliest, latest = frame[f"{column}_earliest"], frame[f"{column}_latest"]
    assert not (earliest.notna() & frame[column].isna()).any()
    assert not (latest.notna() & frame[column].isna()).any()
    both = earliest.notna() & latest.notna()
    assert (earliest[both] <= latest[both]).all()


@pytest.mark.parametrize(
    ("written", "earliest", "latest"),
    [
        ("2025-08-15", "2025-08-15", "2025-08-15"),
        ("2025-02", "2025-02-01", "2025-02-28"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("2025-04/..", "2025-04-01", None),
        ("../2025-04", None, "2025-04-30"),
        ("XXXX-04", None, None),
    ],
)
def test_a_date_has_its_earliest_and_latest_day(package: Path, written: str, earliest: str | None, latest: str | None) -> None:
    path = package / "data" / "sources.csv"
    path.write_text(path.read_text("utf-8").replace("2025-08-15", written), "utf-8")
    sources = iddia.load(package).sources.set_index("source_id")
    for column, day in (("published_earliest", earliest), ("published_latest", latest)):
        found = sources[column]["r2-ascend-delay"]
        assert pd.isna(found) if day is None else found == pd.Timestamp(day)


@pytest.mark.parametrize("table", TABLES)
def test_nulls_are_just_the_empty_cells(d: Ledger, table: str) -> None:
    plain = pd.read_csv(iddia.ROOT / "data" / f"{table}.csv", dtype=str, keep_default_na=False)
    for column in plain.columns:
        assert d[table][column].isna().tolist() == (plain[column] == "").tolist(), column


@pytest.mark.parametrize("table", TABLES)
def test_texts_are_the_file_s_own(d: Ledger, table: str) -> None:
    plain = pd.read_csv(iddia.ROOT / "data" / f"{table}.csv", dtype=str, keep_default_na=False)
    for field in fields_of(table):
        if field["type"] == "string":
            assert d[table][field["name"]].astype("string").fillna("").tolist() == plain[field["name"]].tolist()


@pytest.mark.parametrize("word", ["NA", "nan", "None", "null", "True", "1e5"])
def test_no_word_is_taken_for_a_null_or_a_number(package: Path, word: str) -> None:
    edit(package / "data" / "units.csv", "usd,US dollars", f"usd,{word}")
    units = iddia.load(package).units.set_index("unit_id")
    assert units["label_en"]["usd"] == word


@pytest.mark.parametrize("table", TABLES)
def test_attrs_say_what_the_table_is(d: Ledger, table: str) -> None:
    resource = next(resource for resource in DESCRIPTOR["resources"] if resource["name"] == table)
    assert d[table].attrs == {
        "title": resource["title"],
        "description": resource["description"],
        "version": DESCRIPTOR["version"],
        "licence": "CC-BY-4.0",
        "columns": d[table].attrs["columns"],
    }
    columns = d[table].attrs["columns"]
    assert list(columns) == d[table].columns.tolist()
    assert columns.items() >= {field["name"]: field["description"] for field in fields_of(table)}.items()


@pytest.mark.parametrize(("end", "english", "turkish"), [("earliest", "Earliest", "en erken"), ("latest", "Latest", "en geç")])
def test_a_derived_day_is_described(d: Ledger, end: str, english: str, turkish: str) -> None:
    column, description = f"value_date_{end}", f"{english} day that value_date allows; empty when open or unknown."
    assert d.claims.attrs["columns"][column] == description
    (row,) = d.codebook.query(f"table == 'claims' and column == '{column}'").to_dict("records")
    assert row["description_en"] == description
    assert row["description_tr"] == f"value_date alanının izin verdiği {turkish} gün; açık ya da bilinmiyorsa boş."


def test_the_codebook_has_every_column_of_every_table_in_both_languages(d: Ledger) -> None:
    book = d.codebook
    assert list(zip(book["table"], book["column"], strict=True)) == [(table, column) for table in TABLES for column in columns_of(table)]
    for language in ("description_en", "description_tr"):
        assert book[language].str.strip().str.len().gt(0).all()
    assert (book["description_en"] != book["description_tr"]).all()


@pytest.mark.parametrize(
    ("table", "column", "expected"),
    [
        ("claims", "claim_id", {"type": "string", "key": True, "nullable": False, "values": None, "refers_to": None}),
        ("claims", "number", {"type": "number", "key": False, "nullable": True, "values": None, "refers_to": None}),
        ("claims", "subject", {"type": "string", "key": False, "nullable": False, "values": None, "refers_to": "entities.entity_id"}),
        ("claims", "polarity", {"type": "string", "key": False, "nullable": False, "values": "affirmed, negated", "refers_to": None}),
        ("claims", "time_latest", {"type": "date", "key": False, "nullable": True, "values": None, "refers_to": None}),
        ("evidence", "start", {"type": "integer", "key": True, "nullable": False, "values": None, "refers_to": None}),
        ("attributions", "speaker", {"type": "string", "key": False, "nullable": True, "values": None, "refers_to": "entities.entity_id"}),
    ],
)
def test_the_codebook_tells_type_key_list_and_reference(d: Ledger, table: str, column: str, expected: dict[str, Any]) -> None:
    book = d.codebook
    (row,) = book[(book["table"] == table) & (book["column"] == column)].to_dict("records")
    assert {name: None if pd.isna(row[name]) else row[name] for name in expected} == expected


@pytest.mark.parametrize("kind", [str, Path])
def test_load_takes_a_folder_as_text_or_path(package: Path, kind: Callable[[Path], Any]) -> None:
    loaded = iddia.load(kind(package))
    assert loaded.root == package
    pd.testing.assert_frame_equal(loaded.claims, iddia.load().claims)


def test_load_takes_the_package_s_own_folder_by_default(d: Ledger) -> None:
    assert d.root == iddia.ROOT
    assert d.version == DESCRIPTOR["version"]


def test_two_ledgers_share_no_frame() -> None:
    one, two = iddia.load(), iddia.load()
    one.claims.loc[0, "statement_en"] = "Changed."
    assert two.claims.loc[0, "statement_en"] != "Changed."


def write(path: Path, content: str | bytes) -> None:
    path.write_bytes(content.encode() if isinstance(content, str) else content)


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def without(path: Path, key: str, index: int | None = None) -> None:
    content = json.loads(path.read_bytes())
    del (content if index is None else content["resources"][index])[key]
    path.write_text(json.dumps(content), "utf-8")


@pytest.mark.parametrize(
    ("break_it", "words"),
    [
        (lambda root: (root / "datapackage.json").unlink(), "there is no datapackage.json in"),
        (lambda root: write(root / "datapackage.json", "{"), "datapackage.json is not JSON"),
        (lambda root: write(root / "datapackage.json", b"\xff\xfe"), "datapackage.json is not JSON"),
        (lambda root: write(root / "datapackage.json", "[]"), "does not describe iddia's tables"),
        (lambda root: write(root / "datapackage.json", "null"), "does not describe iddia's tables"),
        (lambda root: write(root / "datapackage.json", '{"licenses": [], "resources": []}'), "'claims' is missing"),
        (lambda root: without(root / "datapackage.json", "resources"), "'resources' is missing"),
        (lambda root: without(root / "datapackage.json", "schema", 3), "'schema' is missing"),
        (lambda root: (root / "schema" / "claims.json").unlink(), "there is no claims.json in"),
        (lambda root: write(root / "schema" / "claims.json", "claims"), "claims.json is not JSON"),
        (lambda root: write(root / "schema" / "claims.json", "{}"), "'fields' is missing"),
        (lambda root: (root / "data" / "claims.csv").unlink(), "there is no claims.csv in"),
        (lambda root: write(root / "data" / "claims.csv", ""), "claims.csv is not as its schema says"),
        (lambda root: write(root / "data" / "units.csv", b"unit_id\n\xff\n"), "units.csv is not as its schema says"),
        (lambda root: edit(root / "data" / "evidence.csv", ",16,", ",sixteen,"), "evidence.csv is not as its schema says"),
        (lambda root: edit(root / "data" / "units.csv", ",1,USD", ",one,USD"), "units.csv is not as its schema says"),
        (lambda root: edit(root / "data" / "sources.csv", "2025-08-15", "2025-02-30"), "sources.csv is not as its schema says"),
        (lambda root: edit(root / "data" / "units.csv", ",USD", ',"USD'), "units.csv is not as its schema says"),
        (lambda root: edit(root / "data" / "units.csv", "dimension", "size"), "units.csv lacks the columns dimension"),
        (lambda root: edit(root / "data" / "sources.csv", "published,", "made,"), "sources.csv lacks the columns published"),
    ],
)
def test_a_broken_package_is_told_in_words(package: Path, break_it: Callable[[Path], object], words: str) -> None:
    break_it(package)
    with pytest.raises(CouldNotRunError) as caught:
        iddia.load(package)
    assert words in str(caught.value)
    assert isinstance(caught.value, iddia.IddiaError)


def test_a_cell_outside_a_closed_list_that_may_be_empty_is_told_too(package: Path) -> None:
    path = package / "data" / "claims.csv"
    path.write_text(path.read_text("utf-8").replace(",about,", ",so,", 1), "utf-8")
    with pytest.raises(CouldNotRunError, match=r"claims\.csv has cells outside the closed lists of approximation"):
        iddia.load(package)


@pytest.mark.parametrize("cell", ["sworn", ""])
def test_a_cell_outside_its_closed_list_never_becomes_a_null(package: Path, cell: str) -> None:
    edit(package / "data" / "claims.csv", ",affirmed,", f",{cell},")
    with pytest.raises(CouldNotRunError, match=r"claims\.csv has cells outside the closed lists of polarity"):
        iddia.load(package)


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("nowhere", r"nowhere' is no version, and there is no such file or folder"),
        ("package/data", r"there is no datapackage\.json in .*: give the folder or zip archive of a package or of a release"),
    ],
)
def test_no_package_is_told_in_words(package: Path, place: str, words: str) -> None:
    with pytest.raises(iddia.IddiaError, match=words):
        iddia.load(package.parent / place)


def test_an_unknown_table_is_answered_with_the_tables(d: Ledger) -> None:
    for question in (d.__getitem__, d.schema):
        with pytest.raises(UnknownIdError, match=r"there is no table 'claim'; the tables are sources, .*claims"):
            question("claim")


def test_a_ledger_goes_through_its_tables(d: Ledger) -> None:
    assert list(d) == TABLES
    assert d.schema("claims")["primaryKey"] == ["claim_id"]


def test_tab_offers_every_table_and_question(d: Ledger) -> None:
    assert {*TABLES, "about", "codebook", "entity_id", "flat", "schema", "version"} <= set(dir(d))


def test_repr_is_a_screen_of_tables_with_their_rows(d: Ledger) -> None:
    lines = repr(d).splitlines()
    assert lines[0] == f"iddia {d.version}, {len(d.claims)} claims from {len(d.sources)} articles"
    assert [(line.split()[0], int(line.split()[1])) for line in lines[1:-1]] == [(f"d.{table}", len(d[table])) for table in TABLES]
    assert all(len(line.split()) > 2 for line in lines[1:])


def test_the_notebook_s_table_has_every_table(d: Ledger) -> None:
    page = d._repr_html_()
    assert all(f"<code>d.{table}</code></td><td>{len(d[table])}</td>" in page for table in TABLES)
    assert page.count("<tr>") == page.count("</tr>") == len(TABLES) + 1


def test_the_notebook_s_table_escapes_what_the_package_says(package: Path) -> None:
    descriptor = json.loads((package / "datapackage.json").read_bytes())
    descriptor["version"] = "<script>1</script>"
    descriptor["resources"][0]["description"] = "Articles & <img src=x onerror=alert(1)>"
    (package / "datapackage.json").write_text(json.dumps(descriptor), "utf-8")
    page = iddia.load(package)._repr_html_()
    assert "<script" not in page
    assert "<img" not in page
    assert "Articles &amp; &lt;img" in page
