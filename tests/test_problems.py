"""The catalogue of problems knows every code that can be reported, and its page shows each one as it is reported.

Run as a script (`make problems`) this writes docs/problems.md.
"""

import re
import tempfile
import warnings
from functools import cache
from pathlib import Path

import pytest
from made_release import CASES, spoilt
from test_bad_contributions import lay, reportable
from tiny_package import TESTS, build_tiny
from tiny_package import lay as lay_package

from iddia.checks import check_package
from iddia.errors import Place, ProblemsError
from iddia.package.build import make
from iddia.problems import KINDS, SECTIONS, kind_of
from iddia.problems.page import Example, problems_page
from iddia.verify import verify

DOCS = Path(__file__).resolve().parent.parent / "docs"
PACKAGES = TESTS / "bad" / "packages"
NOT_OF_READING = ("built", "package", "releasing", "verified")
WITHOUT_A_CASE = {*SECTIONS["built"], *SECTIONS["releasing"]}
"""What takes a built package, or an earlier release, to be reported; tests of the build and of releases show it."""


@cache
def example_of(code: str, case: str) -> Example:
    """The first problem with the code in a case of the corpus."""
    with tempfile.TemporaryDirectory() as folder:
        if code in SECTIONS["package"]:
            return of_a_package(code, case, Path(folder))
        if code in SECTIONS["verified"]:
            return of_a_release(code, case, Path(folder))
        root = lay(case, Path(folder) / "project")
        with pytest.raises(ProblemsError) as caught:
            make(root)
        problem = next(problem for problem in caught.value.problems if problem.code == code)
        return Example(problem, line_at(root, problem.place))


def of_a_package(code: str, case: str, folder: Path) -> Example:
    root = lay_package(PACKAGES / case, tiny_built(), folder / "package")
    with warnings.catch_warnings(action="ignore", category=UserWarning):
        problem = next(problem for problem in check_package(root) if problem.code == code)
    return Example(problem, line_at(root, problem.place) if root.is_dir() else "")


def of_a_release(code: str, case: str, folder: Path) -> Example:
    root = spoilt(CASES / case, tiny_built(), folder / "dist")
    key = CASES / case / "key.pub"
    verdict = verify(root, key=key if key.exists() else None)
    return Example(next(problem for problem in verdict.problems if problem.code == code), "")


@cache
def tiny_built() -> Path:
    """The package of tests/tiny, built once."""
    folder = tempfile.TemporaryDirectory()
    KEPT.append(folder)
    return build_tiny(Path(folder.name) / "package")


KEPT: list[tempfile.TemporaryDirectory[str]] = []
"""Folders that are removed when the process ends."""


def line_at(root: Path, place: Place) -> str:
    path = root / place.file
    if not path.is_file() or path.is_symlink() or path.stat().st_size > 1_000_000:
        return ""
    lines = re.split(r"\r\n|\r|\n", path.read_text("utf-8", errors="replace"))
    return lines[place.line - 1] if place.line <= len(lines) else ""


def page() -> str:
    tail = DOCS / "problems.tail.md"
    return problems_page(example_of, tail.read_text("utf-8") if tail.is_file() else "")


def test_every_code_that_reading_can_report_is_in_the_catalogue_and_no_other() -> None:
    reading = {code for section, kinds in SECTIONS.items() if section not in NOT_OF_READING for code in kinds}
    assert reading == reportable()


@pytest.mark.parametrize("code", KINDS)
def test_what_the_catalogue_says_of_a_code_is_said_in_both_languages(code: str) -> None:
    kind = KINDS[code]
    for english, turkish in (kind.means, kind.mend):
        assert english != turkish
        assert english.endswith(".")
        assert turkish.endswith(".")
    assert kind.case is not None or code in WITHOUT_A_CASE


def test_a_code_of_the_outside_judge_is_known_and_a_made_up_one_is_not() -> None:
    assert kind_of("frictionless-hash-count").means
    with pytest.raises(KeyError):
        kind_of("no-such-code")


def test_the_page_shows_the_problems_as_they_are_reported() -> None:
    assert (DOCS / "problems.md").read_text("utf-8") == page(), "run `make problems`"


if __name__ == "__main__":
    (DOCS / "problems.md").write_text(page(), "utf-8", newline="\n")
