"""A pattern that may take beyond all measure is told from its parts; the patterns of the project are not."""

import re
import time
from pathlib import Path

import pytest

from iddia.errors import Problem
from iddia.project.vocabulary import read_vocabulary
from iddia.text.cues import CuePattern, markers
from iddia.text.patterns import LONGEST, slowness


@pytest.mark.parametrize(
    "pattern",
    [
        "(a+)+$",
        "(a|aa)*b",
        r"(\w+\s?)+x",
        "(?:a?){30}a{30}",
        "a?" * 30 + "a" * 30,
        "(x+x+)+y",
        "(.*)*",
        "(a{1,30}){1,30}b",
        "(?=(a+)+$)",
        "(?!(?:a*b?)*c)",
        r"\w*\w*\w*x",
        ".{0,60}" * 3 + "x",
        ".*a",
        r"[^.]*x",
        r"\s+x",
        r"[\s\S]*?x",
        r"(?s:.)+x",
        r"(a)?(?(1)(b+)+|c)d",
        "a" * (LONGEST + 1),
    ],
)
def test_a_pattern_that_may_never_end_is_told(pattern: str) -> None:
    re.compile(pattern)
    said = slowness(pattern)
    assert said is not None
    assert said[0] != said[1]


@pytest.mark.parametrize(
    "pattern",
    [
        r"\bsöyledi\w*",
        r"\w+['’]?\w*[ae] göre\b",
        r"(?:ab){2,5}",
        r"(?:a|b)+",
        r"[a-zçğıöşü0-9]+x",
        r"\w{1,40}(?:['’]\w{1,20})?",
        r".{0,60}x",
        "a+b+",
        "(?:iddia|söylenti)",
    ],
)
def test_an_honest_pattern_is_not(pattern: str) -> None:
    assert slowness(pattern) is None


@pytest.mark.parametrize("root", [".", "tests/tiny"])
def test_the_patterns_of_the_project_find_what_they_seek_at_once(root: str, repository: Path) -> None:
    problems: list[Problem] = []
    vocabulary = read_vocabulary(repository / root, problems)
    assert problems == []
    letters = "ae" * 40 + " "
    begun = time.process_time()
    for text in (letters * 60, "a" * 5_000, "abilir" * 800, "x'" * 2_500, " a" * 2_500):
        markers(text, vocabulary.lexicon)
    assert time.process_time() - begun < 5


def test_a_run_of_more_than_a_hundred_letters_holds_no_marker() -> None:
    lexicon = [CuePattern("says", re.compile(r"\w+dedi\b"), "reported")]
    assert len(markers("x" * 96 + "dedi", lexicon)) == 1
    assert markers("x" * 97 + "dedi", lexicon) == []
    begun = time.process_time()
    assert markers("x" * 200_000, lexicon) == []
    assert time.process_time() - begun < 1
