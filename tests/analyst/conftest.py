"""The ledger as an analyst loads it, and a copy of the package that a test may break."""

import shutil
from pathlib import Path

import pytest

import iddia
from iddia.analyst.ledger import Ledger


@pytest.fixture(scope="session")
def d() -> Ledger:
    return iddia.load()


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """The built package alone: tables, schemas, descriptor."""
    root = tmp_path / "package"
    for folder in ("data", "schema"):
        shutil.copytree(iddia.ROOT / folder, root / folder)
    shutil.copy(iddia.ROOT / "datapackage.json", root)
    return root
