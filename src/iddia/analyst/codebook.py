"""What the columns of loaded tables are: those of the schemas, and the days that dates stand for."""

from typing import Any

import pandas as pd

_ENDS = {
    "earliest": (
        "Earliest day that {} allows; empty when open or unknown.",
        "{} alanının izin verdiği en erken gün; açık ya da bilinmiyorsa boş.",
    ),
    "latest": (
        "Latest day that {} allows; empty when open or unknown.",
        "{} alanının izin verdiği en geç gün; açık ya da bilinmiyorsa boş.",
    ),
}


def fields_of_frame(schema: dict[str, Any]) -> list[dict[str, Any]]:
    """The fields of a schema, each EDTF field followed by the two of its days, as ``read_frame`` makes them."""
    fields = []
    for field in schema["fields"]:
        fields.append(field)
        if field.get("semantics") == "edtf":
            fields += [
                {
                    "name": f"{field['name']}_{end}",
                    "type": "date",
                    "description": english.format(field["name"]),
                    "description_tr": turkish.format(field["name"]),
                }
                for end, (english, turkish) in _ENDS.items()
            ]
    return fields


def codebook(schemas: dict[str, dict[str, Any]]) -> pd.DataFrame:
    """One row a column of every table as loaded: type, whether it may be empty, what it means, its closed list and what it refers to."""
    rows = []
    for table, schema in schemas.items():
        references = {
            key["fields"][0]: f"{key['reference']['resource']}.{key['reference']['fields'][0]}" for key in schema.get("foreignKeys", ())
        }
        for field in fields_of_frame(schema):
            constraints = field.get("constraints", {})
            rows.append(
                {
                    "table": table,
                    "column": field["name"],
                    "type": field.get("type", "string"),
                    "key": field["name"] in schema.get("primaryKey", ()),
                    "nullable": not constraints.get("required", False),
                    "description_en": field.get("description", ""),
                    "description_tr": field.get("description_tr", ""),
                    "values": ", ".join(constraints.get("enum", ())) or None,
                    "refers_to": references.get(field["name"]),
                }
            )
    return pd.DataFrame(rows).astype({"values": "string", "refers_to": "string"})
