"""The build: read, anchor, resolve, audit, make every table, and put the package in place in one step."""

import importlib.util
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from iddia.assertions.counting import check_rows
from iddia.corpus import Corpus, read_corpus
from iddia.errors import CouldNotRunError, Problem, VocabularyError
from iddia.model.columns import Row
from iddia.model.tables import TABLES
from iddia.package.csvfile import render
from iddia.package.descriptor import descriptor
from iddia.package.swap import put_in_place
from iddia.root import ROOT


@dataclass(frozen=True)
class Built:
    """What a build makes: each table's rows and file, and the descriptor; and what is strikingly much of it."""

    corpus: Corpus
    counts: dict[str, int]
    tables: dict[str, bytes]
    descriptor: bytes
    warnings: tuple[Problem, ...] = ()


def make(root: Path) -> Built:
    """Make the whole package in memory. Writes nothing.

    Raises what ``read_corpus`` raises, and VocabularyError where a table holds less than schema/vocabulary/assertions.yaml asks for.
    """
    corpus = read_corpus(root)
    rows = {model.table: list(_builder(model.table)(corpus)) for model in TABLES}
    broken = check_rows(corpus.assertions, rows)
    if not all(problem.is_warning for problem in broken):
        raise VocabularyError(broken)
    tables = {model.table: render(model, rows[model.table]) for model in TABLES}
    return Built(corpus, {table: len(made) for table, made in rows.items()}, tables, descriptor(corpus, tables), tuple(broken))


def build(root: Path) -> tuple[Built, bool]:
    """Make the package and put it in place; also says whether anything changed."""
    built = make(root)
    return built, put_in_place(root, built.tables, built.descriptor)


def _builder(table: str) -> Callable[[Corpus], Iterable[Row]]:
    """The function ``rows`` of builders/<table>.py, loaded by path, and only ever from our own folder."""
    path = ROOT / "builders" / f"{table}.py"
    spec = importlib.util.spec_from_file_location(f"iddia_builders.{table}", path)
    if spec is None or spec.loader is None or not path.is_file():
        raise CouldNotRunError(f"there is no builder for the table {table}: expected {path}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    builder: Callable[[Corpus], Iterable[Row]] = module.rows
    return builder
