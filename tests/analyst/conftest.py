"""The ledger as an analyst loads it, and a copy of the package that a test may break."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import iddia
from iddia.analyst.ledger import Ledger

MadeUp = Callable[..., dict[str, pd.DataFrame]]


@pytest.fixture(scope="session")
def d() -> Ledger:
    return iddia.load()


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """The built package alone: tables, schemas, descriptor."""
    root = tmp_path / "package"
    for folder in ("data", "schema"):
        shutil.copytree(iddia.ROOT / folder, root / folder)
    shutil.copy(iddia.ROOT / "datapackage.json", root)
    return root


@pytest.fixture
def made_up(d: Ledger) -> MadeUp:
    """Tables with nothing in them but what the test says, beside the package's vocabularies and entities."""

    def tables(**rows: list[dict[str, Any]]) -> dict[str, pd.DataFrame]:
        emptied = ("sources", "claims", "evidence", "attributions", "relations", "relation_members", "predictions", "assessments")
        found = {name: d[name] for name in d} | {name: d[name].iloc[:0] for name in emptied}
        for name, given in rows.items():
            found[name] = pd.DataFrame(given).reindex(columns=d[name].columns).astype(d[name].dtypes.to_dict())
        return found

    return tables
