"""One publication for all tests of formats: it is only read."""

from pathlib import Path

import pytest
from made import publication

from iddia.formats.publication import Publication


@pytest.fixture(scope="session")
def published(repository: Path) -> Publication:
    """The checkout's own package, as it would be published."""
    return publication(repository)
