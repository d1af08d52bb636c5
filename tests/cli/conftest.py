"""Projects for the commands to work in: the checkout itself is only ever read."""

import shutil
from pathlib import Path

import pytest

from iddia.package.build import build


@pytest.fixture(scope="session")
def built_once(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of seeds/, schema/ and docs/, built; for commands that only read."""
    root = tmp_path_factory.mktemp("built") / "project"
    for folder in ("seeds", "schema", "docs"):
        shutil.copytree(repository / folder, root / folder)
    (root / "data").mkdir()
    shutil.copy(repository / "data" / "README.md", root / "data")
    build(root)
    return root


@pytest.fixture
def project(built_once: Path, tmp_path: Path) -> Path:
    """A built project that the test may change."""
    return Path(shutil.copytree(built_once, tmp_path / "project"))


@pytest.fixture(scope="session")
def without_seeds(built_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What an installed package has: tables, schemas and descriptor, no articles."""
    root = tmp_path_factory.mktemp("installed")
    for folder in ("data", "schema"):
        shutil.copytree(built_once / folder, root / folder)
    shutil.copy(built_once / "datapackage.json", root)
    return root
