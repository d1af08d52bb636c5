"""A table's file as a DataFrame with the types its schema declares."""

import json
from pathlib import Path
from typing import Any

import pandas as pd

from iddia.errors import CouldNotRunError
from iddia.text.dates import bounds

_DTYPES = {"string": "string", "integer": "Int64", "number": "Float64", "boolean": "boolean"}
DAY = "datetime64[s]"


def read_json(path: Path) -> dict[str, Any]:
    """A JSON file's content; CouldNotRunError, which says what to do, where there is none."""
    try:
        content: dict[str, Any] = json.loads(path.read_bytes())
    except FileNotFoundError:
        raise CouldNotRunError(f"there is no {path.name} in {path.parent}: run `make build` there, or give another folder") from None
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise CouldNotRunError(f"{path} is not JSON ({error}): run `make build`") from None
    return content


def read_frame(path: Path, schema: dict[str, Any]) -> pd.DataFrame:
    """One table: categories for closed lists, nullable integers, floats, booleans and strings.

    Every EDTF column is followed by two of days, <column>_earliest and <column>_latest; NaT where that end is open or unknown.
    """
    fields = schema["fields"]
    dtypes = {field["name"]: _dtype(field) for field in fields}
    try:
        frame = pd.read_csv(path, dtype=dtypes, keep_default_na=False, na_values=[""], true_values=["true"], false_values=["false"])
    except FileNotFoundError:
        raise CouldNotRunError(f"there is no {path.name} in {path.parent}: run `make build`") from None
    for field in fields:
        if field.get("semantics") == "edtf":
            _add_days(frame, field["name"])
    return frame


def _dtype(field: dict[str, Any]) -> Any:
    choices = field.get("constraints", {}).get("enum")
    return pd.CategoricalDtype(choices) if choices else _DTYPES[field["type"]]


def _add_days(frame: pd.DataFrame, column: str) -> None:
    days = [bounds(value) if isinstance(value, str) else (None, None) for value in frame[column].tolist()]
    at = frame.columns.get_loc(column)
    for offset, (name, end) in enumerate(((f"{column}_earliest", 0), (f"{column}_latest", 1)), 1):
        frame.insert(int(str(at)) + offset, name, pd.Series([pair[end] for pair in days], index=frame.index, dtype=object).astype(DAY))


def codebook(schemas: dict[str, dict[str, Any]]) -> pd.DataFrame:
    """One row a column of every table: its type, whether it may be empty, what it means, its closed list and what it refers to."""
    rows = []
    for table, schema in schemas.items():
        references = {
            key["fields"][0]: f"{key['reference']['resource']}.{key['reference']['fields'][0]}" for key in schema.get("foreignKeys", ())
        }
        for field in schema["fields"]:
            constraints = field.get("constraints", {})
            rows.append(
                {
                    "table": table,
                    "column": field["name"],
                    "type": field["type"],
                    "key": field["name"] in schema["primaryKey"],
                    "nullable": not constraints.get("required", False),
                    "description_en": field["description"],
                    "description_tr": field["description_tr"],
                    "values": ", ".join(constraints.get("enum", ())) or None,
                    "refers_to": references.get(field["name"]),
                }
            )
    return pd.DataFrame(rows).astype({"values": "string", "refers_to": "string"})
