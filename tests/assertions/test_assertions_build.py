"""What is too much is warned of in every form of a report and stops nothing; what is too little stops a build."""

import json
import shutil
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from test_bad_contributions import lay

from iddia.cli import FINE, INVALID, main
from iddia.errors import VocabularyError
from iddia.package.build import build, make

TINY = Path(__file__).resolve().parent.parent / "tiny"
FILE = "schema/vocabulary/assertions.yaml"
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TINY, tmp_path / "project"))


def change(root: Path, old: str, new: str) -> None:
    text = (root / FILE).read_text("utf-8")
    assert text.count(old) == 1
    (root / FILE).write_text(text.replace(old, new), "utf-8")


@pytest.fixture
def crowded(root: Path) -> Path:
    """A built project with six cues where at most five are usual."""
    change(root, "cues: {rows: {min: 3}}", "cues: {rows: {min: 3, max: 5}}")
    build(root)
    assert main(["schema", "--root", str(root)]) == FINE
    return root


PLACE = f"{FILE}:21:28: maximum-exceeded"


def test_a_build_warns_and_writes(root: Path, capsys: Capture) -> None:
    change(root, "cues: {rows: {min: 3}}", "cues: {rows: {min: 3, max: 5}}")
    assert main(["build", "--lang", "tr", "--root", str(root)]) == FINE
    captured = capsys.readouterr()
    assert captured.err.startswith(f"{PLACE}: uyarı: cues tablosunda göze çarpacak kadar çok satır var\n    bulunan   6\n")
    assert "yazıldı" in captured.out
    assert (root / "data" / "cues.csv").is_file()
    assert main(["build", "--json", "--root", str(root)]) == FINE
    (warning,) = json.loads(capsys.readouterr().out)["warnings"]
    assert (warning["code"], warning["severity"], warning["line"], warning["got"]) == ("maximum-exceeded", "warning", 21, "6")


def test_a_warning_is_told_in_words_beside_what_is_right(crowded: Path, capsys: Capture) -> None:
    capsys.readouterr()
    assert main(["validate", "--root", str(crowded)]) == FINE
    first, *_, summary, fine = capsys.readouterr().out.splitlines()
    assert first == f"{PLACE}: warning: cues has strikingly many rows"
    assert summary == "1 warning in 1 file"
    assert fine.startswith("fine: every article is accounted for")


def test_a_warning_is_one_in_every_form(crowded: Path, capsys: Capture) -> None:
    printed = {}
    for form in ("json", "sarif", "github", "junit"):
        capsys.readouterr()
        assert main(["validate", "--format", form, "--root", str(crowded)]) == FINE
        printed[form] = capsys.readouterr().out
    content = json.loads(printed["json"])
    assert [problem["severity"] for problem in content["problems"]] == ["warning"]
    assert len(content["checked"]) == 1
    (run,) = json.loads(printed["sarif"])["runs"]
    assert [result["level"] for result in run["results"]] == ["warning"]
    assert [rule["defaultConfiguration"]["level"] for rule in run["tool"]["driver"]["rules"]] == ["warning"]
    assert printed["github"].startswith(f"::warning file={FILE},line=21,")
    suites = ET.fromstring(printed["junit"])
    assert (suites.get("tests"), suites.get("failures")) == ("1", "0")
    assert (suites.findtext("./testsuite/testcase/system-out") or "").startswith(PLACE)


def test_a_warning_hides_no_stale_file_and_a_stale_file_no_warning(crowded: Path, capsys: Capture) -> None:
    (crowded / "data" / "units.csv").write_text("unit_id\n", "utf-8")
    capsys.readouterr()
    assert main(["validate", "--json", "--root", str(crowded)]) == INVALID
    content = json.loads(capsys.readouterr().out)
    assert [problem["code"] for problem in content["problems"]] == ["file-stale", "maximum-exceeded"]
    assert content["summary"] == "1 problem and 1 warning in 2 files"
    assert content["checked"] == []


def test_too_little_leaves_the_data_of_the_last_build(root: Path, capsys: Capture) -> None:
    build(root)
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    change(root, "cues: {rows: {min: 3}}", "cues: {rows: {min: 7}}")
    before[root / FILE] = (root / FILE).read_bytes()
    for command in ("build", "validate"):
        assert main([command, "--root", str(root)]) == INVALID
    assert "minimum-missed" in capsys.readouterr().err
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before
    with pytest.raises(VocabularyError):
        make(root)


def test_a_bound_that_cannot_be_read_is_not_taken_for_one_that_moved(tmp_path: Path) -> None:
    root = lay("bound-moved", tmp_path / "project")
    change(root, "cues: {rows: {min: 3}}", "cues: {rows: {min: three}}")
    with pytest.raises(VocabularyError) as caught:
        make(root)
    assert [problem.code for problem in caught.value.problems] == ["value-type"]


def test_an_empty_file_of_assertions_is_told(root: Path, capsys: Capture) -> None:
    (root / FILE).write_text("\n", "utf-8")
    assert main(["build", "--root", str(root)]) == INVALID
    assert f"{FILE}:1:1: assertions-missing" in capsys.readouterr().err


@pytest.mark.parametrize(("language", "words"), [("en", "nothing says why"), ("tr", "nedeni ise yazılmamış")])
def test_what_a_moved_bound_means_is_explained(language: str, words: str, capsys: Capture) -> None:
    assert main(["validate", "--explain", "bound-moved", "--lang", language]) == FINE
    out = capsys.readouterr().out
    assert words in out
    assert "moved: [{min_was: ..., why: ...}]" in out


def test_a_repair_puts_the_keys_of_assertions_in_order(root: Path, capsys: Capture) -> None:
    change(root, "value_raw: {min: 0.1}", "value_raw: {min: 0.1, max: 0.9}")
    text = (root / FILE).read_text("utf-8")
    change(root, "{min: 0.1, max: 0.9}", "{max: 0.9, min: 0.1}")
    (root / FILE).write_text(
        (root / FILE)
        .read_text("utf-8")
        .replace("claims:\n  rows: {min: 5, max: 500}\n", "claims:\n")
        .replace("evidence:\n", "  rows: {max: 500, min: 5}\nevidence:\n"),
        "utf-8",
    )
    assert main(["validate", "--fix", "--root", str(root)]) == FINE
    assert (root / FILE).read_text("utf-8") == text
    capsys.readouterr()
