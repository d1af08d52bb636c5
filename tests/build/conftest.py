"""A project of one's own to build in: the checkout itself is only ever read."""

import shutil
from pathlib import Path

import pytest

from iddia.package.build import build


@pytest.fixture(scope="session")
def built_once(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of seeds/, schema/ and docs/, built."""
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
