"""A package as it is installed, for the commands to read."""

import shutil
import subprocess
from pathlib import Path

import pytest
from made_release import FIRST, all_added, prepare, released


@pytest.fixture(scope="session")
def without_seeds(built_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What an installed package has: tables, schemas and descriptor, no articles."""
    root = tmp_path_factory.mktemp("installed")
    for folder in ("data", "schema"):
        shutil.copytree(built_once / folder, root / folder)
    shutil.copy(built_once / "datapackage.json", root)
    return root


@pytest.fixture(scope="session")
def committed(built_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built project in a git repository of two commits."""
    root = Path(shutil.copytree(built_once, tmp_path_factory.mktemp("committed") / "project"))
    who = ["-c", "user.name=nobody", "-c", "user.email=nobody@example.invalid", "-c", "commit.gpgSign=false"]
    for arguments in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "one"], ["commit", "-q", "--allow-empty", "-m", "two"]):
        subprocess.run(["git", "-C", root, *who, *arguments], check=True)
    return root


@pytest.fixture(scope="session")
def released_project(built_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built project with a release in dist/."""
    folder = tmp_path_factory.mktemp("released")
    root = Path(shutil.copytree(built_once, folder / "project"))
    package = Path(shutil.copytree(built_once, folder / "package"))
    prepare(package, FIRST, changes=all_added(package, FIRST))
    released(package, root / "dist")
    return root
