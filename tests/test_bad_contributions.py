"""A corpus of known-bad contributions: each folder of tests/bad/contributions is laid over the good project of tests/tiny.

A folder holds the files that differ, byte for byte, and expect.txt: the problems that must be reported, these and no others,
a line each as ``file:line:column: code``. Three files may say what git cannot keep or should not: ``delete`` lists files to
remove; ``link`` lists a path to make and what it points to; ``pad`` lists a file and the number of bytes it is filled up to.
``says`` lists words that the printed report must hold.
"""

import ast
import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import iddia
from iddia.cli import main
from iddia.corpus import read_corpus
from iddia.errors import ContributionError, CouldNotRunError, Problem, ProblemsError, VocabularyError
from iddia.package.build import make
from iddia.project.constraintchecks import ConstraintCheck
from iddia.project.vocabulary import read_vocabulary

TESTS = Path(__file__).resolve().parent
TINY = TESTS / "tiny"
BAD = TESTS / "bad" / "contributions"
CASES = sorted(folder.name for folder in BAD.iterdir() if folder.is_dir())
DIRECTIVES = {"expect.txt", "delete", "link", "pad", "says"}
CONSTRAINTS = "schema/vocabulary/constraints.yaml"
LAUNCH = "seeds/fener-launch/assessments.yaml"
TRIAL = "seeds/fener-trial/assessments.yaml"
ASSESSED = """  - claim: fener-launch.05
    verdict: {}
    as_of: 2025-10-05
    certainty: low
    note_en: The model card says when.
    note_tr: Model kartında gün yazıyor.
    references: [ardic-model-card]
predictions:"""
# What `iddia validate` says of built files, `iddia new` of what it is given and releases of changes, is no part of reading.
TAKEN_BY_NO_READING = ("cli", "package", "analyst", "repair", "draft", "checks", "release", "verify")


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


@cache
def problems_of(case: str) -> tuple[Problem, ...]:
    """What is reported of a case, read once for all tests that look at it."""
    with tempfile.TemporaryDirectory() as folder, pytest.raises(ProblemsError) as caught:
        make(lay(case, Path(folder) / "project"))
    return tuple(caught.value.problems)


def definition(name: str, means: str) -> str:
    return f"{name}:\n  says: {{en: A term., tr: Bir terim.}}\n  for: {{x: a model}}\n  means: {means}\n"


def chain(length: int) -> str:
    """Definitions d1, d2 and so on, each of the one before."""
    return "".join(definition(f"d{at}", f"d{at - 1}(x)" if at > 1 else "training_cost(x)") for at in range(1, length + 1))


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
def test_a_bad_contribution_is_reported_to_the_place_and_nothing_else_is(case: str) -> None:
    assert [f"{problem.place}: {problem.code}" for problem in problems_of(case)] == lines(case, "expect.txt")


@pytest.mark.parametrize(
    ("case", "error"),
    [
        ("parent-unknown", VocabularyError),
        ("cue-pattern-broken", VocabularyError),
        ("bound-moved", VocabularyError),
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


@pytest.mark.parametrize(
    ("file", "changes"),
    [
        pytest.param(LAUNCH, {"outcome: pending": "outcome: did_not"}, id="did not, on the last day of the horizon"),
        pytest.param(
            LAUNCH,
            {"outcome: pending\n    as_of: 2025-09-30": "outcome: came_true\n    as_of: 2025-09-01"},
            id="came true, on the first day",
        ),
        pytest.param(LAUNCH, {"2025-06-30\n    certainty: high": "2025-03-14\n    certainty: high"}, id="a reference of the same day"),
        pytest.param(TRIAL, {"as_of: 2025-08-31": "as_of: 2025-01-01"}, id="a reference of the same year"),
        pytest.param(LAUNCH, {"2025-06-30\n    certainty: high": "2025-03\n    certainty: high"}, id="a reference within the month"),
        pytest.param(LAUNCH, {"predictions:": ASSESSED.format("refuted")}, id="refuted, though it may still come true"),
        pytest.param(
            LAUNCH,
            {"predictions:": ASSESSED.format("refuted"), "outcome: pending": "outcome: did_not"},
            id="refuted, and it did not come true",
        ),
        pytest.param(
            LAUNCH,
            {"predictions:": ASSESSED.format("supported"), "outcome: pending": "outcome: came_true"},
            id="supported, and it came true",
        ),
        pytest.param(
            LAUNCH,
            {"predictions:": ASSESSED.format("partly"), "outcome: pending": "outcome: did_not"},
            id="partly, and it did not come true",
        ),
        pytest.param("seeds/explanations.yaml", {"Maliyet donanımı kapsamıyor olabilir.": "1 M?"}, id="a reason with a letter in it"),
        pytest.param(
            "seeds/references.yaml", {"  kind: secondary": "  url: https://ardic.example/\n  kind: secondary"}, id="an address near"
        ),
        pytest.param(CONSTRAINTS, {"large_or_cheap:": f"{chain(21)}large_or_cheap:"}, id="definitions on 20 levels"),
        pytest.param(
            CONSTRAINTS,
            {
                "large_or_cheap:": definition("ten", " + ".join(10 * ["training_cost(x)"]))
                + definition("wide", " + ".join(20 * ["ten(x)"]))
                + "large_or_cheap:"
            },
            id="200 terms",
        ),
        pytest.param(
            CONSTRAINTS,
            {"cheap: [training_cost(x) < 5_000_000 usd]": "cheap: [training_cost(fener) < 5_000_000 usd]"},
            id="a variable in one pattern",
        ),
        pytest.param(
            CONSTRAINTS, {"training_bill(x) <= 1_000_000_000 usd": "training_bill(x) <= 1e30 usd"}, id="a number that is measured"
        ),
    ],
)
def test_what_is_just_right_is_read(file: str, changes: dict[str, str], tmp_path: Path) -> None:
    path = shutil.copytree(TINY, tmp_path / "project") / file
    text = path.read_text("utf-8")
    for old, new in changes.items():
        assert text.count(old) == 1
        text = text.replace(old, new)
    path.write_text(text, "utf-8")
    assert len(read_corpus(tmp_path / "project").accounts) == 2


def test_a_definition_on_a_thousand_levels_is_refused(tmp_path: Path) -> None:
    path = shutil.copytree(TINY, tmp_path / "project") / CONSTRAINTS
    path.write_text(path.read_text("utf-8") + chain(1000), "utf-8")
    problems: list[Problem] = []
    vocabulary = read_vocabulary(tmp_path / "project", problems)
    check = ConstraintCheck("d1000", vocabulary.constraints["d1000"], vocabulary)
    assert all(finding.code == "constraint-form" for finding in check.findings())
    assert not check.is_sound
    assert problems == []


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
    assert expected, f"tests/bad/contributions/{case}/expect.txt lists no problem"
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
