"""The package as its files hold it: cells as text, schemas and descriptor as plain JSON. Needs nothing but iddia.ROOT."""

import csv
import json
from typing import Any

import pytest

import iddia

Row = dict[str, str]
Tables = dict[str, list[Row]]
DESCRIPTOR: dict[str, Any] = json.loads((iddia.ROOT / "datapackage.json").read_bytes())


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that asks for ``table`` runs once for each table of the package."""
    if "table" in metafunc.fixturenames:
        metafunc.parametrize("table", [resource["name"] for resource in DESCRIPTOR["resources"]])


@pytest.fixture(scope="session")
def descriptor() -> dict[str, Any]:
    return DESCRIPTOR


@pytest.fixture(scope="session")
def schemas(descriptor: dict[str, Any]) -> dict[str, Any]:
    return {resource["name"]: json.loads((iddia.ROOT / resource["schema"]).read_bytes()) for resource in descriptor["resources"]}


@pytest.fixture(scope="session")
def tables(descriptor: dict[str, Any]) -> Tables:
    """Every table as its cells stand in the file, null as the empty text."""
    found: Tables = {}
    for resource in descriptor["resources"]:
        with (iddia.ROOT / resource["path"]).open(encoding="utf-8", newline="") as file:
            found[resource["name"]] = list(csv.DictReader(file, strict=True))
    return found
