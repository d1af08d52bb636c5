"""What the fuzz targets share: the good project, what must be true of any problem, and how atheris is started.

A target is a module fuzz_<what>.py with a function ``one_input(data: bytes) -> None`` that raises for what must not be. Its kept
inputs, former crashers among them, are the files of seeds/<what>/; test_fuzz_seeds.py runs each without atheris.
"""

import sys
import tempfile
from collections.abc import Callable, Iterable
from itertools import pairwise
from pathlib import Path

from iddia.errors import Problem
from iddia.language import LANGUAGES
from iddia.text.spans import Lines

HERE = Path(__file__).resolve().parent
TINY = HERE.parent / "tiny"


def check_problems(root: Path, problems: Iterable[Problem]) -> None:
    """Each is said in both languages on lines that print, and its place is inside its file (one column behind the last included)."""
    lengths: dict[str, list[int]] = {}
    for problem in problems:
        for language in LANGUAGES:
            words = problem.text(language)
            assert words.replace("\n", "").isprintable(), ascii(words)
        for place in (problem.place, problem.nearest_place, problem.fix.place if problem.fix else None):
            if place is not None:
                columns = lengths.setdefault(place.file, _columns(_either(root, place.file)))
                assert 1 <= place.line <= len(columns), problem
                assert 1 <= place.column <= columns[place.line - 1], problem


def _either(root: Path, file: str) -> Path:
    """A file of the project that is fuzzed, or of the good one, whose registry it uses."""
    return root / file if (root / file).is_file() else TINY / file


def _columns(path: Path) -> list[int]:
    """For each line of a file the last column that a place may name."""
    if not path.is_file():
        return [1]
    text = path.read_bytes().decode("utf-8", errors="replace").removeprefix("\ufeff")
    starts = [*Lines(text).starts, len(text) + 2]
    return [max(1, end - start) + 1 for start, end in pairwise(starts)]


def fuzz(one_input: Callable[[bytes], None], seeds: str) -> None:
    """Hand the process to atheris, which feeds ``one_input`` with mutations of the kept seeds; the command line is libFuzzer's.

    What it finds is written to a new temporary folder, whose name is printed: seeds/ is kept by hand.
    """
    import atheris  # a tool for running by hand; the tests do without

    found = tempfile.mkdtemp(prefix=f"iddia-fuzz-{seeds}-")
    print(f"new inputs and crashers: {found}", flush=True)
    atheris.instrument_all()
    atheris.Setup([sys.argv[0], f"-artifact_prefix={found}/crasher-", *sys.argv[1:], found, str(HERE / "seeds" / seeds)], one_input)
    atheris.Fuzz()
