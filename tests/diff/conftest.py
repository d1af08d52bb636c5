"""Small packages in folders and in git."""

import json
import subprocess
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

Write = Callable[..., Path]
Git = Callable[..., str]


@pytest.fixture
def package(tmp_path: Path) -> Write:
    """Writes a package of tables, given as CSV, keyed by their first column, into a folder."""

    def write(folder: str, tables: Mapping[str, str], version: str = "1.0.0", schema: Mapping[str, Any] | None = None) -> Path:
        root = tmp_path / folder
        (root / "data").mkdir(parents=True, exist_ok=True)
        resources = []
        for name, text in tables.items():
            (root / "data" / f"{name}.csv").write_bytes(text.encode())
            columns: Sequence[str] = text.split("\n", 1)[0].split(",")
            fields = [{"name": column, "type": "string"} for column in columns]
            given = schema if schema is not None else {"fields": fields, "primaryKey": columns[0]}
            resources.append({"name": name, "path": f"data/{name}.csv", "schema": given})
        (root / "datapackage.json").write_text(json.dumps({"version": version, "resources": resources}), "utf-8")
        return root

    return write


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    """Runs git in the temporary folder, untouched by the settings of who runs the tests."""
    for name, value in {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"}.items():
        monkeypatch.setenv(name, value)
    who = [
        "-c",
        "user.name=nobody",
        "-c",
        "user.email=nobody@example.invalid",
        "-c",
        "init.defaultBranch=main",
        "-c",
        "commit.gpgSign=false",
    ]

    def run(*arguments: str) -> str:
        done = subprocess.run(["git", "-C", str(tmp_path), *who, *arguments], capture_output=True, text=True, check=True)
        return done.stdout.strip()

    return run
