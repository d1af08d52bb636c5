"""The tables of a package as they are loaded: from Parquet where a release has it and pyarrow is there, else from CSV."""

from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pandas as pd

from iddia.analyst.codebook import fields_of_frame
from iddia.analyst.contents import Contents
from iddia.analyst.frames import read_csv, read_json
from iddia.analyst.opening import Package
from iddia.errors import CouldNotRunError, UnknownIdError

UNVERSIONED = "unversioned"
"""The version of a package that tells none."""


class Tables(dict[str, pd.DataFrame]):
    """DataFrames by table name; what is not there is told by name, with what is."""

    def __missing__(self, name: object) -> pd.DataFrame:
        """Raise UnknownIdError."""
        shown = repr(name) if isinstance(name, str | int | float) or name is None else f"a {type(name).__name__}"
        raise UnknownIdError(f"there is no table {shown}; the tables are {', '.join(self)}")


def read_tables(package: Package) -> tuple[dict[str, Any], dict[str, dict[str, Any]], Tables]:
    """The descriptor, the schemas and the tables of a package.

    Raises CouldNotRunError where a file of it is missing or unreadable, and where it has no claims.
    """
    files = package.files
    path = files.place / package.descriptor
    descriptor = read_json(files, package.descriptor)
    try:
        resources = {resource["name"]: resource for resource in descriptor["resources"]}
        schemas = {name: _schema(files, resource["schema"]) for name, resource in resources.items()}
        read = _parquet_reader(package.release)
        tables = Tables()
        for name, resource in resources.items():
            tables[name] = _frame(package, name, resource["path"], schemas[name], read)
            tables[name].attrs.update(_attrs(descriptor, resource, schemas[name]))
    except KeyError as error:
        raise _no_ledger(path, f": {error} is missing", f": {error} eksik") from None
    except (TypeError, AttributeError):
        raise _no_ledger(path) from None
    if "claims" not in tables:
        raise _no_ledger(path, ": 'claims' is missing", ": 'claims' eksik")
    return descriptor, schemas, tables


def _schema(files: Contents, schema: str | dict[str, Any]) -> dict[str, Any]:
    content: dict[str, Any] = read_json(files, schema) if isinstance(schema, str) else schema
    for field in content["fields"]:
        field["name"].strip()  # what is no text is told as such, once
    return content


Reader = Callable[[Contents, str, dict[str, Any]], pd.DataFrame]


def _parquet_reader(release: Contents | None) -> Reader | None:
    """What reads Parquet, imported only where there is some to read."""
    if release is None or not find_spec("pyarrow"):
        return None
    from iddia.analyst.parquet import read_parquet

    return read_parquet


def _frame(package: Package, name: str, path: str, schema: dict[str, Any], read: Reader | None) -> pd.DataFrame:
    if isinstance(path, list) and len(path) == 1:
        path = path[0]
    release = package.release
    if read is not None and release is not None and release.holds(f"parquet/{name}.parquet"):
        return read(release, f"parquet/{name}.parquet", schema)
    return read_csv(package.files, path, schema)


def _attrs(descriptor: dict[str, Any], resource: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    """What a table says of itself, where its package tells it."""
    return {
        "title": resource.get("title", resource["name"]),
        "description": resource.get("description", ""),
        "version": str(descriptor.get("version", UNVERSIONED)),
        "licence": ", ".join(licence["name"] for licence in descriptor.get("licenses", ())),
        "columns": {field["name"]: field.get("description", "") for field in fields_of_frame(schema)},
    }


def _no_ledger(path: Path, english: str = "", turkish: str = "") -> CouldNotRunError:
    return CouldNotRunError((f"{path} does not describe iddia's tables{english}", f"{path} iddia'nın tablolarını tanımlamıyor{turkish}"))
