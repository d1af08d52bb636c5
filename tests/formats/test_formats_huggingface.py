"""A release's folder is a Hugging Face dataset, loaded by its card without a network."""

import io
import os
import pickle
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest
import yaml
from formats.tabular import CITATION, cells, same, tabular_files
from huggingface_hub import DatasetCard

from iddia.formats.papers.huggingface import card
from iddia.formats.papers.releasefiles import FILES, OPTIONAL, file_list
from iddia.formats.publication import Publication

_LOAD_ALL = """
import os, pickle, sys
from datasets import get_dataset_config_names, load_dataset
names = get_dataset_config_names(os.getcwd())
loaded = {name: load_dataset(os.getcwd(), name, split="train") for name in names}
default = load_dataset(os.getcwd(), split="train").num_rows
rows = {name: [tuple(row.values()) for row in table] for name, table in loaded.items()}
sys.stdout.buffer.write(pickle.dumps((names, default, rows, {name: table.column_names for name, table in loaded.items()})))
"""


def run(code: str, folder: Path, home: Path) -> bytes:
    """Run Python in the folder, where the library may neither ask the Hub nor write elsewhere."""
    offline = {"HF_HUB_OFFLINE": "1", "HF_DATASETS_OFFLINE": "1", "HF_HOME": str(home), "HF_DATASETS_DISABLE_PROGRESS_BARS": "1"}
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, env={**os.environ, **offline}, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


def front_matter(content: bytes) -> dict[str, object]:
    parts = content.decode("utf-8").split("---\n", 2)
    assert parts[0] == ""
    said: dict[str, object] = yaml.safe_load(parts[1])
    return said


def with_rows(published: Publication) -> set[str]:
    """Tables that have rows: datasets cannot load a Parquet file without."""
    return {name for name in published.schemas if cells(published, name)}


def test_every_table_loads_with_every_cell_and_claims_by_default(published: Publication, folder: Path, tmp_path: Path) -> None:
    names, default, rows, columns = pickle.loads(run(_LOAD_ALL, folder, tmp_path))
    assert set(names) == with_rows(published)
    assert default == len(cells(published, "claims"))
    for name in names:
        assert columns[name] == [field["name"] for field in published.schemas[name]["fields"]]
        assert same(rows[name], cells(published, name)), name


def test_a_table_without_rows_is_a_file_but_nothing_to_load(published: Publication) -> None:
    path = "data/figures.csv"
    emptied = {**published.files, path: published.files[path].partition(b"\n")[0] + b"\n"}
    files = tabular_files(Publication("1.0.0", published.date, published.moment, None, emptied, published.texts))
    assert pq.read_table(io.BytesIO(files["parquet/figures.parquet"])).num_rows == 0
    configs = front_matter(files["README.md"])["configs"]
    assert isinstance(configs, list)
    assert {each["config_name"] for each in configs} == with_rows(published) - {"figures"}


def test_the_front_matter_says_what_the_descriptor_says(published: Publication, tabular: dict[str, bytes]) -> None:
    said = front_matter(tabular["README.md"])
    configs = said.pop("configs")
    assert said == {
        "pretty_name": published.descriptor["title"],
        "license": "cc-by-4.0",
        "language": ["tr", "en"],
        "annotations_creators": ["machine-generated"],
        "source_datasets": ["original"],
        "size_categories": ["n<1K"],
        "task_categories": ["text-classification"],
        "task_ids": ["fact-checking"],
        "tags": [keyword.lower() for keyword in published.descriptor["keywords"]],
    }
    assert isinstance(configs, list)
    assert [each["config_name"] for each in configs if each.get("default")] == ["claims"]
    assert {each["config_name"]: each["data_files"] for each in configs} == {
        name: f"parquet/{name}.parquet" for name in with_rows(published)
    }


def test_the_hub_reads_the_front_matter(tabular: dict[str, bytes]) -> None:
    read = DatasetCard(tabular["README.md"].decode("utf-8"), ignore_metadata_errors=False)
    assert (read.data.get("pretty_name"), read.data.get("license")) == ("iddia: a ledger of claims", "cc-by-4.0")


def test_every_file_is_named_and_none_that_is_not_there(tabular: dict[str, bytes]) -> None:
    page = tabular["README.md"].decode("utf-8")
    listed = [line.split("`")[1] for line in page[page.index("## Files") :].splitlines() if line.startswith("- ")]
    there = {"parquet/" if path.startswith("parquet/") else path for path in tabular}
    assert set(listed) == there | {"SHA256SUMS"}
    assert len(listed) == len(set(listed))


def test_a_file_that_nobody_explains_is_refused(published: Publication) -> None:
    with pytest.raises(ValueError, match=r"notes\.txt"):
        card(published, {**CITATION, "notes.txt": b""})


def test_all_files_of_a_release_have_a_line() -> None:
    lines = file_list([name.replace("<version>", "2.0.1") for name in FILES | OPTIONAL], "2.0.1").splitlines()
    assert len(lines) == len(FILES) + len(OPTIONAL)
    assert lines[1].startswith("- `iddia-2.0.1.zip`: ")


def test_limits_are_the_datasheets_own(published: Publication, tabular: dict[str, bytes]) -> None:
    page = tabular["README.md"].decode("utf-8")
    for sentence in ("**No person has reviewed\nany claim**", "as gold-standard annotation for training"):
        assert sentence in published.texts["docs/datasheet.md"]
        assert sentence in page


def test_a_datasheet_without_its_sections_is_refused(published: Publication) -> None:
    texts = {**published.texts, "docs/datasheet.md": "# Datasheet\n"}
    with pytest.raises(ValueError, match="Collection and reading"):
        card(Publication("1.0.0", published.date, published.moment, None, published.files, texts), CITATION)
