"""Verifying: a good release in each form, one flipped byte anywhere, one cell anywhere though the sums were made anew."""

import csv
import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import minisign
import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_release import FIRST, SECOND, all_added, all_in_one, make_forms, make_sums, packed, prepare, released
from pyarrow import parquet
from tiny_package import rehash

import iddia
from iddia.errors import CouldNotRunError
from iddia.formats.publication import package_files
from iddia.verify import verify
from iddia.verify.signature import sign

SLOW = settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])


def test_a_good_release_is_fine_and_says_what_was_looked_at_and_what_not(release_folder: Path) -> None:
    verdict = verify(release_folder)
    assert verdict.problems == []
    english = " / ".join(words[0] for words in verdict.checked)
    for part in ("have the sums", "package is valid", "in Parquet as in CSV", "in SQLite as in CSV", "counts", "9 claims", "1.0.0"):
        assert part in english
    assert [words[0].partition(":")[0] for words in verdict.unchecked] == [
        "no signature",
        "whether forms other than Parquet and SQLite say the same",
    ]
    for words in (*verdict.checked, *verdict.unchecked):
        assert words[0] != words[1]


REMADE = ["CITATION.cff", ".zenodo.json", "dictionary.md", "datasette.json", "duckdb.sql", "claims.jsonld", "context.jsonld"]
REMADE += ["shapes.ttl", "nanopubs.trig"]


def test_forms_that_follow_from_the_package_are_made_anew(release: Path) -> None:
    make_forms(release)
    verdict = verify(release)
    assert verdict.problems == []
    english = " / ".join(words[0] for words in verdict.checked)
    for part in ("nanopublications", "Parquet has the bytes", "SQLite has the bytes"):
        assert part in english
    assert "README.md, CHANGELOG.md" in " ".join(words[0] for words in verdict.unchecked)
    for name in REMADE:
        (release / name).write_bytes((release / name).read_bytes() + b" ")
    make_sums(release)
    assert [(one.code, one.place.file) for one in verify(release).problems] == [("form-differs", name) for name in REMADE]


@pytest.mark.parametrize(
    ("library", "version", "words"),
    [
        ("iddia", "0.0.1", "since this release was made with iddia 0.0.1 and this is"),
        ("iddia", None, "since this release was made with some other iddia"),
        ("apsw", "1.0", "README.md"),
        ("pyarrow", "1.0", "README.md"),
    ],
)
def test_forms_of_other_versions_are_held_against_their_sums_alone(release: Path, library: str, version: str | None, words: str) -> None:
    make_forms(release)
    record = json.loads((release / "release.json").read_bytes())
    record["made_with"] = {**record["made_with"], library: version}
    (release / "release.json").write_text(json.dumps(record), "utf-8")
    with closing(sqlite3.connect(release / f"iddia-{SECOND}.sqlite")) as connection, connection:
        connection.execute("DROP VIEW flat")
    units = release / "parquet" / "units.parquet"
    parquet.write_table(parquet.read_table(units), units)
    make_sums(release)
    verdict = verify(release)
    kept = {"iddia": set(), "apsw": {"parquet/units.parquet"}, "pyarrow": {f"iddia-{SECOND}.sqlite"}}[library]
    assert {problem.place.file for problem in verdict.problems} == kept
    assert words in " ".join(said[0] for said in verdict.unchecked)


def test_the_first_release_needs_none_before_it(tiny_built: Path, tmp_path: Path) -> None:
    package = Path(shutil.copytree(tiny_built, tmp_path / "package"))
    prepare(package, FIRST, changes=all_added(package, FIRST))
    verdict = verify(released(package, tmp_path / "dist"))
    assert verdict.problems == []
    assert not any("beside" in words[0] for words in verdict.unchecked)


def test_the_all_in_one_archive_is_verified_as_the_folder_is(release: Path) -> None:
    archive = all_in_one(release)
    whole, folder = verify(archive), verify(release)
    assert (whole.problems, whole.checked) == ([], folder.checked)
    (release / "dictionary.md").write_text("Other words.\n", "utf-8")
    archive.unlink()
    assert [problem.place.file for problem in verify(all_in_one(release)).problems] == ["dictionary.md"]


def test_the_package_alone_is_verified_too(release_folder: Path) -> None:
    verdict = verify(release_folder / f"iddia-{SECOND}.zip", previous=release_folder.parent / FIRST)
    assert verdict.problems == []
    assert any("1.0.0" in words[0] for words in verdict.checked)
    assert any("no sum of its own" in words[0] for words in verdict.unchecked)


def test_a_package_called_by_another_version_is_told(release: Path) -> None:
    other = (release / f"iddia-{SECOND}.zip").rename(release.parent / "iddia-2.0.0.zip")
    assert [(problem.code, problem.got, problem.expected) for problem in verify(other).problems] == [("release-version", SECOND, "2.0.0")]


@pytest.mark.parametrize("name", ["2.0.0", "download"])
def test_a_folder_need_not_be_called_by_its_version_but_not_by_another(release: Path, name: str) -> None:
    moved = release.rename(release.parent / name)
    codes = {problem.code for problem in verify(moved).problems}
    assert codes == ({"release-version", "release-file-missing"} if name == "2.0.0" else set())


def test_the_release_before_is_asked_for_where_it_does_not_stand_beside(release: Path) -> None:
    before = (release.parent / FIRST).rename(release.parent / "elsewhere")
    assert any("--previous" in words[0] for words in verify(release).unchecked)
    given_it = verify(release, previous=before)
    assert given_it.problems == []
    assert any(FIRST in words[0] for words in given_it.checked)


def test_another_release_is_not_taken_for_the_one_before(release: Path) -> None:
    (problem,) = verify(release, previous=release).problems
    assert (problem.code, problem.place.file, problem.got, problem.expected) == ("release-version", "release.json", SECOND, FIRST)


def test_a_release_without_a_history_is_told(tiny_built: Path, tmp_path: Path) -> None:
    package = Path(shutil.copytree(tiny_built, tmp_path / "package"))
    prepare(package, FIRST, changes=all_added(package, FIRST))
    descriptor = json.loads((package / "datapackage.json").read_bytes())
    descriptor["resources"] = [one for one in descriptor["resources"] if one["name"] != "changes"]
    (package / "datapackage.json").write_text(json.dumps(descriptor), "utf-8")
    verdict = verify(released(package, tmp_path / "dist"))
    assert [(problem.code, problem.expected) for problem in verdict.problems] == [("table-missing", "changes")]
    assert any("history" in words[0] for words in verdict.unchecked)


def without_condition(tiny: Path, folder: Path) -> Path:
    """The release of a package of before the column condition was thought of."""
    package = Path(shutil.copytree(tiny, folder / "package"))
    prepare(package, FIRST, changes=all_added(package, FIRST))
    schema = json.loads((package / "schema" / "claims.json").read_bytes())
    schema["fields"] = [field for field in schema["fields"] if field["name"] != "condition"]
    (package / "schema" / "claims.json").write_text(json.dumps(schema), "utf-8")
    with (package / "data" / "claims.csv").open(encoding="utf-8", newline="") as file:
        rows = [{name: cell for name, cell in row.items() if name != "condition"} for row in csv.DictReader(file)]
    with (package / "data" / "claims.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    rehash(package)
    return released(package, folder / "dist")


def test_a_release_is_checked_by_its_own_schemas_whatever_columns_came_since(tiny_built: Path, tmp_path: Path) -> None:
    root = without_condition(tiny_built, tmp_path)
    for path in (root, root / f"iddia-{FIRST}.zip"):
        verdict = verify(path)
        assert verdict.problems == []
        (told,) = [words for words in verdict.unchecked if "by its own schemas" in words[0]]
        assert "the schema lacks the column condition" in told[0]
        assert "şemada condition sütunu eksik" in told[1]
    record = json.loads((root / "release.json").read_bytes())
    (root / "release.json").write_text(json.dumps(record | {"made_with": {"iddia": iddia.__version__}}), "utf-8")
    make_sums(root)
    assert "column-missing" in {problem.code for problem in verify(root).problems}


def test_a_column_that_only_the_rows_lack_is_told_whoever_made_the_release(tiny_built: Path, tmp_path: Path) -> None:
    root = without_condition(tiny_built, tmp_path)
    package = tmp_path / "package"
    schema = (package / "schema" / "units.json").read_text("utf-8")
    (package / "schema" / "units.json").write_text(schema.replace('"name": "code"', '"name": "codes"'), "utf-8")
    (root / f"iddia-{FIRST}.zip").write_bytes(packed(package_files(package)))
    problems = verify(root / f"iddia-{FIRST}.zip").problems
    assert ("column-missing", "data/units.csv") in {(problem.code, problem.place.file) for problem in problems}


@pytest.mark.parametrize("name", ["nowhere", "nowhere.zip"])
def test_nothing_at_the_path_could_not_be_verified(tmp_path: Path, name: str) -> None:
    with pytest.raises(CouldNotRunError, match="there is no file or folder"):
        verify(tmp_path / name)


@pytest.mark.parametrize(("content", "code"), [(b"no zip", "archive-broken"), (b"", "archive-broken")])
def test_what_is_no_archive_is_told(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "iddia-1.0.0.zip"
    path.write_bytes(content)
    assert [problem.code for problem in verify(path).problems] == [code]


def test_an_empty_folder_lacks_everything(tmp_path: Path) -> None:
    codes = {problem.code for problem in verify(tmp_path).problems}
    assert codes == {"sums-missing", "release-file-missing"}


def files_of(root: Path) -> list[str]:
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())


@SLOW
@given(data=st.data())
def test_one_flipped_bit_anywhere_is_found_and_its_file_named(
    release_folder: Path, tmp_path_factory: pytest.TempPathFactory, data: Any
) -> None:
    root = Path(shutil.copytree(release_folder.parent, tmp_path_factory.mktemp("flipped") / "dist")) / SECOND
    name = data.draw(st.sampled_from(files_of(root)))
    content = bytearray((root / name).read_bytes())
    at = data.draw(st.integers(0, len(content) - 1))
    content[at] ^= 1 << data.draw(st.integers(0, 7))
    (root / name).write_bytes(content)
    problems = verify(root).problems
    assert any(name in problem.text("en") for problem in problems), (name, at)


def tables_of(root: Path) -> list[str]:
    return [table for table, rows in json.loads((root / "release.json").read_bytes())["counts"].items() if rows]


def another(cell: Any, type_: Any) -> Any:
    """A value of the type that the cell is not."""
    if cell is None or pa.types.is_boolean(type_):
        return not cell
    return cell + 1 if isinstance(cell, int | float) else f"{cell} "


@SLOW
@given(data=st.data())
def test_one_changed_cell_is_found_though_all_sums_were_made_anew(
    release_folder: Path, tmp_path_factory: pytest.TempPathFactory, data: Any
) -> None:
    root = Path(shutil.copytree(release_folder.parent, tmp_path_factory.mktemp("changed") / "dist")) / SECOND
    table = data.draw(st.sampled_from(tables_of(root)))
    content = parquet.read_table(root / "parquet" / f"{table}.parquet")
    row = data.draw(st.integers(0, content.num_rows - 1))
    column = data.draw(st.sampled_from(content.column_names))
    type_ = content.schema.field(column).type
    cells = content.column(column).to_pylist()
    value = "x" if cells[row] is None and pa.types.is_string(type_) else 1 if cells[row] is None else another(cells[row], type_)
    if data.draw(st.booleans()):
        file = f"parquet/{table}.parquet"
        cells[row] = bool(value) if pa.types.is_boolean(type_) else value
        at = content.column_names.index(column)
        parquet.write_table(content.set_column(at, column, pa.array(cells, type_)), root / file)
    else:
        file = f"iddia-{SECOND}.sqlite"
        with closing(sqlite3.connect(root / file)) as connection, connection:
            connection.execute(f'UPDATE "{table}" SET "{column}" = ? WHERE rowid = ?', (value, row + 1))
    make_sums(root)
    problems = verify(root).problems
    assert {problem.place.file for problem in problems} == {file}
    told = " ".join(problem.text("en") for problem in problems)
    key = json.loads((release_folder.parents[1] / "dist-second" / "schema" / f"{table}.json").read_bytes())["primaryKey"]
    if column in key:
        assert "lacks rows" in told
    else:
        assert f"row {row + 1} of {table}" in told
        assert column in told


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    """A secret key and its public one, as files."""
    made = minisign.KeyPair.generate()
    secret, public = tmp_path / "iddia.key", tmp_path / "iddia.pub"
    secret.write_bytes(bytes(made.secret_key))
    public.write_bytes(bytes(made.public_key))
    return secret, public


def test_a_signature_is_the_same_each_time_and_holds(release: Path, pair: tuple[Path, Path]) -> None:
    secret, public = pair
    sums = (release / "SHA256SUMS").read_bytes()
    signatures = {sign(sums, secret, "iddia 1.1.0 2026-12-01") for _ in range(2)}
    assert len(signatures) == 1
    (release / "SHA256SUMS.minisig").write_bytes(signatures.pop())
    verdict = verify(release, key=public)
    assert verdict.problems == []
    assert any("signed" in words[0] for words in verdict.checked)
    assert any("--key" in words[0] for words in verify(release).unchecked)


@pytest.mark.parametrize("what", ["comment", "sums", "key"])
def test_a_signature_of_anything_else_does_not_hold(release: Path, pair: tuple[Path, Path], tmp_path: Path, what: str) -> None:
    secret, public = pair
    sums, signature = release / "SHA256SUMS", release / "SHA256SUMS.minisig"
    signature.write_bytes(sign(sums.read_bytes(), secret, "iddia 1.1.0 2026-12-01"))
    if what == "comment":
        signature.write_bytes(signature.read_bytes().replace(b"2026-12-01", b"2026-12-02"))
    elif what == "sums":
        (release / "dictionary.md").write_text("Other words.\n", "utf-8")
        make_sums(release)
    else:
        public = tmp_path / "other.pub"
        public.write_bytes(bytes(minisign.KeyPair.generate().public_key))
    assert [problem.code for problem in verify(release, key=public).problems] == ["signature-wrong"]


def test_a_key_that_is_none_is_told(release: Path, pair: tuple[Path, Path], tmp_path: Path) -> None:
    secret, _ = pair
    no_key = tmp_path / "no.key"
    no_key.write_text("no key\n", "utf-8")
    for call in (
        lambda: verify(release, key=no_key),
        lambda: verify(release, key=tmp_path / "nowhere"),
        lambda: sign(b"", no_key, "x"),
    ):
        with pytest.raises(CouldNotRunError, match="is no minisign"):
            call()
    locked = minisign.SecretKey.from_file(secret)
    locked.encrypt("a password", opslimit=32768, memlimit=16777216)
    secret.write_bytes(bytes(locked))
    with pytest.raises(CouldNotRunError, match="has a password"):
        sign(b"", secret, "x")
