"""Releases of the tiny package at an address of this machine, and a cache of their own for every test."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from loopback import Site, served
from made_release import two_releases
from tiny_package import build_tiny


@pytest.fixture(scope="session")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two releases, 1.0.0 and 1.1.0, which tests only read."""
    folder = tmp_path_factory.mktemp("versions")
    return two_releases(build_tiny(folder / "package"), folder / "dist").parent


@pytest.fixture
def releases(dist: Path, tmp_path: Path) -> Path:
    """A copy that a test may spoil."""
    return Path(shutil.copytree(dist, tmp_path / "dist"))


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache, and no place to look for releases but those of the test, whatever version this checkout has."""
    monkeypatch.setattr("iddia.retrieval.finding.own", lambda: iter(()))
    folder = tmp_path / "cache"
    monkeypatch.setenv("IDDIA_CACHE", str(folder))
    for name in ("IDDIA_URL", "IDDIA_RELEASES"):
        monkeypatch.delenv(name, raising=False)
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return folder


@pytest.fixture
def site(releases: Path) -> Iterator[Site]:
    """The releases at an address."""
    with served(releases) as site:
        yield site
