"""Loading from every kind of place: the same tables from a folder, an archive, a release; and a clear word where there is none."""

import hashlib
import json
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pytest
from made_release import FIRST, SECOND, all_added, all_in_one, make_sums, packed, prepare, released
from pyarrow import parquet

import iddia
from iddia.analyst import frames
from iddia.analyst.ledger import Ledger
from iddia.errors import CouldNotRunError, NoTableError, ProblemsError, UnknownIdError
from iddia.formats.publication import package_files
from iddia.language import LANGUAGES, said


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package as a folder and as a release: package/, dist/1.0.0/."""
    root = tmp_path_factory.mktemp("shelf")
    for folder in ("data", "schema"):
        shutil.copytree(iddia.ROOT / folder, root / "package" / folder)
    shutil.copy(iddia.ROOT / "datapackage.json", root / "package")
    prepare(root / "package", FIRST, changes=all_added(root / "package", FIRST))
    all_in_one(released(root / "package", root / "dist"))
    wrapped = root / "wrapped.zip"
    with zipfile.ZipFile(wrapped, "w", zipfile.ZIP_DEFLATED) as out:
        for path in (root / "package").rglob("*"):
            out.write(path, path.relative_to(root).as_posix())
    return root


@pytest.fixture(scope="session")
def plain(shelf: Path) -> Ledger:
    """The package loaded from its folder."""
    return iddia.load(shelf / "package")


def same(one: Ledger, other: Ledger) -> None:
    """Every table with the same columns, types, cells and attributes."""
    assert list(one) == list(other)
    for table in one:
        pd.testing.assert_frame_equal(one[table], other[table])
        assert one[table].dtypes.to_dict() == other[table].dtypes.to_dict(), table
        assert one[table].attrs == other[table].attrs
    assert one.descriptor == other.descriptor


PLACES = ["package/datapackage.json", f"dist/{FIRST}/iddia-{FIRST}.zip", f"dist/{FIRST}", f"dist/iddia-{FIRST}-all.zip", "wrapped.zip"]


@pytest.mark.parametrize("place", PLACES)
def test_every_place_gives_the_same_tables(shelf: Path, plain: Ledger, place: str) -> None:
    d = iddia.load(shelf / place)
    same(d, plain)
    assert d.root == shelf / place
    assert len(d.changes) == len(d.claims)


def test_a_release_s_parquet_is_read(shelf: Path, tmp_path: Path, plain: Ledger) -> None:
    root = Path(shutil.copytree(shelf / "dist" / FIRST, tmp_path / FIRST))
    path = root / "parquet" / "units.parquet"
    content = parquet.read_table(path)
    parquet.write_table(content.set_column(1, "label_en", pa.array(["Changed."] * content.num_rows)), path)
    make_sums(root)
    assert set(iddia.load(root).units["label_en"]) == {"Changed."}
    path.unlink()
    pd.testing.assert_frame_equal(iddia.load(root).units, plain.units)


def test_a_release_is_read_without_pyarrow_too(shelf: Path) -> None:
    code = f"import sys; sys.modules['pyarrow'] = None\nimport iddia; d = iddia.load({str(shelf / 'dist' / FIRST)!r}); print(len(d.claims))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert int(done.stdout) == len(iddia.load().claims)


HEAVY = {"pydantic", "frictionless", "polars", "yaml", "iddia.retrieval.download", "iddia.analyst.parquet"}


@pytest.mark.parametrize("place", ["", f"dist/{FIRST}/iddia-{FIRST}.zip"])
def test_loading_a_package_imports_nothing_heavy(shelf: Path, place: str) -> None:
    code = f"import iddia, sys; iddia.load({str(shelf / place)!r} if {place!r} else None); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not HEAVY & set(done.stdout.split())


@pytest.mark.filterwarnings("ignore::pandas.errors.PerformanceWarning")
def test_a_large_table_has_the_same_types_from_csv_as_from_parquet(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frames, "LARGE", 100)
    csv, arrow = iddia.load(shelf / "package"), iddia.load(shelf / "dist" / FIRST)
    same(arrow, csv)
    assert csv.claims["claim_id"].dtype == pd.StringDtype("pyarrow")
    assert csv.units["unit_id"].dtype == pd.StringDtype("python")


def flip(path: Path, at: int) -> None:
    content = bytearray(path.read_bytes())
    content[at] ^= 1
    path.write_bytes(content)


def refused(place: Path, *words: str) -> None:
    """Loading is refused in these words, and in Turkish too."""
    with pytest.raises(CouldNotRunError) as caught:
        iddia.load(place)
    english, turkish = (said(caught.value.words, language) for language in LANGUAGES)
    assert english != turkish
    for word in words:
        assert word in english, english
        assert word in turkish or " " in word, turkish


@pytest.mark.parametrize("name", ["parquet/claims.parquet", "parquet/units.parquet", f"iddia-{FIRST}.zip"])
@pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
def test_a_flipped_bit_of_a_release_is_told_with_both_sums(shelf: Path, tmp_path: Path, name: str, part: float) -> None:
    root = Path(shutil.copytree(shelf / "dist" / FIRST, tmp_path / FIRST))
    before = hashlib.sha256((root / name).read_bytes()).hexdigest()
    flip(root / name, int((root / name).stat().st_size * part))
    got = hashlib.sha256((root / name).read_bytes()).hexdigest()
    refused(root, str(root / name), before, got, "iddia verify", "Fetch the release anew")
    refused(all_in_one(root), f"{FIRST}-all.zip/{name}", before, got)
    (root / "SHA256SUMS").write_text("", "utf-8")
    refused(root, "has no line in SHA256SUMS", "SHA256SUMS")


@pytest.mark.parametrize("name", ["data/claims.csv", "schema/units.json", "datapackage.json"])
def test_a_changed_file_of_a_package_with_sums_is_told(shelf: Path, tmp_path: Path, name: str) -> None:
    package = Path(shutil.copytree(shelf / "package", tmp_path / "package"))
    with zipfile.ZipFile(shelf / "dist" / FIRST / f"iddia-{FIRST}.zip") as opened:
        opened.extract("SHA256SUMS", package)
    iddia.load(package)
    before = (package / name).read_bytes()
    (package / name).write_bytes(before + b" ")
    refused(package, str(package / name), hashlib.sha256(before).hexdigest())
    refused(package / "datapackage.json", str(package / name), hashlib.sha256(before).hexdigest())
    (package / "SHA256SUMS").unlink()
    assert iddia.load(package / "datapackage.json").version == FIRST or name.endswith(".csv")


def test_an_archive_with_another_file_than_its_sums_tell_is_told(shelf: Path, tmp_path: Path) -> None:
    files = package_files(shelf / "package")
    files["data/units.csv"] = files["data/units.csv"].replace(b"US dollars", b"US Dollars")
    with zipfile.ZipFile(shelf / "dist" / FIRST / f"iddia-{FIRST}.zip") as opened, zipfile.ZipFile(tmp_path / "other.zip", "w") as out:
        for name, content in (files | {"SHA256SUMS": opened.read("SHA256SUMS")}).items():
            out.writestr(name, content)
    refused(tmp_path / "other.zip", "data/units.csv", hashlib.sha256(files["data/units.csv"]).hexdigest())
    (tmp_path / "own.zip").write_bytes(packed(files))
    assert "US Dollars" in set(iddia.load(tmp_path / "own.zip").units["label_en"])


def test_sums_with_other_line_ends_are_the_same_sums(shelf: Path, tmp_path: Path) -> None:
    root = Path(shutil.copytree(shelf / "dist" / FIRST, tmp_path / FIRST))
    (root / "SHA256SUMS").write_bytes((root / "SHA256SUMS").read_bytes().replace(b"\n", b"\r\n"))
    assert iddia.load(root).version == FIRST


@pytest.mark.parametrize(
    ("what", "english", "turkish"),
    [
        ("latest", "versions known are 1.1.0, 1.0.0", "bilinen sürümler: 1.1.0, 1.0.0"),
        ("latest", 'Give one of them, such as "1.0.0", or a path', "ya da bir yol verin"),
        ("v1.0.0", 'Did you mean "1.0.0"?', '"1.0.0" mi demek istediniz?'),
        ("1.0", 'Did you mean "1.0.0"?', '"1.0.0" mi demek istediniz?'),
        ("V2-rc.1", 'Did you mean "2.0.0-rc.1"?', '"2.0.0-rc.1" mi demek istediniz?'),
        ("1.0.0.0", "is no version", "bir sürüm değil"),
        ("http://127.0.0.1/1.0.0", "is an address: give the version", "url="),
        (1.0, "1.0 (float) is no version and no path", 'örneğin "1.0.0"'),
        (b"1.0.0", "(bytes) is no version and no path", 'örneğin "1.0.0"'),
        (
            "dist",
            'holds releases (1.1.0, 1.0.0): name one, as in iddia.load("1.1.0", releases="dist")',
            'iddia.load("1.1.0", releases="dist")',
        ),
        ("x.sqlite", "x.sqlite is no package: give the folder of the release", "bir paket değil"),
    ],
)
def test_what_can_be_no_package_is_answered_with_what_to_give(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: Any, english: str, turkish: str
) -> None:
    monkeypatch.setattr("iddia.retrieval.finding.own", lambda: iter(()))
    monkeypatch.setenv("IDDIA_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("IDDIA_RELEASES", str(tmp_path / "dist"))
    monkeypatch.chdir(tmp_path)
    for version in (FIRST, SECOND):
        (tmp_path / "dist" / version).mkdir(parents=True)
        (tmp_path / "dist" / version / f"iddia-{version}.zip").write_bytes(b"")
    (tmp_path / "dist" / f"iddia-{FIRST}-all.zip").write_bytes(b"")
    (tmp_path / "x.sqlite").write_bytes(b"SQLite format 3")
    with pytest.raises(CouldNotRunError) as caught:
        iddia.load(what)
    assert english in said(caught.value.words, "en")
    assert turkish in said(caught.value.words, "tr")
    assert "iddia build" not in str(caught.value)


def filled(table: Any, column: str, cell: str) -> Any:
    """The table with one text in every cell of a column."""
    return table.set_column(table.column_names.index(column), column, pa.array([cell] * table.num_rows))


def rewrite(path: Path, change: Callable[[Any], Any]) -> None:
    parquet.write_table(change(parquet.read_table(path)), path)
    make_sums(path.parents[1])


@pytest.mark.parametrize(
    ("table", "change", "words"),
    [
        ("units", lambda t: t.rename_columns(["unit", *t.column_names[1:]]), "lacks the columns unit_id"),
        ("units", lambda t: t.set_column(4, "factor", pa.array(["x"] * t.num_rows)), "units.parquet is not as its schema says"),
        ("claims", lambda t: filled(t, "polarity", "so"), "closed lists of polarity"),
        ("claims", lambda t: filled(t, "approximation", "so"), "closed lists of approximation"),
        ("sources", lambda t: filled(t, "published", "2025-13"), "sources.parquet is not as its schema says"),
    ],
)
def test_a_parquet_file_that_is_not_as_its_schema_says_is_told(
    shelf: Path, tmp_path: Path, table: str, change: Callable[[Any], Any], words: str
) -> None:
    root = Path(shutil.copytree(shelf / "dist" / FIRST, tmp_path / FIRST))
    rewrite(root / "parquet" / f"{table}.parquet", change)
    with pytest.raises(CouldNotRunError, match=words.replace(".", r"\.")):
        iddia.load(root)


@pytest.mark.parametrize("type_", [pa.large_string(), pa.dictionary(pa.int32(), pa.string())])
def test_texts_may_be_stored_in_other_ways(shelf: Path, tmp_path: Path, plain: Ledger, type_: Any) -> None:
    root = Path(shutil.copytree(shelf / "dist" / FIRST, tmp_path / FIRST))
    for path in (root / "parquet").iterdir():
        rewrite(path, lambda t: t.cast(pa.schema([(f.name, type_ if f.type == pa.string() else f.type) for f in t.schema])))
    same(iddia.load(root), plain)


def test_a_table_without_rows_has_its_types(shelf: Path, tmp_path: Path, plain: Ledger) -> None:
    root = Path(shutil.copytree(shelf / "dist" / FIRST, tmp_path / FIRST))
    for path in (root / "parquet").iterdir():
        rewrite(path, lambda t: t.slice(0, 0))
    d = iddia.load(root)
    for table in plain:
        assert d[table].dtypes.to_dict() == plain[table].dtypes.to_dict(), table
        assert len(d[table]) == 0


def archive(path: Path, change: Callable[[dict[str, bytes]], object], package: Path) -> Path:
    """The package in an archive, after a change of its files."""
    files = {one.relative_to(package).as_posix(): one.read_bytes() for one in package.rglob("*") if one.is_file()}
    change(files)
    with zipfile.ZipFile(path, "w") as out:
        for name, content in files.items():
            out.writestr(name, content)
    return path


def descriptor(files: dict[str, bytes], change: Callable[[Any], object]) -> None:
    content = json.loads(files["datapackage.json"])
    change(content)
    files["datapackage.json"] = json.dumps(content).encode()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda files: files.clear(), "there is no datapackage.json in"),
        (lambda files: files.pop("datapackage.json"), "there is no datapackage.json in"),
        (lambda files: files.pop("data/units.csv"), "there is no data/units.csv in"),
        (lambda files: descriptor(files, lambda one: one["resources"][0].update(path="../out.csv")), "there is no ../out.csv in"),
        (lambda files: files.update({"datapackage.json": b"{"}), "datapackage.json is not JSON"),
    ],
)
def test_a_broken_archive_is_told_in_words(shelf: Path, tmp_path: Path, change: Callable[[Any], object], words: str) -> None:
    with pytest.raises(CouldNotRunError) as caught:
        iddia.load(archive(tmp_path / "package.zip", change, shelf / "package"))
    assert words in str(caught.value)
    assert caught.value.words[0] != caught.value.words[1]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [("../out.csv", b"x", "path-unsafe"), ("/etc/x", b"x", "path-unsafe"), ("DATA/units.csv", b"x", "archive-name-twice")],
)
def test_an_archive_that_is_not_safe_is_not_read(shelf: Path, tmp_path: Path, name: str, content: bytes, code: str) -> None:
    path = archive(tmp_path / "package.zip", lambda files: files.update({name: content}), shelf / "package")
    with pytest.raises(ProblemsError) as caught:
        iddia.load(path)
    assert [problem.code for problem in caught.value.problems] == [code]


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("datapackage.json", b" " * 50_000_000)
    with pytest.raises(ProblemsError, match="archive-too-large"):
        iddia.load(tmp_path / "bomb.zip")


@pytest.mark.parametrize("content", [b"", b"no archive", b"PK\x03\x04 and no more"])
def test_what_is_no_archive_cannot_be_read(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "package.zip").write_bytes(content)
    with pytest.raises(CouldNotRunError, match=r"package\.zip cannot be read"):
        iddia.load(tmp_path / "package.zip")


def test_a_flipped_byte_in_an_archive_is_noticed(shelf: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(shelf / "dist" / FIRST / f"iddia-{FIRST}.zip", tmp_path))
    content = path.read_bytes()
    assert content.count(b"claim_id,source_id,") == 1
    path.write_bytes(content.replace(b"claim_id,source_id,", b"claim_id,source_iD,"))
    with pytest.raises(CouldNotRunError, match=r"claims\.csv cannot be read: Bad CRC-32"):
        iddia.load(path)


def test_a_folder_of_several_packages_is_not_chosen_from(tmp_path: Path) -> None:
    for version in ("1.0.0", "2.0.0"):
        (tmp_path / f"iddia-{version}.zip").write_bytes(b"")
    with pytest.raises(CouldNotRunError, match=r"several packages: iddia-1\.0\.0\.zip, iddia-2\.0\.0\.zip"):
        iddia.load(tmp_path)


def without(shelf: Path, folder: Path, *tables: str, **further: Any) -> Path:
    """The package without some tables, and further keys in its descriptor."""
    root = Path(shutil.copytree(shelf / "package", folder / "package"))
    content = json.loads((root / "datapackage.json").read_bytes())
    content["resources"] = [one for one in content["resources"] if one["name"] not in tables] + further.pop("resources", [])
    for key in ("title", "description", "version", "licenses", "created"):
        content.pop(key, None)
    (root / "datapackage.json").write_text(json.dumps(content | further), "utf-8")
    return root


def test_a_package_that_lacks_tables_is_loaded_and_says_so_when_they_are_asked_for(shelf: Path, tmp_path: Path) -> None:
    d = iddia.load(without(shelf, tmp_path, "changes", "relations", "sources"))
    assert d.version == "unversioned"
    assert d.cite() == iddia.load(d.root).cite()
    for table in ("changes", "relations"):
        with pytest.raises(NoTableError, match=rf"this package has no table {table}; its tables are entities, .*claims"):
            getattr(d, table)
    assert not hasattr(d, "changes")
    questions: list[Callable[[], object]] = [lambda: d["changes"], d.disagreements, d.flat]
    for question in questions:
        with pytest.raises(UnknownIdError, match=r"there is no table '(changes|relations|sources)'; the tables are entities"):
            question()
    assert f"{len(d.claims)} claims\n" in repr(d)
    assert d.entity_id("DeepSeek R2") == "deepseek-r2"
    with pytest.raises(AttributeError, match=r"a Ledger has no claim$"):
        _ = d.claim


def test_a_package_without_claims_is_none(shelf: Path, tmp_path: Path) -> None:
    with pytest.raises(CouldNotRunError, match="does not describe iddia's tables: 'claims' is missing"):
        iddia.load(without(shelf, tmp_path, "claims"))


def test_tables_of_its_own_are_loaded_and_take_no_question_s_name(shelf: Path, tmp_path: Path) -> None:
    schema = {"fields": [{"name": "day", "type": "date"}, {"name": "note"}]}
    more = [{"name": name, "path": "data/more.csv", "schema": schema} for name in ("notes", "flat", "version", "_schemas")]
    root = without(shelf, tmp_path, resources=more, version="3.0.0")
    (root / "data" / "more.csv").write_text("day,note\n2025-01-01,\n", "utf-8")
    d = iddia.load(root)
    assert d.version == "3.0.0"
    assert len(d.flat()) == len(d.claims)
    assert d["flat"].to_dict("list") == d["notes"].to_dict("list")
    assert d["notes"]["day"].tolist() == ["2025-01-01"]
    assert set(d.codebook["table"]) >= {"notes", "flat"}


@pytest.mark.parametrize(
    ("path", "words"), [("../x.csv", "may lead out"), ("/etc/hostname", "may lead out"), (["data/units.csv", "b"], "does not")]
)
def test_a_path_that_leads_out_is_not_read(shelf: Path, tmp_path: Path, path: Any, words: str) -> None:
    more = [{"name": "more", "path": path, "schema": {"fields": [{"name": "a"}]}}]
    with pytest.raises(CouldNotRunError, match=words):
        iddia.load(without(shelf, tmp_path, resources=more))


@pytest.mark.parametrize("field", [3, {"name": 3}, {}, {"name": "a", "constraints": 3}])
def test_a_schema_that_is_none_is_told(shelf: Path, tmp_path: Path, field: Any) -> None:
    more = [{"name": "more", "path": "data/units.csv", "schema": {"fields": [field]}}]
    with pytest.raises(CouldNotRunError, match="does not describe iddia's tables"):
        iddia.load(without(shelf, tmp_path, resources=more))


def test_a_version_is_cited_with_its_day_and_what_is_unreleased_without(shelf: Path) -> None:
    released_one = iddia.load(shelf / "package")
    assert "(2026)" in released_one.cite()
    assert FIRST in released_one.cite()
    assert released_one.cite(language="tr") != released_one.cite()
    assert "year = {2026}" in released_one.cite("bibtex")
    with pytest.raises(ValueError, match="bibtex"):
        released_one.cite("ris")  # type: ignore[arg-type]
    own = iddia.load()
    if "created" not in own.descriptor:
        assert "year" not in own.cite("bibtex")


@pytest.mark.parametrize(
    ("created", "year"), [("2026-11-22", "2026"), ("2026-11-22T10:00:00Z", "2026"), ("once", None), (3, None), (None, None)]
)
def test_a_day_that_is_none_is_left_out(shelf: Path, tmp_path: Path, created: Any, year: str | None) -> None:
    cited = iddia.load(without(shelf, tmp_path, created=created)).cite("bibtex")
    assert ("year = {2026}" in cited) == (year is not None)
