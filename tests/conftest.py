"""Shared by all tests. Nothing here imports what only a checkout has: the data tests also run against the installed wheel."""

from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def repository() -> Path:
    """The checkout that these tests belong to."""
    return REPOSITORY
