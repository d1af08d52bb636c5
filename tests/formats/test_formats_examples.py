"""The examples of a release's README.md run in its folder, each with the client that it names."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from formats.snippets import sources

import iddia

# What the clients themselves, and examples that need not close what they open, warn of.
pytestmark = [
    pytest.mark.filterwarnings("ignore:(ConjunctiveGraph|Dataset.default_context) is deprecated:DeprecationWarning"),
    pytest.mark.filterwarnings("ignore:The inplace keyword in DataFrame"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]
_CLIENTS = ("import iddia", "import pandas", "from datasets", "import duckdb", "import sqlite3", "from rdflib", "import mlcroissant")


@pytest.fixture
def here(released: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(released)
    return released


def example(root: Path, client: str) -> str:
    """The one example that has the client."""
    (only,) = (source for source in sources(root / "README.md") if client in source)
    return only


def run(root: Path, client: str) -> dict[str, Any]:
    """What the example's names stand for after it has run."""
    names: dict[str, Any] = {}
    exec(compile(example(root, client), client, "exec"), names)
    return names


def outside(command: list[str], root: Path, home: Path) -> str:
    """What a command prints, which may neither ask the Hub nor write elsewhere."""
    offline = {"HF_HUB_OFFLINE": "1", "HF_DATASETS_OFFLINE": "1", "HF_HOME": str(home), "HF_DATASETS_DISABLE_PROGRESS_BARS": "1"}
    done = subprocess.run(command, cwd=root, env={**os.environ, **offline}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_every_example_is_one_of_these(released: Path) -> None:
    assert len(sources(released / "README.md")) == len([example(released, client) for client in _CLIENTS])


def test_iddia_loads_the_folder(here: Path, repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = run(here, _CLIENTS[0])
    assert names["d"].claims["claim_id"].tolist() == iddia.load(repository).claims["claim_id"].tolist()
    assert "DeepSeek-R2" in capsys.readouterr().out
    assert 'iddia.load("1.0.0", releases="..")' in example(here, _CLIENTS[0])


def test_pandas_and_datasets_load_the_claims(here: Path, repository: Path, tmp_path: Path) -> None:
    rows = len(iddia.load(repository).claims)
    assert len(run(here, "import pandas")["claims"]) == rows
    code = f"{example(here, 'from datasets')}\nprint(claims.num_rows)"
    assert int(outside([sys.executable, "-c", code], here, tmp_path)) == rows


def test_duckdb_prints_claims(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(here, "import duckdb")
    assert "training cost" in capsys.readouterr().out


@pytest.mark.parametrize("words", ["DeepSeek-R2", "Nvidia'nın", "1.2 trilyon", "gecikme", 'a "quoted" word'])
def test_sqlite_takes_any_words(words: str, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = example(here, "import sqlite3").replace('words = "DeepSeek-R2"', f"words = {words!r}")
    assert repr(words) in code or words == "DeepSeek-R2"
    exec(compile(code, words, "exec"), {})
    assert bool(capsys.readouterr().out) is (words != 'a "quoted" word')


def test_sparql_tells_what_is_said_of_r2(here: Path, repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    d = iddia.load(repository)
    speakers = d.attributions.dropna(subset=["speaker"]).merge(d.entities, left_on="speaker", right_on="entity_id")
    named = speakers.groupby("claim_id")["label_en"].agg(set).to_dict()
    content = d.evidence[d.evidence["role"] == "content"]
    expected = {
        (claim.claim_id, claim.statement_en, quote, speaker)
        for claim in d.claims[d.claims["subject"] == "deepseek-r2"].itertuples()
        for quote in content.loc[content["claim_id"] == claim.claim_id, "quote"]
        for speaker in named.get(claim.claim_id, {None})
    }
    found = {tuple(None if cell is None else str(cell) for cell in row) for row in run(here, "from rdflib")["said"]}
    assert found == expected
    assert {speaker is None for *_, speaker in found} == {True, False}
    assert capsys.readouterr().out


def test_croissant_gives_every_claim(here: Path, repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(here, "import mlcroissant")
    claims = iddia.load(repository).claims
    printed = capsys.readouterr().out.splitlines()
    assert printed == [f"{claim} {said}" for claim, said in zip(claims["claim_id"], claims["statement_en"], strict=True)]


def test_the_graph_conforms_on_the_command_line(released: Path, tmp_path: Path) -> None:
    (command,) = re.findall(r"^\$ pyshacl (.*)$", (released / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert "Conforms: True" in outside([sys.executable, "-m", "pyshacl", *command.split()], released, tmp_path)


def test_each_client_has_its_installation_named(released: Path) -> None:
    page = (released / "README.md").read_text(encoding="utf-8")
    for package in ("pandas pyarrow", "datasets", "duckdb", '"datasette<1"', "rdflib", "pyshacl", '"mlcroissant[parquet]"'):
        assert f"`pip install {package}`" in page
