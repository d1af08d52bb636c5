"""The data package as a zip: whole, readable by others, and the same everywhere."""

import hashlib
import io
import shutil
import stat
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import frictionless
import pandas as pd
import pytest
from formats.snippets import snippets
from formats.tabular import CITATION
from hypothesis import given
from hypothesis import strategies as st

import iddia
from iddia.checks import check_package
from iddia.formats.archive import zipped
from iddia.formats.publication import Publication
from iddia.sums import SUMS

_NAMES = st.text(st.characters(categories=["L", "N", "P", "S"], exclude_characters="\\:/"), min_size=1).filter(
    lambda name: name not in {".", ".."}
)
_PATHS = st.lists(_NAMES, min_size=1, max_size=3).map("/".join)
_NOON = 1_767_355_201
"""2026-01-02 12:00:01 UTC."""


@pytest.fixture(scope="module")
def unpacked(tabular: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("unpacked")
    with zipfile.ZipFile(io.BytesIO(tabular["iddia-1.0.0.zip"])) as archived:
        archived.extractall(root)
    return root


def test_it_holds_the_package_and_its_papers(published: Publication, unpacked: Path) -> None:
    there = {path.relative_to(unpacked).as_posix() for path in unpacked.rglob("*") if path.is_file()}
    assert there == {*published.files, "README.md", "LICENSE", "CHANGELOG.md", "CITATION.cff", "SHA256SUMS"}
    assert all((unpacked / path).read_bytes() == content for path, content in published.files.items())
    assert (unpacked / "LICENSE").read_text(encoding="utf-8") == published.texts["LICENSE-DATA"]
    assert (unpacked / "CHANGELOG.md").read_text(encoding="utf-8") == published.texts["CHANGELOG.md"]
    assert (unpacked / "CITATION.cff").read_bytes() == CITATION["CITATION.cff"]


def test_its_sums_are_those_of_its_other_files(unpacked: Path) -> None:
    lines = [line.split("  ", 1) for line in (unpacked / SUMS).read_text().splitlines()]
    files = sorted(path.relative_to(unpacked).as_posix() for path in unpacked.rglob("*") if path.is_file() and path.name != SUMS)
    assert lines == [[hashlib.sha256((unpacked / path).read_bytes()).hexdigest(), path] for path in files]


def test_frictionless_finds_nothing_wrong(unpacked: Path) -> None:
    report = frictionless.validate(str(unpacked / "datapackage.json"), type="package")
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "message"])
    assert len(report.tasks) == len(list((unpacked / "data").iterdir()))


def test_iddia_finds_nothing_wrong_with_the_zip_itself(folder: Path) -> None:
    assert check_package(folder / "iddia-1.0.0.zip") == []


def test_iddia_loads_what_was_built(unpacked: Path, repository: Path) -> None:
    built, loaded = iddia.load(repository), iddia.load(unpacked)
    for name, frame in built.tables.items():
        pd.testing.assert_frame_equal(loaded.tables[name], frame)


def test_the_examples_of_its_readme_run(unpacked: Path, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(unpacked)
    claims, loaded = (run for run in snippets(unpacked / "README.md"))
    frame: pd.DataFrame = claims["claims"]
    expected = iddia.load(repository).claims
    for column in frame.columns:
        ours = expected[column].astype("object")
        assert frame[column].astype("object").where(frame[column].notna(), None).tolist() == ours.where(ours.notna(), None).tolist()
    assert [str(frame[column].dtype) for column in ("claim_id", "number", "value_boolean")] == ["string", "Float64", "boolean"]
    assert len(loaded["d"].claims) == len(expected)


def test_the_examplefor_pandas_takes_no_word_for_null(unpacked: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data").mkdir()
    shutil.copytree(unpacked / "schema", tmp_path / "schema")
    header, first, _ = (unpacked / "data" / "claims.csv").read_text(encoding="utf-8").split("\n", 2)
    worded = first.replace("DeepSeek is taking over technology.", "None").replace("technology,", "NA,")
    (tmp_path / "data" / "claims.csv").write_text(f"{header}\n{worded}\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    claim = next(snippets(unpacked / "README.md"))["claims"].iloc[0]
    assert (claim["statement_en"], claim["value_entity"], claim["value_text"]) == ("None", "NA", pd.NA)


@given(st.dictionaries(_PATHS, st.binary(max_size=50), max_size=6), st.randoms())
def test_what_is_packed_is_unpacked_in_order(entries: dict[str, bytes], random: Any) -> None:
    shuffled = list(entries.items())
    random.shuffle(shuffled)
    packed = zipped(dict(shuffled), _NOON)
    assert packed == zipped(entries, _NOON)
    with zipfile.ZipFile(io.BytesIO(packed)) as archived:
        assert archived.testzip() is None
        assert {entry.filename: archived.read(entry) for entry in archived.infolist()} == entries
        assert archived.namelist() == sorted(entries)


def test_every_entry_says_the_same_of_itself(tabular: dict[str, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(tabular["iddia-1.0.0.zip"])) as archived:
        said = {(e.create_system, e.external_attr >> 16, e.compress_type, e.date_time, e.extra, e.comment) for e in archived.infolist()}
    assert said == {(3, stat.S_IFREG | 0o644, zipfile.ZIP_STORED, (2026, 11, 22, 0, 0, 0), b"", b"")}


@given(st.integers(-(2**33), 2**36))
def test_moments_are_told_in_utc_to_two_seconds_within_what_a_zip_can_tell(moment: int) -> None:
    with zipfile.ZipFile(io.BytesIO(zipped({"a": b""}, moment))) as archived:
        told = datetime(*archived.infolist()[0].date_time, tzinfo=UTC)
    first, last = datetime(1980, 1, 1, tzinfo=UTC), datetime(2107, 12, 31, 23, 59, 58, tzinfo=UTC)
    assert told == min(max(first, datetime.fromtimestamp(moment // 2 * 2, UTC)), last)


@pytest.mark.parametrize("path", ["", "/a", "a//b", "../a", "a/../b", "a/.", "a\\b", "C:/a", "a\nb", "a/"])
def test_a_path_that_may_lead_out_is_refused(path: str) -> None:
    with pytest.raises(ValueError, match="is no path of an archive"):
        zipped({path: b""}, _NOON)
