"""A corpus of known-bad releases: a folder of tests/bad/releases says how a good one is spoilt (made_release.py), and what is found."""

from pathlib import Path

import pytest
from made_release import CASES, spoilt
from tiny_package import lines

from iddia.errors import Problem, ProblemsError
from iddia.problems import KINDS as EVERY_KIND
from iddia.problems.verified import KINDS
from iddia.verify import verify

BAD = sorted(folder.name for folder in CASES.iterdir())
ENGLISH = {"the", "is", "no", "of", "and", "cell", "row", "file", "this", "cannot", "column", "release", "or", "with", "it", "than", "sums"}


def found(case: str, tiny: Path, folder: Path) -> list[Problem]:
    """What verifying the case finds, in reading order."""
    key = CASES / case / "key.pub"
    verdict = verify(spoilt(CASES / case, tiny, folder / "dist"), key=key if key.exists() else None)
    return ProblemsError(verdict.problems).problems


@pytest.mark.parametrize("case", BAD)
def test_a_spoilt_release_is_told_by_file_and_place_and_nothing_else_is(case: str, tiny_built: Path, tmp_path: Path) -> None:
    problems = found(case, tiny_built, tmp_path)
    assert [f"{problem.place}: {problem.code}" for problem in problems] == lines(CASES / case, "expect.txt")
    assert problems
    for problem in problems:
        assert problem.mend is not None
        words = [words for words in (problem.message, problem.got, problem.expected, problem.mend) if isinstance(words, tuple)]
        for english, turkish in words:
            assert english != turkish
            assert not ENGLISH & set(turkish.split()), turkish


def test_every_code_has_its_case_and_words() -> None:
    shown: dict[str, set[str]] = {}
    for case in BAD:
        for line in lines(CASES / case, "expect.txt"):
            shown.setdefault(line.rsplit(": ", 1)[1], set()).add(case)
    assert set(KINDS) <= set(shown) <= set(EVERY_KIND)
    for code, kind in KINDS.items():
        assert kind.case in shown[code], f"{code}: {kind.case} does not show it"
        assert not ENGLISH & set(" ".join((kind.means[1], kind.mend[1])).split()), code
