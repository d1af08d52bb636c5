"""Shared by all tests. Nothing here imports at once what only a checkout has: the data tests also run against the installed wheel."""

import shutil
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def repository() -> Path:
    """The checkout that these tests belong to."""
    return REPOSITORY


@pytest.fixture(scope="session")
def built_once(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of seeds/, schema/ and docs/, built, for tests that only read; the checkout itself is never built in."""
    from iddia.package.build import build

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
