"""What is generated and kept in the repository is what the generators make of it now."""

import hashlib
from pathlib import Path

import pytest

from iddia.generated import generated_files
from iddia.model.tables import TABLES
from iddia.package.build import Built, make

ARTICLES = {
    "deepseek-explainer": "6583bfa02c1c8a6f2e2421db1e0453934adc841fad1dcf430272cc08a53275bc",
    "deepseek-true-cost": "2a0a5e3ae71c7fac1d6e0d7c29e72dfa9b81c692a229d6d1843becf7ef58c33c",
    "r2-ascend-delay": "d0f98a02090356a8229717a96d9f2ce17ab92608f36cf1d3122c28b9b0a172e8",
    "r2-huawei-rumours": "76c79ea8fd5814ce5823a960cc8a45f65873cd6196de41345a9cc1bf8d7069ae",
    "r2-nvidia-delay": "968ce703b6ec00020472ef432afb17ff58508697680670e1a81a4496fb365752",
}


@pytest.fixture(scope="module")
def made(repository: Path) -> Built:
    return make(repository)


@pytest.mark.parametrize(("source_id", "sha256"), ARTICLES.items())
def test_the_articles_are_the_texts_that_were_read(repository: Path, source_id: str, sha256: str) -> None:
    assert hashlib.sha256((repository / "seeds" / source_id / "article.txt").read_bytes()).hexdigest() == sha256


def test_no_article_is_unpinned(repository: Path) -> None:
    assert {path.parent.name for path in (repository / "seeds").glob("*/reading.yaml")} == set(ARTICLES)


def test_generated_files_are_fresh(repository: Path) -> None:
    stale = [str(path.relative_to(repository)) for path, text in generated_files(repository).items() if path.read_bytes() != text.encode()]
    assert not stale, f"run `iddia schema`: {', '.join(stale)}"


def test_every_schema_file_is_generated(repository: Path) -> None:
    generated = {path for path in generated_files(repository) if path.parent == repository / "schema"}
    assert set((repository / "schema").glob("*.json")) == generated


@pytest.mark.parametrize("table", [model.table for model in TABLES])
def test_a_table_is_what_its_builder_makes(repository: Path, made: Built, table: str) -> None:
    assert (repository / "data" / f"{table}.csv").read_bytes() == made.tables[table], "run `iddia build`"


def test_the_descriptor_is_what_the_build_makes(repository: Path, made: Built) -> None:
    assert (repository / "datapackage.json").read_bytes() == made.descriptor, "run `iddia build`"


def test_counts_are_those_of_the_files(made: Built) -> None:
    assert {table: made.tables[table].count(b"\n") - 1 for table in made.tables} == made.counts


def test_each_table_is_seen_three_times_under_one_name(repository: Path) -> None:
    names = [{path.stem for path in (repository / folder).glob(kind)} for folder, kind in (("builders", "*.py"), ("data", "*.csv"))]
    names.append({path.stem for path in (repository / "schema").glob("*.json") if not path.name.endswith(".schema.json")})
    assert names == [{model.table for model in TABLES}] * 3
