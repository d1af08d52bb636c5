"""A corpus of known-bad and of tricky good packages: each folder is laid over the package of tests/tiny, as tiny_package.py tells."""

import warnings
from pathlib import Path

import pytest
from tiny_package import TESTS, build_tiny, lay, lines

from iddia.checks import check_package
from iddia.errors import Problem
from iddia.problems import KINDS as EVERY_KIND
from iddia.problems.package import KINDS

BAD, GOOD = TESTS / "bad" / "packages", TESTS / "good" / "packages"
BAD_CASES = sorted(folder.name for folder in BAD.iterdir())
GOOD_CASES = sorted(folder.name for folder in GOOD.iterdir())
ENGLISH = {"the", "is", "no", "of", "and", "cell", "row", "file", "this", "cannot", "column", "write", "remove", "or", "with", "it", "than"}


@pytest.fixture(scope="session")
def tiny_built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_tiny(tmp_path_factory.mktemp("tiny") / "package")


def checked(case: Path, tiny: Path, root: Path) -> list[Problem]:
    with warnings.catch_warnings(action="ignore", category=UserWarning):  # zipfile warns where a case packs a name twice
        path = lay(case, tiny, root)
    return check_package(path)


@pytest.mark.parametrize("case", BAD_CASES)
def test_a_bad_package_is_reported_to_the_place_and_nothing_else_is(case: str, tiny_built: Path, tmp_path: Path) -> None:
    problems = checked(BAD / case, tiny_built, tmp_path / "package")
    assert [f"{problem.place}: {problem.code}" for problem in problems] == lines(BAD / case, "expect.txt")
    assert problems
    for problem in problems:
        assert problem.place.line >= 1
        assert problem.mend is not None
        place = problem.place
        assert place.end_column is None or (place.end_line, place.end_column) >= (place.line, place.column)
        words = [words for words in (problem.message, problem.expected, problem.mend) if isinstance(words, tuple)]
        for english, turkish in words:
            assert english != turkish
            assert not ENGLISH & set(turkish.split()), turkish
        assert problem.text("tr") != problem.text("en")


@pytest.mark.parametrize("case", GOOD_CASES)
def test_a_good_package_passes(case: str, tiny_built: Path, tmp_path: Path) -> None:
    assert checked(GOOD / case, tiny_built, tmp_path / "package") == []


def test_the_package_that_cases_are_laid_over_is_good(tiny_built: Path) -> None:
    assert check_package(tiny_built) == []
    assert check_package(tiny_built / "datapackage.json") == []


def test_every_code_has_its_case_and_words() -> None:
    shown: dict[str, set[str]] = {}
    for case in BAD_CASES:
        for line in lines(BAD / case, "expect.txt"):
            shown.setdefault(line.rsplit(": ", 1)[1], set()).add(case)
    assert set(KINDS) <= set(shown) <= set(EVERY_KIND)
    for code, kind in KINDS.items():
        assert kind.case in shown[code], f"{code}: {kind.case} does not show it"
        assert not ENGLISH & set(" ".join((kind.means[1], kind.mend[1])).split()), code


def test_a_case_differs_from_all_others() -> None:
    told: dict[object, str] = {}
    for folder in [*BAD.iterdir(), *GOOD.iterdir()]:
        content = tuple(sorted((str(path.relative_to(folder)), path.read_bytes()) for path in folder.rglob("*") if path.is_file()))
        assert content not in told, f"{folder.name} is {told[content]}"
        told[content] = folder.name
