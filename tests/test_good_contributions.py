"""A corpus of good contributions that are hard to read: each folder of tests/good/contributions is laid over the project of tests/tiny.

A folder holds the files that differ, byte for byte, and ``gives``: cells of the built tables, a line each as
``table column=value,column=value column value``, the row that is meant first. ``count`` for a column is the number of such rows;
a value in double quotes is read as JSON, an empty one is a null.
"""

import csv
import io
import json
import shutil
from functools import cache
from pathlib import Path

import pytest

from iddia.package.build import make

TESTS = Path(__file__).resolve().parent
GOOD = TESTS / "good" / "contributions"
CASES = sorted(folder.name for folder in GOOD.iterdir())
Row = dict[str, str]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("good")


@cache
def built(case: str, folder: Path) -> dict[str, list[Row]]:
    """The tables of the tiny project with the case laid over it; no reading of the case has a problem, or this raises."""
    root = Path(shutil.copytree(TESTS / "tiny", folder / case, dirs_exist_ok=True))
    shutil.copytree(GOOD / case, root, dirs_exist_ok=True, ignore=shutil.ignore_patterns("gives"))
    tables = make(root).tables
    return {name: list(csv.DictReader(io.StringIO(content.decode("utf-8"), newline=""))) for name, content in tables.items()}


def expected(case: str) -> list[str]:
    return (GOOD / case / "gives").read_bytes().decode("utf-8").removesuffix("\n").split("\n")


@pytest.mark.parametrize("case", CASES)
def test_a_good_contribution_is_read_without_a_problem_and_gives_these_cells(case: str, folder: Path) -> None:
    tables = built(case, folder)
    for line in expected(case):
        table, where, column, value = line.split(" ", 3)
        wanted = dict(part.split("=", 1) for part in where.split(","))
        rows = [row for row in tables[table] if wanted.items() <= row.items()]
        if column == "count":
            assert len(rows) == int(value), line
        else:
            assert [row[column] for row in rows] == [json.loads(value) if value.startswith('"') else value], line


@pytest.mark.parametrize("case", CASES)
def test_every_offset_counts_code_points_of_the_decoded_article(case: str, folder: Path) -> None:
    tables = built(case, folder)
    texts = {path.parent.name: path.read_bytes().decode("utf-8") for path in (folder / case).glob("seeds/*/article.txt")}
    spans = [(row, row["quote"]) for row in tables["evidence"]] + [(row, row["surface"]) for row in tables["mentions"]]
    assert [row for row, words in spans if texts[row["source_id"]][int(row["start"]) : int(row["end"])] != words] == []
    assert {row["source_id"] for row, _ in spans} == set(texts)


@pytest.mark.parametrize("case", CASES)
def test_a_case_gives_cells_of_its_own(case: str) -> None:
    assert expected(case)
    assert all(len(line.split(" ", 3)) == 4 for line in expected(case))
