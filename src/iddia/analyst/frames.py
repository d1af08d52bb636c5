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
    # Closed lists are read as texts and coded here: pandas' own reading of categories took a seventh of the time of loading.
    read_as = {column: _DTYPES["string"] if isinstance(dtype, pd.CategoricalDtype) else dtype for column, dtype in dtypes.items()}
    source, path = files.source(name), files.place / name
    try:
        # low_memory=False: one chunk; joining chunks took a seventh of the time of loading, and types need no guessing.
        frame = pd.read_csv(
            source, dtype=read_as, keep_default_na=False, na_values=[""], true_values=["true"], false_values=["false"], low_memory=False
        )
        if missing := [column for column in dtypes if column not in frame.columns]:
            raise lacking(path, missing)
        if strange := _code(frame, fields, dtypes):
            raise outside(path, strange)
        frame = _with_days(frame, [field["name"] for field in fields if field.get("semantics") == "edtf"])
    except OSError as error:
        raise unreadable(path, error) from None
    except ValueError as error:  # pandas' own errors of parsing, encoding and types are ValueErrors
        raise unlike_schema(path, error) from None
    return frame.astype(dict.fromkeys(_texts(frame), text_dtype(len(frame)))) if len(frame) >= LARGE else frame


def _code(frame: pd.DataFrame, fields: list[dict[str, Any]], dtypes: dict[str, Any]) -> list[str]:
    """Make categories of the columns with closed lists; those that have cells outside of theirs."""
    names = frame.columns.tolist()
    strange = []
    for field in fields:
        dtype = dtypes[field["name"]]
        if not isinstance(dtype, pd.CategoricalDtype):
            continue
        at = names.index(field["name"])
        cells = frame[field["name"]].array.tolist()
        places = {choice: place for place, choice in enumerate(dtype.categories)}
        codes = np.array([places.get(cell, -1) for cell in cells], dtype="int16")
        if any(is_closed(field) or isinstance(cells[row], str) for row in np.flatnonzero(codes == -1).tolist()):
            strange.append(field["name"])
        frame.isetitem(at, pd.Categorical.from_codes(codes, dtype=dtype, validate=False))
    return strange


def _with_days(frame: pd.DataFrame, dates: list[str]) -> pd.DataFrame:
    """The frame with the two days of each date behind it."""
    if not dates:
        return frame
    columns: dict[str, Any] = {}
    for name in frame.columns.tolist():
        columns[name] = frame[name].array
        if name in dates:
            codes, values = pd.factorize(columns[name])
            ends = days_of(values.tolist())[codes]
            columns |= {f"{name}_earliest": ends[:, 0], f"{name}_latest": ends[:, 1]}
    return pd.DataFrame(columns, copy=False)


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
    closed = choices and all(isinstance(choice, str) for choice in choices)
    return _categories(tuple(choices)) if closed else _DTYPES.get(field.get("type", "string"), _DTYPES["string"])


def text_dtype(rows: int) -> Any:
    """The type of a text column: a table of ``LARGE`` and more rows holds its texts in Arrow, where that is installed."""
    return pd.StringDtype("pyarrow") if rows >= LARGE and _has_arrow() else _DTYPES["string"]


@cache
def _has_arrow() -> bool:
    return find_spec("pyarrow") is not None


def _texts(frame: pd.DataFrame) -> list[str]:
    return [str(name) for name, dtype in frame.dtypes.items() if isinstance(dtype, pd.StringDtype)]


@cache
def _categories(choices: tuple[str, ...]) -> pd.CategoricalDtype:
    return pd.CategoricalDtype(list(choices))


def days_of(dates: list[str]) -> Any:
    """The earliest and latest day of each EDTF date, one a row, and a last row of NaT for the cells that have none.

    Raises ValueError for what is no EDTF date.
    """
    return np.array([*map(bounds, dates), (None, None)], dtype=DAY).reshape(-1, 2)
