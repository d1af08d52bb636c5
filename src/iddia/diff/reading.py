"""Reading a package's tables as text: cells as they stand in the files, none of them interpreted."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from iddia.diff.columns import ColumnRows
from iddia.diff.csvtext import LARGE, read_csv
from iddia.diff.places import DESCRIPTOR, Version
from iddia.diff.records import Package, Row, Table
from iddia.errors import CouldNotRunError
from iddia.language import Said, SaidError

_WORDS_FOR_PEOPLE = ("title", "description", "example")
_NO_ATTRIBUTES = ("fields", "$schema", "primaryKey")


def read_package(version: Version, large: int = LARGE) -> Package:
    """All tables of the package; files from ``large`` bytes on are kept as whole columns.

    Raises CouldNotRunError where it is not one that can be compared, saying file and row.
    """
    descriptor = _json(version, DESCRIPTOR)
    resources = descriptor.get("resources")
    if not isinstance(resources, list):
        raise _error(version, (f"{DESCRIPTOR} lists no resources", f"{DESCRIPTOR} içinde kaynak listesi (resources) yok"))
    tables: dict[str, Table] = {}
    for resource in resources:
        name = resource.get("name") if isinstance(resource, dict) else None
        if not isinstance(name, str) or name in tables:
            raise _error(
                version,
                (
                    f"{DESCRIPTOR}: each resource has a name of its own, and one has {name!r}",
                    f"{DESCRIPTOR}: her kaynağın kendine özgü bir adı olur; birininki {name!r}",
                ),
            )
        tables[name] = _table(version, name, resource, large)
    said = descriptor.get("version")
    return Package(tables, said if isinstance(said, str) else None)


def _table(version: Version, name: str, resource: dict[str, Any], large: int) -> Table:
    path = resource.get("path")
    if not isinstance(path, str):
        raise _error(version, (f"the resource {name} has no single path", f"{name} kaynağının tek bir yolu (path) yok"))
    if resource.get("dialect") or resource.get("compression") or str(resource.get("encoding", "utf-8")).lower() not in ("utf-8", "utf8"):
        raise _error(
            version,
            (
                f"{path} is of a dialect of its own; only plain CSV in UTF-8 is compared",
                f"{path} kendine özgü bir biçimde; yalnız UTF-8 ile yazılmış düz CSV karşılaştırılır",
            ),
        )
    schema = resource.get("schema", {})
    if isinstance(schema, str):
        schema = _json(version, schema)
    if not isinstance(schema, dict):
        raise _error(version, (f"the schema of {name} is no object", f"{name} şeması bir JSON nesnesi değil"))
    try:
        read = read_csv(version.read(path), large)
    except SaidError as error:
        english, turkish = error.said
        between = "" if english.startswith(("is ", "has ")) else ","
        raise _error(version, (f"{path}{between} {english}", f"{path}: {turkish}")) from None
    key = _names(schema.get("primaryKey", []))
    if lacking := ", ".join(column for column in key if column not in read.header):
        raise _error(
            version,
            (
                f"{path} has no column {lacking}, which is of its primary key",
                f"{path} içinde {lacking} sütunu yok; oysa birincil anahtarında geçiyor",
            ),
        )
    _unique(version, path, key, read.rows)
    return Table(name, _columns(read.header, schema), key, read.rows, dict(_canonical(schema, without=_NO_ATTRIBUTES)))


def _error(version: Version, words: Said) -> CouldNotRunError:
    return CouldNotRunError((f"{version.name}: {words[0]}", f"{version.name}: {words[1]}"))


def _json(version: Version, path: str) -> dict[str, Any]:
    try:
        content = json.loads(version.read(path).decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise _error(version, (f"{path} is no JSON: {error}", f"{path} JSON değil: {error}")) from None
    if not isinstance(content, dict):
        raise _error(version, (f"{path} is no JSON object", f"{path} bir JSON nesnesi değil"))
    return content


def _unique(version: Version, path: str, key: tuple[str, ...], rows: Sequence[Row]) -> None:
    if not key or (isinstance(rows, ColumnRows) and rows.are_unique(key)):
        return
    seen: dict[tuple[str, ...], int] = {}
    for number, row in enumerate(rows, 1):
        at = tuple(row[column] for column in key)
        if at in seen:
            cells = repr(", ".join(at))
            raise _error(
                version,
                (
                    f"{path}: rows {seen[at]} and {number} have the same key {cells}; iddia validate says more",
                    f"{path}: {seen[at]}. ve {number}. kayıtların anahtarı aynı: {cells}; ayrıntıyı iddia validate söyler",
                ),
            )
        seen[at] = number


def _names(names: Any) -> tuple[str, ...]:
    listed = [names] if isinstance(names, str) else names
    return tuple(dict.fromkeys(filter(lambda name: isinstance(name, str), listed))) if isinstance(listed, list) else ()


def _columns(header: list[str], schema: dict[str, Any]) -> dict[str, dict[str, str]]:
    listed = schema.get("fields")
    fields = [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
    described = {str(one.get("name")): one for one in fields}
    return {column: dict(_canonical(described.get(column, {}), without=("name",))) for column in header}


def _canonical(content: dict[str, Any], *, without: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Each attribute, and each constraint by itself, as JSON that is equal for equal content."""
    for name, value in content.items():
        if name == "constraints" and isinstance(value, dict):
            yield from ((f"{name}.{one}", _dumped(inner)) for one, inner in value.items())
        elif name not in without and not name.startswith(_WORDS_FOR_PEOPLE):
            yield name, _dumped(value)


def _dumped(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
