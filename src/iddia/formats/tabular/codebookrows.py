"""What the schemas say of every column, as rows of a table of its own that databases carry along."""

from typing import Any

from iddia.formats.publication import Publication

CODEBOOK = (
    "table_name",
    "position",
    "column_name",
    "type",
    "is_key",
    "nullable",
    "description_en",
    "description_tr",
    "allowed_values",
    "refers_to",
)


def codebook_rows(publication: Publication) -> list[tuple[Any, ...]]:
    """A row a column of every table, in the columns of ``CODEBOOK``; positions count from 1."""
    return [
        (
            table,
            position,
            field["name"],
            field["type"],
            field["name"] in schema["primaryKey"],
            not field.get("constraints", {}).get("required", False),
            field["description"],
            field["description_tr"],
            ", ".join(field.get("constraints", {}).get("enum", ())) or None,
            references(schema).get(field["name"]),
        )
        for table, schema in publication.schemas.items()
        for position, field in enumerate(schema["fields"], 1)
    ]


def references(schema: dict[str, Any]) -> dict[str, str]:
    """Columns that are foreign keys, and the ``table.column`` that each refers to."""
    keys = schema.get("foreignKeys", ())
    return {key["fields"][0]: f"{key['reference']['resource']}.{key['reference']['fields'][0]}" for key in keys}
