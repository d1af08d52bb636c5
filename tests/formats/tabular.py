"""The tabular forms of a publication, and its cells as an independent reader takes them from the CSV."""

import csv
import io
import unicodedata
from collections.abc import Callable, Mapping
from typing import Any

from iddia.formats.archive import archive
from iddia.formats.papers.huggingface import card
from iddia.formats.publication import Form, Publication
from iddia.formats.tabular.datasette import datasette
from iddia.formats.tabular.duckdb import duckdb
from iddia.formats.tabular.parquet import parquet
from iddia.formats.tabular.sqlite import sqlite
from iddia.text.turkish import key

FORMS: tuple[Form, ...] = (archive, parquet, sqlite, datasette, duckdb, card)
CITATION = {"CITATION.cff": b'cff-version: 1.2.0\nmessage: "of the test"\n'}
"""What the archive takes from the form of citations, which is tested elsewhere."""

Cells = list[tuple[Any, ...]]
_READ: dict[str, Callable[[str], Any]] = {
    "string": str,
    "integer": int,
    "number": float,
    "boolean": {"true": True, "false": False}.__getitem__,
}


def tabular_files(publication: Publication) -> dict[str, bytes]:
    """What the tabular forms make, by path."""
    made: dict[str, bytes] = dict(CITATION)
    for form in FORMS:
        made |= form(publication, made)
    return made


def cells(publication: Publication, table: str) -> Cells:
    """The rows of a table, read by the csv module: integers, floats, booleans, texts, None."""
    resource = next(each for each in publication.descriptor["resources"] if each["name"] == table)
    header, *rows = csv.reader(io.StringIO(publication.files[resource["path"]].decode("utf-8"), newline=""))
    fields = publication.schemas[table]["fields"]
    assert header == [field["name"] for field in fields]
    return [tuple(_cell(text, field) for text, field in zip(row, fields, strict=True)) for row in rows]


def _cell(text: str, field: Mapping[str, Any]) -> Any:
    if not text:
        return None
    return _READ[field["type"]](text)


def same(one: Cells, other: Cells) -> bool:
    """Whether cells are equal in value and in kind: 1 is not 1.0 and not True."""
    return [[(type(cell), cell) for cell in row] for row in one] == [[(type(cell), cell) for cell in row] for row in other]


def bare(text: str) -> str:
    """Folded as Turkish folds, accents left out."""
    return "".join(letter for letter in unicodedata.normalize("NFD", key(text)) if not unicodedata.combining(letter))
