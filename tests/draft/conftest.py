"""The small project of tests/tiny, to draft in."""

import shutil
from pathlib import Path

import pytest

TINY = Path(__file__).resolve().parent.parent / "tiny"


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A copy that the test may change."""
    return Path(shutil.copytree(TINY, tmp_path / "project"))


@pytest.fixture(scope="session")
def only_vocabulary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The registry and vocabulary of tests/tiny without its articles, for tests that clear up behind themselves."""
    root = tmp_path_factory.mktemp("vocabulary") / "project"
    shutil.copytree(TINY / "schema", root / "schema")
    (root / "seeds").mkdir()
    shutil.copy(TINY / "seeds" / "entities.yaml", root / "seeds")
    return root
