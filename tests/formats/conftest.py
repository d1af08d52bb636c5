"""One publication for all tests of formats: it is only read."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from formats.made import publication, release
from formats.tabular import tabular_files

from iddia.formats.publication import Publication


@pytest.fixture(scope="session")
def published(repository: Path) -> Publication:
    """The checkout's own package, as it would be published."""
    return publication(repository)


@pytest.fixture(scope="session")
def tabular(published: Publication) -> dict[str, bytes]:
    """What the tabular forms make of it."""
    return tabular_files(published)


@pytest.fixture(scope="session")
def folder(tabular: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same as files, to be read only."""
    return _written(tabular, tmp_path_factory.mktemp("dist") / "1.0.0")


@pytest.fixture(scope="session")
def released(published: Publication, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A whole release's folder, to be read only."""
    return _written(release(published), tmp_path_factory.mktemp("whole") / "1.0.0")


def _written(files: Mapping[str, bytes], root: Path) -> Path:
    for path, content in files.items():
        (root / path).parent.mkdir(exist_ok=True, parents=True)
        (root / path).write_bytes(content)
    return root
