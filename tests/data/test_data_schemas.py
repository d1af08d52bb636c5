"""Every cell is what the schema of its table says. A failing test lists every bad record by its key."""

import re
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.data

Row = dict[str, str]
Tables = dict[str, list[Row]]
Schemas = dict[str, dict[str, Any]]

FORMS = {
    "string": re.compile(r".+", re.DOTALL),
    "integer": re.compile(r"0|-?[1-9][0-9]*"),
    "number": re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]*[1-9])?"),
    "boolean": re.compile(r"true|false"),
}


def key_of(schema: dict[str, Any], row: Row) -> str:
    return " ".join(row[column] for column in schema["primaryKey"])


def broken(schema: dict[str, Any], rows: list[Row], is_fine: Callable[[str, dict[str, Any]], bool]) -> str:
    """Every filled cell that is not fine: a line each, with the row's key, the column and the cell."""
    return "\n".join(
        f"{key_of(schema, row)}: {field['name']} is {row[field['name']]!r}"
        for row in rows
        for field in schema["fields"]
        if row[field["name"]] and not is_fine(row[field["name"]], field)
    )


def constraint(field: dict[str, Any], name: str) -> Any:
    return field.get("constraints", {}).get(name)


def test_columns_are_those_of_the_schema(table: str, tables: Tables, schemas: Schemas) -> None:
    assert list(tables[table][0]) == [field["name"] for field in schemas[table]["fields"]]


def test_every_table_has_rows(table: str, tables: Tables) -> None:
    assert tables[table]


def test_keys_are_unique(table: str, tables: Tables, schemas: Schemas) -> None:
    counts = Counter(key_of(schemas[table], row) for row in tables[table])
    assert not (twice := [f"{key}: {count} times" for key, count in counts.items() if count > 1]), "\n".join(twice)


def test_unique_columns_are_unique(table: str, tables: Tables, schemas: Schemas) -> None:
    unique = [field["name"] for field in schemas[table]["fields"] if constraint(field, "unique")]
    counts = Counter((column, row[column]) for row in tables[table] for column in unique)
    assert not (twice := [f"{column} {value}" for (column, value), count in counts.items() if count > 1]), "\n".join(twice)


def test_foreign_keys_resolve(table: str, tables: Tables, schemas: Schemas) -> None:
    schema = schemas[table]
    lost = []
    for key in schema.get("foreignKeys", ()):
        (column,), (wanted,) = key["fields"], key["reference"]["fields"]
        there = {row[wanted] for row in tables[key["reference"]["resource"]]}
        lost += [f"{key_of(schema, row)}: {column} {row[column]}" for row in tables[table] if row[column] and row[column] not in there]
    assert not lost, "\n".join(lost)


def test_foreign_keys_point_at_keys(table: str, schemas: Schemas) -> None:
    for key in schemas[table].get("foreignKeys", ()):
        reference = key["reference"]
        assert schemas[reference["resource"]]["primaryKey"] == reference["fields"]


def test_required_cells_are_filled(table: str, tables: Tables, schemas: Schemas) -> None:
    schema = schemas[table]
    required = [field["name"] for field in schema["fields"] if constraint(field, "required")]
    empty = [f"{key_of(schema, row)}: {column}" for row in tables[table] for column in required if not row[column]]
    assert set(schema["primaryKey"]) <= set(required)
    assert not empty, "\n".join(empty)


def test_cells_are_of_their_type(table: str, tables: Tables, schemas: Schemas) -> None:
    assert not (bad := broken(schemas[table], tables[table], lambda cell, field: bool(FORMS[field["type"]].fullmatch(cell)))), bad


def test_closed_lists_hold(table: str, tables: Tables, schemas: Schemas) -> None:
    assert not (bad := broken(schemas[table], tables[table], lambda cell, field: cell in (constraint(field, "enum") or [cell]))), bad


def test_patterns_hold(table: str, tables: Tables, schemas: Schemas) -> None:
    assert not (
        bad := broken(schemas[table], tables[table], lambda cell, field: bool(re.fullmatch(constraint(field, "pattern") or "(?s).*", cell)))
    ), bad


def test_minima_hold(table: str, tables: Tables, schemas: Schemas) -> None:
    def is_fine(cell: str, field: dict[str, Any]) -> bool:
        minimum = constraint(field, "minimum")
        return minimum is None or int(cell) >= minimum

    assert not (bad := broken(schemas[table], tables[table], is_fine)), bad


def test_ids_never_look_like_numbers(table: str, tables: Tables, schemas: Schemas) -> None:
    texts = {field["name"] for field in schemas[table]["fields"] if field["type"] == "string"}
    key = [column for column in schemas[table]["primaryKey"] if column in texts and column != "version"]  # a version is no id
    assert not (bad := [row[column] for row in tables[table] for column in key if not re.search(r"[^\W\d_]", row[column])]), bad


def test_columns_and_tables_are_described_in_both_languages(table: str, descriptor: dict[str, Any], schemas: Schemas) -> None:
    resource = next(resource for resource in descriptor["resources"] if resource["name"] == table)
    words = [(table, resource[key]) for key in ("title", "title_tr", "description", "description_tr")]
    words += [(field["name"], field[key]) for field in schemas[table]["fields"] for key in ("description", "description_tr")]
    assert not (silent := [name for name, text in words if not text.strip()]), silent
    assert resource["description"] != resource["description_tr"]
