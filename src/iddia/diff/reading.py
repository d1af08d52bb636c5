"""Reading a package's tables as text: cells as they stand in the files, none of them interpreted."""

import csv
import io
import json
from typing import Any

from iddia.diff.places import DESCRIPTOR, Version
from iddia.diff.records import Package, Row, Table
from iddia.errors import CouldNotRunError

_WORDS_FOR_PEOPLE = ("title", "description", "example")
_LONGEST_CELL = 50_000_000


def read_package(version: Version) -> Package:
    """All tables of the package. Raises CouldNotRunError where it is not one that can be compared, saying file and row."""
    descriptor = _json(version, DESCRIPTOR)
    resources = descriptor.get("resources")
    if not isinstance(resources, list):
        raise CouldNotRunError(f"{version.name}: {DESCRIPTOR} lists no resources")
    tables: dict[str, Table] = {}
    for resource in resources:
        name = resource.get("name") if isinstance(resource, dict) else None
        if not isinstance(name, str) or name in tables:
            raise CouldNotRunError(f"{version.name}: {DESCRIPTOR}: each resource has a name of its own, and one has {name!r}")
        tables[name] = _table(version, name, resource)
    said = descriptor.get("version")
    return Package(tables, said if isinstance(said, str) else None)


def _table(version: Version, name: str, resource: dict[str, Any]) -> Table:
    path = resource.get("path")
    if not isinstance(path, str):
        raise CouldNotRunError(f"{version.name}: the resource {name} has no single path")
    if resource.get("dialect") or resource.get("compression") or str(resource.get("encoding", "utf-8")).lower() not in ("utf-8", "utf8"):
        raise CouldNotRunError(f"{version.name}: {path} is of a dialect of its own; only plain CSV in UTF-8 is compared")
    schema = resource.get("schema", {})
    if isinstance(schema, str):
        schema = _json(version, schema)
    if not isinstance(schema, dict):
        raise CouldNotRunError(f"{version.name}: the schema of {name} is no object")
    header, rows = _rows(version, path)
    key = _names(schema.get("primaryKey", []))
    if lacking := [column for column in key if column not in header]:
        raise CouldNotRunError(f"{version.name}: {path} has no column {', '.join(lacking)}, which is of its primary key")
    _unique(version, path, key, rows)
    return Table(name, _columns(header, schema), key, rows, _canonical(schema, without=("fields", "$schema")))


def _json(version: Version, path: str) -> dict[str, Any]:
    try:
        content = json.loads(version.read(path).decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise CouldNotRunError(f"{version.name}: {path} is no JSON: {error}") from None
    if not isinstance(content, dict):
        raise CouldNotRunError(f"{version.name}: {path} is no JSON object")
    return content


def _rows(version: Version, path: str) -> tuple[list[str], tuple[Row, ...]]:
    try:
        text = version.read(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CouldNotRunError(f"{version.name}: {path} is not UTF-8 at byte {error.start}") from None
    usual = csv.field_size_limit(_LONGEST_CELL)
    try:
        return _parsed(version, path, text)
    finally:
        csv.field_size_limit(usual)


def _parsed(version: Version, path: str, text: str) -> tuple[list[str], tuple[Row, ...]]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: list[Row] = []
    try:
        header = next(reader, [])
        if len(set(header)) != len(header):
            raise CouldNotRunError(f"{version.name}: {path} has two columns of one name")
        for cells in reader:
            if cells and len(cells) != len(header):
                got = f"{len(cells)} cells for {len(header)} columns"
                raise CouldNotRunError(f"{version.name}: {path}, the row that ends in line {reader.line_num}: {got}")
            if cells:
                rows.append(dict(zip(header, cells, strict=True)))
    except csv.Error as error:
        raise CouldNotRunError(f"{version.name}: {path}, line {reader.line_num}: no CSV: {error}") from None
    return header, tuple(rows)


def _unique(version: Version, path: str, key: tuple[str, ...], rows: tuple[Row, ...]) -> None:
    seen: dict[tuple[str, ...], int] = {}
    for number, row in enumerate(rows if key else (), 1):
        at = tuple(row[column] for column in key)
        if at in seen:
            raise CouldNotRunError(
                f"{version.name}: {path}: rows {seen[at]} and {number} have the same key {', '.join(at)!r}; iddia validate says more"
            )
        seen[at] = number


def _names(names: Any) -> tuple[str, ...]:
    listed = [names] if isinstance(names, str) else names
    return tuple(filter(lambda name: isinstance(name, str), listed)) if isinstance(listed, list) else ()


def _columns(header: list[str], schema: dict[str, Any]) -> dict[str, dict[str, str]]:
    listed = schema.get("fields")
    fields = [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
    described = {str(one.get("name")): one for one in fields}
    return {column: _canonical(described.get(column, {}), without=("name",)) for column in header}


def _canonical(content: dict[str, Any], *, without: tuple[str, ...]) -> dict[str, str]:
    """Each attribute as JSON that is equal for equal content."""
    return {
        name: json.dumps(value, ensure_ascii=False, sort_keys=True)
        for name, value in content.items()
        if name not in without and not name.startswith(_WORDS_FOR_PEOPLE)
    }
