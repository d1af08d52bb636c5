"""Arbitrary bytes as the reading of an article: problems with places inside the file, or claims; never an exception.

By hand: ``python tests/fuzz/fuzz_reading.py [options of libFuzzer]``, or `make fuzz` for a bounded time.
"""

import tempfile
from functools import cache
from pathlib import Path

from harness import TINY, check_problems, fuzz

from iddia.corpus import check_account
from iddia.errors import Problem
from iddia.project.account import Account
from iddia.project.article import read_article
from iddia.project.vocabulary import Vocabulary, read_vocabulary

FOLDER = "fener-launch"
SEEDS = "reading"


@cache
def _project() -> tuple[tempfile.TemporaryDirectory[str], Vocabulary]:
    problems: list[Problem] = []
    vocabulary = read_vocabulary(TINY, problems)
    assert problems == []
    project = tempfile.TemporaryDirectory(prefix="iddia-fuzz-")
    folder = Path(project.name, "seeds", FOLDER)
    folder.mkdir(parents=True)
    (folder / "article.txt").write_bytes((TINY / "seeds" / FOLDER / "article.txt").read_bytes())
    return project, vocabulary


def one_input(data: bytes) -> None:
    """Read ``data`` as a reading, and audit what could be read of it."""
    project, vocabulary = _project()
    root = Path(project.name)
    (root / "seeds" / FOLDER / "reading.yaml").write_bytes(data)
    problems: list[Problem] = []
    article = read_article(root, FOLDER, problems)
    if article is None:
        assert problems
    else:
        problems.extend(article.placed(check_account(Account(article, vocabulary))))
    check_problems(root, problems)


if __name__ == "__main__":
    fuzz(one_input, SEEDS)
