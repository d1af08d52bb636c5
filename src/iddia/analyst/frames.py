"""A table's file as a DataFrame with the types its schema declares."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from iddia.errors import CouldNotRunError
from iddia.text.dates import bounds

# Made once: pandas looks every dtype up by name otherwise, which took a third of the time of loading.
_DTYPES = {"string": pd.StringDtype("python"), "integer": pd.Int64Dtype(), "number": pd.Float64Dtype(), "boolean": pd.BooleanDtype()}
DAY = "datetime64[s]"


def read_json(path: Path) -> dict[str, Any]:
    """A JSON file's content; CouldNotRunError, which says what to do, where there is none."""
    try:
        content: dict[str, Any] = json.loads(path.read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        raise CouldNotRunError(f"there is no {path.name} in {path.parent}: run `{_maker(path)}` there, or give another folder") from None
    except OSError as error:
        raise CouldNotRunError(f"{path} cannot be read: {error.strerror}") from None
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise CouldNotRunError(f"{path} is not JSON ({error}): run `{_maker(path)}`") from None
    return content


def _maker(path: Path) -> str:
    """The command that makes the file."""
    return "iddia schema" if path.parent.name == "schema" else "iddia build"


def read_frame(path: Path, schema: dict[str, Any]) -> pd.DataFrame:
    """One table: categories for closed lists, nullable integers, floats, booleans and strings.

    Every EDTF column is followed by two of days, <column>_earliest and <column>_latest; NaT where that end is open or unknown.
    """
    fields = schema["fields"]
    dtypes = {field["name"]: _dtype(field) for field in fields}
    try:
        # low_memory=False: one chunk; joining chunks took a seventh of the time of loading, and types need no guessing.
        frame = pd.read_csv(
            path, dtype=dtypes, keep_default_na=False, na_values=[""], true_values=["true"], false_values=["false"], low_memory=False
        )
        for field in fields:
            if field.get("semantics") == "edtf" and field["name"] in frame.columns:
                _add_days(frame, field["name"])
    except FileNotFoundError:
        raise CouldNotRunError(f"there is no {path.name} in {path.parent}: run `iddia build`") from None
    except OSError as error:
        raise CouldNotRunError(f"{path} cannot be read: {error.strerror}") from None
    except ValueError as error:  # pandas' own errors of parsing, encoding and types are ValueErrors
        raise CouldNotRunError(f"{path} is not as its schema says ({error}): run `iddia build`") from None
    if missing := [field["name"] for field in fields if field["name"] not in frame.columns]:
        raise CouldNotRunError(f"{path} lacks the columns {', '.join(missing)}: run `iddia build`")
    if strange := [field["name"] for field in fields if _is_closed(field) and frame[field["name"]].array.isna().any()]:
        raise CouldNotRunError(f"{path} has cells outside the closed lists of {', '.join(strange)}: run `iddia build`")
    return frame


def _is_closed(field: dict[str, Any]) -> bool:
    constraints = field.get("constraints", {})
    return bool(constraints.get("enum") and constraints.get("required"))


def _dtype(field: dict[str, Any]) -> Any:
    choices = field.get("constraints", {}).get("enum")
    return _categories(tuple(choices)) if choices else _DTYPES[field["type"]]


@cache
def _categories(choices: tuple[str, ...]) -> pd.CategoricalDtype:
    return pd.CategoricalDtype(list(choices))


def _add_days(frame: pd.DataFrame, column: str) -> None:
    values = frame[column].tolist()
    known = {value: bounds(value) for value in set(values) if isinstance(value, str)}  # few different ones; NA is no str
    nothing = (None, None)
    ends = np.array([known.get(value, nothing) for value in values], dtype=DAY).reshape(len(values), 2)
    at = frame.columns.tolist().index(column)
    frame.insert(at + 1, f"{column}_earliest", ends[:, 0])
    frame.insert(at + 2, f"{column}_latest", ends[:, 1])


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
