"""What is too much is refused with a reason, or read, in seconds and in little memory."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

MEMORY = 1_000_000_000
SECONDS = 15
EXPECTED = {
    "a reading of 50 MB": ["file-too-large"],
    "an article of 50 MB": ["file-too-large"],
    "an article one byte too long": ["file-too-large"],
    "60,000 claims of one line": ["file-too-large"],
    "400,000 items": ["file-too-large"],
    "400,000 items on a line": ["file-too-large"],
    "a quote of 5 MB": ["value-invalid"],
    "a statement of 5 MB": ["value-invalid"],
    "a key of 5 MB": ["yaml-key"],
    "a million brackets": ["yaml-too-deep"],
    "a million braces": ["yaml-too-deep"],
    "lists in lists": ["yaml-too-deep"],
    "a bomb of aliases": ["yaml-alias", "yaml-anchor"],
    "a number of 250,000 digits": ["number-unread", "sentence-unread"],
    "a word of 290,000 letters": ["sentence-unread"],
    "40,000 small words": ["number-unread", "sentence-unread"],
    "20,000 points": ["number-unread", "sentence-unread"],
    "5,000 sentences": ["sentence-unread"],
    "a pattern that takes years": ["sentence-unread", "value-invalid"],
    "a quote in nothing like these words": ["quote-fabricated", "sentence-unread"],
    "a quote of 19,000 letters with one of them altered": ["number-unread", "quote-altered", "sentence-unread"],
    "300 articles": [],
}


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("limits")
    command = [sys.executable, str(Path(__file__).with_name("probe.py")), str(folder), str(MEMORY), str(SECONDS)]
    found: dict[str, Any] = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
    return found


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the bounds are those of a POSIX system")
@pytest.mark.parametrize("case", EXPECTED)
def test_what_is_too_much_is_refused_or_read_within_bounds(case: str, outcomes: dict[str, Any]) -> None:
    told = outcomes[case]
    assert told is not None, f"more than {SECONDS} seconds or {MEMORY} bytes"
    assert told["codes"] == EXPECTED[case], told
    assert told["longest"] < 1_000


def test_every_case_is_expected(outcomes: dict[str, Any]) -> None:
    assert outcomes.keys() == EXPECTED.keys()
