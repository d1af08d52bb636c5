"""A table's CSV file as a DataFrame with the types its schema declares."""

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from iddia.analyst.contents import Contents, unreadable
from iddia.errors import CouldNotRunError
from iddia.text.dates import bounds

# Made once: pandas looks every dtype up by name otherwise, which took a third of the time of loading.
_DTYPES = {"string": pd.StringDtype("python"), "integer": pd.Int64Dtype(), "number": pd.Float64Dtype(), "boolean": pd.BooleanDtype()}
DAY = "datetime64[s]"


LARGE = 100_000
"""Rows from which on a table's strings are held by Arrow where pyarrow is installed: Python's take five times as long to make."""


def read_json(files: Contents, name: str) -> Any:
    """A JSON file's content. Raises CouldNotRunError, which says what to do, where there is none."""
    content = files.read(name)
    try:
        return json.loads(content)
    except (ValueError, RecursionError) as error:
        path, command = files.place / name, "iddia schema" if name.startswith("schema/") else "iddia build"
        raise CouldNotRunError(
            (f"{path} is not JSON ({error}): run `{command}`", f"{path} JSON değil ({error}): `{command}` çalıştırın")
        ) from None


def read_csv(files: Contents, name: str, schema: dict[str, Any]) -> pd.DataFrame:
    """One table: categories for closed lists, nullable integers, floats, booleans and strings.

    Every EDTF column is followed by two of days, <column>_earliest and <column>_latest; NaT where that end is open or unknown.
    Raises CouldNotRunError where the file is not as its schema says.
    """
    fields = schema["fields"]
    dtypes = {field["name"]: dtype_of(field) for field in fields}
    source, path = files.source(name), files.place / name
    try:
        # low_memory=False: one chunk; joining chunks took a seventh of the time of loading, and types need no guessing.
        frame = pd.read_csv(
            source, dtype=dtypes, keep_default_na=False, na_values=[""], true_values=["true"], false_values=["false"], low_memory=False
        )
        for field in fields:
            if field.get("semantics") == "edtf" and field["name"] in frame.columns:
                _add_days(frame, field["name"])
    except OSError as error:
        raise unreadable(path, error) from None
    except ValueError as error:  # pandas' own errors of parsing, encoding and types are ValueErrors
        raise unlike_schema(path, error) from None
    if missing := [field["name"] for field in fields if field["name"] not in frame.columns]:
        raise lacking(path, missing)
    if strange := [field["name"] for field in fields if is_closed(field) and frame[field["name"]].array.isna().any()]:
        raise outside(path, strange)
    return frame.astype(dict.fromkeys(_texts(frame), text_dtype(len(frame)))) if len(frame) >= LARGE else frame


def unlike_schema(path: Path, error: Exception) -> CouldNotRunError:
    """What is said of a table that cannot be read by its schema."""
    return CouldNotRunError(
        (f"{path} is not as its schema says ({error}): run `iddia build`", f"{path} şemasına uymuyor ({error}): `iddia build` çalıştırın")
    )


def lacking(path: Path, columns: list[str]) -> CouldNotRunError:
    """What is said of a table without these columns of its schema."""
    names = ", ".join(columns)
    return CouldNotRunError(
        (f"{path} lacks the columns {names}: run `iddia build`", f"{path}: şu sütunlar eksik: {names}; `iddia build` çalıştırın")
    )


def outside(path: Path, columns: list[str]) -> CouldNotRunError:
    """What is said of a table whose cells are not of the closed lists of these columns."""
    names = ", ".join(columns)
    return CouldNotRunError(
        (
            f"{path} has cells outside the closed lists of {names}: run `iddia build`",
            f"{path}: kapalı listede olmayan hücreler var, sütunlar: {names}; `iddia build` çalıştırın",
        )
    )


def is_closed(field: dict[str, Any]) -> bool:
    """Whether every cell is of the field's closed list."""
    constraints = field.get("constraints", {})
    return bool(constraints.get("enum") and constraints.get("required"))


def dtype_of(field: dict[str, Any]) -> Any:
    """The type of a field's column in a small table."""
    choices = field.get("constraints", {}).get("enum")
    return _categories(tuple(choices)) if choices else _DTYPES.get(field.get("type", "string"), _DTYPES["string"])


@cache
def text_dtype(rows: int) -> Any:
    """The type of a text column: a table of ``LARGE`` and more rows holds its texts in Arrow, where that is installed."""
    return pd.StringDtype("pyarrow" if rows >= LARGE and find_spec("pyarrow") else "python")


def _texts(frame: pd.DataFrame) -> list[str]:
    return [str(name) for name, dtype in frame.dtypes.items() if isinstance(dtype, pd.StringDtype)]


@cache
def _categories(choices: tuple[str, ...]) -> pd.CategoricalDtype:
    return pd.CategoricalDtype(list(choices))


def _add_days(frame: pd.DataFrame, column: str) -> None:
    codes, values = pd.factorize(frame[column])
    ends = days_of(values.tolist())[codes]
    at = frame.columns.tolist().index(column)
    frame.insert(at + 1, f"{column}_earliest", ends[:, 0])
    frame.insert(at + 2, f"{column}_latest", ends[:, 1])


def days_of(dates: list[str]) -> Any:
    """The earliest and latest day of each EDTF date, one a row, and a last row of NaT for the cells that have none.

    Raises ValueError for what is no EDTF date.
    """
    return np.array([*map(bounds, dates), (None, None)], dtype=DAY).reshape(-1, 2)
