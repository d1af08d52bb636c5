"""A package as it is installed, for the commands to read."""

import shutil
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def without_seeds(built_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What an installed package has: tables, schemas and descriptor, no articles."""
    root = tmp_path_factory.mktemp("installed")
    for folder in ("data", "schema"):
        shutil.copytree(built_once / folder, root / folder)
    shutil.copy(built_once / "datapackage.json", root)
    return root
