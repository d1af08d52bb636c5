"""A corpus of known-bad contributions: each folder of tests/bad is laid over the good project of tests/tiny.

A folder holds the files that differ, byte for byte, and expect.txt: the problems that must be reported, these and no others,
a line each as ``file:line:column: code``. Three files may say what git cannot keep or should not: ``delete`` lists files to
remove; ``link`` lists a path to make and what it points to; ``pad`` lists a file and the number of bytes it is filled up to.
``says`` lists words that the printed report must hold.
"""

import ast
import os
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

import iddia
from iddia.cli import main
from iddia.corpus import read_corpus
from iddia.errors import ContributionError, CouldNotRunError, ProblemsError, VocabularyError

TESTS = Path(__file__).resolve().parent
TINY = TESTS / "tiny"
BAD = TESTS / "bad"
CASES = sorted(folder.name for folder in BAD.iterdir() if folder.is_dir())
DIRECTIVES = {"expect.txt", "delete", "link", "pad", "says"}
TAKEN_BY_NO_READING = ("cli", "package", "analyst")  # what `iddia validate` says of built files is no part of reading


def lines(case: str, name: str) -> list[str]:
    path = BAD / case / name
    return path.read_text("utf-8").splitlines() if path.is_file() else []


def lay(case: str, root: Path) -> Path:
    """The tiny project with the case laid over it."""
    shutil.copytree(TINY, root)
    for path in sorted((BAD / case).rglob("*")):
        name = path.relative_to(BAD / case)
        if path.is_file() and str(name) not in DIRECTIVES:
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, root / name)
    for line in lines(case, "delete"):
        (root / line).unlink()
    for line in lines(case, "link"):
        link, target = line.split()
        (root / link).symlink_to(target)
    for line in lines(case, "pad"):
        padded, size = line.split()
        with (root / padded).open("ab") as file:
            file.write(b"#" * (int(size) - file.tell()))
    return root


def everything_in(root: Path) -> dict[str, bytes | str | None]:
    """Every file below, hidden ones too, with its bytes, every link with its target, every folder."""
    found: dict[str, bytes | str | None] = {}
    for folder, folders, files in os.walk(root):
        for name in (*folders, *files):
            path = Path(folder) / name
            mode = path.lstat().st_mode
            content = str(path.readlink()) if stat.S_ISLNK(mode) else path.read_bytes() if stat.S_ISREG(mode) else None
            found[str(path.relative_to(root))] = content
    return found


@pytest.fixture(autouse=True)
def _away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is written by a relative path is written where it is seen."""
    (tmp_path / "away").mkdir()
    monkeypatch.chdir(tmp_path / "away")


@pytest.mark.parametrize("case", CASES)
def test_a_bad_contribution_is_reported_to_the_place_and_nothing_else_is(case: str, tmp_path: Path) -> None:
    with pytest.raises(ProblemsError) as caught:
        read_corpus(lay(case, tmp_path / "project"))
    assert [f"{problem.place}: {problem.code}" for problem in caught.value.problems] == lines(case, "expect.txt")


@pytest.mark.parametrize(
    ("case", "error"),
    [
        ("parent-unknown", VocabularyError),
        ("cue-pattern-broken", VocabularyError),
        ("quote-twice", ContributionError),
        ("several-at-once", ContributionError),
    ],
)
def test_the_error_says_who_has_to_act(case: str, error: type[ProblemsError], tmp_path: Path) -> None:
    with pytest.raises(error):
        read_corpus(lay(case, tmp_path / "project"))


@pytest.mark.parametrize("case", CASES)
def test_a_build_prints_every_problem_and_writes_nothing(case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = lay(case, tmp_path / "project")
    before = everything_in(tmp_path)
    assert main(["build", "--root", str(root)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "Traceback" not in err
    printed = [line.split(": ")[:2] for line in err.splitlines()[:-1] if not line.startswith("    ")]
    assert [": ".join(parts) for parts in printed] == lines(case, "expect.txt")
    for words in lines(case, "says"):
        assert words in err
    assert everything_in(tmp_path) == before


@pytest.mark.parametrize("case", ["article-changed", "several-at-once", "yaml-alias-bomb"])
def test_a_refused_build_leaves_the_data_of_the_last_one_as_it_was(case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(TINY, tmp_path / "good")
    assert main(["build", "--root", str(tmp_path / "good")]) == 0
    root = lay(case, tmp_path / "project")
    shutil.copytree(tmp_path / "good" / "data", root / "data")
    shutil.copyfile(tmp_path / "good" / "datapackage.json", root / "datapackage.json")
    before = everything_in(tmp_path)
    assert main(["build", "--root", str(root)]) == 1
    capsys.readouterr()
    assert everything_in(tmp_path) == before


def test_the_good_project_builds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = shutil.copytree(TINY, tmp_path / "project")
    assert main(["build", "--root", str(root)]) == 0
    assert capsys.readouterr().err == ""
    assert set(everything_in(root)) - set(everything_in(TINY)) >= {"data", "data/claims.csv", "datapackage.json"}
    assert not list(root.glob(".iddia-build-*"))


def test_a_folder_with_a_leading_dot_is_no_article(tmp_path: Path) -> None:
    root = shutil.copytree(TINY, tmp_path / "project")
    shutil.copytree(root / "seeds" / "fener-trial", root / "seeds" / ".draft")
    assert [account.article.source_id for account in read_corpus(root).accounts] == ["fener-launch", "fener-trial"]


def test_a_folder_without_seeds_cannot_be_built(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = tmp_path / "project"
    root.mkdir()
    with pytest.raises(CouldNotRunError):
        read_corpus(root)
    assert main(["build", "--root", str(root)]) == 2
    assert "Traceback" not in capsys.readouterr().err
    assert list(root.iterdir()) == []


@pytest.mark.parametrize("case", CASES)
def test_every_case_says_what_is_expected_and_differs_from_the_good_project(case: str) -> None:
    expected = lines(case, "expect.txt")
    assert expected, f"tests/bad/{case}/expect.txt lists no problem"
    overlay = {path.relative_to(BAD / case): path for path in (BAD / case).rglob("*") if path.is_file()}
    same = [str(name) for name, path in overlay.items() if (TINY / name).is_file() and (TINY / name).read_bytes() == path.read_bytes()]
    assert same == []


def test_every_code_has_a_case() -> None:
    shown = {line.rsplit(": ", 1)[1] for case in CASES for line in lines(case, "expect.txt")}
    assert reportable() - shown == set()
    assert shown - reportable() == set()


def reportable() -> set[str]:
    """Every code that reading a project can report, found in the source of iddia."""
    package = Path(iddia.__file__).parent
    modules = [path for path in package.rglob("*.py") if path.relative_to(package).parts[0] not in TAKEN_BY_NO_READING]
    return {code for path in modules for code in _codes_in(ast.parse(path.read_text("utf-8")))}


def _codes_in(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args:
            name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr if isinstance(node.func, ast.Attribute) else ""
            if name in {"Problem", "Finding", "_refuse"}:
                yield from _constants(node.args[0])
            if name == "unknown":
                yield from (f"{kind}-unknown" for kind in _constants(node.args[0]))
        if isinstance(node, ast.Assign) and any(isinstance(target, ast.Name) and target.id == "code" for target in node.targets):
            yield from _constants(node.value)


def _constants(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    if isinstance(node, ast.IfExp):
        yield from (*_constants(node.body), *_constants(node.orelse))
