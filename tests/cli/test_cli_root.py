"""Where a command works when it is not told: in the project around the working folder, or else in the installed package."""

import json
import os
import shutil
from pathlib import Path

import pytest

import iddia
from iddia.cli import COULD_NOT_RUN, FINE, main, parser
from iddia.root import ROOT, is_project, project_around

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def other_project(tmp_path: Path) -> Path:
    """A project of somebody else's, in which nothing is built yet."""
    root = tmp_path / "newsroom"
    (root / "seeds" / "an-article").mkdir(parents=True)
    (root / "schema" / "vocabulary").mkdir(parents=True)
    return root


def default_root() -> Path:
    return Path(parser().parse_args(["info"]).root)


@pytest.mark.parametrize("folder", [".", "seeds", "seeds/an-article", "schema/vocabulary"])
def test_it_is_the_project_around_the_working_folder(other_project: Path, monkeypatch: pytest.MonkeyPatch, folder: str) -> None:
    monkeypatch.chdir(other_project / folder)
    assert default_root() == other_project


@pytest.mark.parametrize("missing", ["seeds", "schema/vocabulary", "schema"])
def test_a_folder_that_lacks_half_of_it_is_no_project(other_project: Path, monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    shutil.rmtree(other_project / missing)
    monkeypatch.chdir(other_project)
    assert not is_project(other_project)
    assert project_around(other_project) is None
    assert default_root() == ROOT


def test_the_nearest_project_wins(other_project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inner = other_project / "archive"
    shutil.copytree(other_project, inner)
    monkeypatch.chdir(inner / "seeds")
    assert default_root() == inner


def test_elsewhere_it_is_the_package_s_own(capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["info", "--json"]) == FINE
    assert json.loads(capsys.readouterr().out)["tables"]["claims"] == len(iddia.load().claims)


def test_a_working_folder_that_is_gone_is_no_mishap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    with pytest.raises(FileNotFoundError):
        os.getcwd()  # noqa: PTH109 what Path.cwd() calls
    assert default_root() == ROOT


def test_root_tells_otherwise(other_project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(other_project)
    assert parser().parse_args(["info", "--root", str(tmp_path)]).root == tmp_path


def test_a_project_of_its_own_is_built_described_and_read_from_its_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    """Nothing of this repository stands beside it, no docs/ either; each command is named by the one that misses its work."""
    root = Path(shutil.copytree(Path(__file__).resolve().parents[1] / "tiny", tmp_path / "project"))
    monkeypatch.chdir(root)
    assert main(["info"]) == COULD_NOT_RUN
    assert "run `iddia build` there" in capsys.readouterr().err
    assert main(["build"]) == FINE
    capsys.readouterr()
    assert main(["info"]) == COULD_NOT_RUN
    assert "run `iddia schema` there" in capsys.readouterr().err
    assert main(["schema"]) == FINE
    assert main(["validate"]) == FINE
    assert main(["info"]) == FINE
    assert main(["show", "fener"]) == FINE
    assert not (root / "docs" / "agreement.md").exists()
