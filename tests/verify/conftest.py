"""Releases to verify: two of the tiny package, one beside the other."""

import shutil
from pathlib import Path

import pytest
from made_release import SECOND, two_releases
from tiny_package import build_tiny


@pytest.fixture(scope="session")
def tiny_built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_tiny(tmp_path_factory.mktemp("tiny") / "package")


@pytest.fixture(scope="session")
def release_folder(tiny_built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A release with the one before beside it, for tests that only read it."""
    return two_releases(tiny_built, tmp_path_factory.mktemp("releases") / "dist")


@pytest.fixture
def release(release_folder: Path, tmp_path: Path) -> Path:
    """A copy of both, which a test may spoil."""
    return Path(shutil.copytree(release_folder.parent, tmp_path / "dist")) / SECOND
