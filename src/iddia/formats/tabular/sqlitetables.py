"""The tables of the SQLite file: a statement that makes each, as its schema says."""

from collections.abc import Mapping
from typing import Any

_TYPES = {"string": "TEXT", "integer": "INTEGER", "number": "REAL", "boolean": "INTEGER"}


def create_table(name: str, schema: Mapping[str, Any]) -> str:
    """CREATE TABLE with types, keys, foreign keys, closed lists and least values.

    Not a STRICT table, which SQLite before 3.37 cannot open at all: the same is said by a check of each column. A pattern is not, for
    SQLite has no regular expressions of its own. Foreign keys are deferred, so that rows may be written in any order.
    """
    parts = [_column(field) for field in schema["fields"]]
    parts.append(f"PRIMARY KEY ({', '.join(map(quoted, schema['primaryKey']))})")
    for key in schema.get("foreignKeys", ()):
        there = key["reference"]
        columns, their = (", ".join(map(quoted, names)) for names in (key["fields"], there["fields"]))
        parts.append(f"FOREIGN KEY ({columns}) REFERENCES {quoted(there['resource'])} ({their}) DEFERRABLE INITIALLY DEFERRED")
    lines = ",\n  ".join(parts)
    return f"CREATE TABLE {quoted(name)} (\n  {lines}\n)"


def create_indexes(name: str, schema: Mapping[str, Any]) -> list[str]:
    """CREATE INDEX for every foreign key that the primary key does not begin with, and for proposition_id, which finds who repeats whom."""
    columns = [field["name"] for field in schema["fields"]]
    wanted = [key["fields"] for key in schema.get("foreignKeys", ())] + [["proposition_id"]] * ("proposition_id" in columns)
    return [
        f"CREATE INDEX {quoted('_'.join((name, *key)))} ON {quoted(name)} ({', '.join(map(quoted, key))})"
        for key in wanted
        if schema["primaryKey"][: len(key)] != key
    ]


def _column(field: Mapping[str, Any]) -> str:
    constraints = field.get("constraints", {})
    name, stored = quoted(field["name"]), _TYPES[field["type"]]
    said = [name, stored, "NOT NULL"] if constraints.get("required") else [name, stored]
    said.append(f"CHECK (typeof({name}) IN ('{stored.lower()}', 'null'))")
    if field["type"] == "boolean":
        said.append(f"CHECK ({name} IN (0, 1))")
    if choices := constraints.get("enum"):
        said.append(f"CHECK ({name} IN ({', '.join(text(choice) for choice in choices)}))")
    if (least := constraints.get("minimum")) is not None:
        said.append(f"CHECK ({name} >= {least})")
    return " ".join(said)


def quoted(name: str) -> str:
    """A name as SQL writes it: "references" and "end" are words of the language."""
    return '"' + name.replace('"', '""') + '"'


def text(value: str) -> str:
    """A text as SQL writes it."""
    return "'" + value.replace("'", "''") + "'"
