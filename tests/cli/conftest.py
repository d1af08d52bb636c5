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


@pytest.fixture
def releasable(committed: Path, repository: Path, tmp_path: Path) -> Path:
    """A built project in a git repository, with reasons for its first release."""
    root = Path(shutil.copytree(committed, tmp_path / "releasable"))
    for name in ("CHANGELOG.md", "LICENSE-DATA"):
        shutil.copy(repository / name, root / name)
    sources = sorted(path.parent.name for path in root.glob("seeds/*/reading.yaml"))
    (root / "releases").mkdir()
    (root / "releases" / "next.yaml").write_text("sources:\n" + "".join(f"  {one}: Read anew.\n" for one in sources), "utf-8")
    (root / ".gitignore").write_text("/dist/\n", "utf-8")
    who = ["-c", "user.name=nobody", "-c", "user.email=nobody@example.invalid", "-c", "commit.gpgSign=false"]
    for arguments in (["add", "-A"], ["commit", "-q", "-m", "three"]):
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
