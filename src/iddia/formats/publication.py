"""One version of the package as every form of it is made: the files that a build wrote, and their tables typed by their schemas."""

import datetime as dt
import io
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyarrow import csv

from iddia.formats.arrowtypes import arrow_type

DESCRIPTOR = "datapackage.json"


@dataclass(frozen=True)
class Publication:
    """What is published.

    ``files`` are those of the data package by path: datapackage.json, data/<table>.csv, schema/<table>.json, as the build wrote them.
    ``texts`` are the repository's texts that go along, by the name they have there (CHANGELOG.md, LICENSE-DATA, docs/tables.md ...).
    ``previous`` is the version before this one; None for the first. ``date`` is the day of the release, the only date that any file holds.
    ``moment`` are the seconds since 1970 that archives give their entries: SOURCE_DATE_EPOCH, or the start of ``date`` in UTC.
    """

    version: str
    date: dt.date
    moment: int
    previous: str | None
    files: Mapping[str, bytes]
    texts: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def descriptor(self) -> dict[str, Any]:
        """datapackage.json."""
        content: dict[str, Any] = json.loads(self.files[DESCRIPTOR])
        return content

    @cached_property
    def schemas(self) -> dict[str, dict[str, Any]]:
        """The Table Schema of each table, in the order of the descriptor."""
        return {resource["name"]: json.loads(self.files[resource["schema"]]) for resource in self.descriptor["resources"]}

    @cached_property
    def tables(self) -> dict[str, pa.Table]:
        """Each table, typed by its schema, rows and columns in the order of the file. An EDTF date is a string, as in the file."""
        return {resource["name"]: self._table(resource) for resource in self.descriptor["resources"]}

    def _table(self, resource: Mapping[str, Any]) -> pa.Table:
        types = {column["name"]: arrow_type(column) for column in self.schemas[resource["name"]]["fields"]}
        convert = csv.ConvertOptions(
            column_types=types, null_values=[""], strings_can_be_null=True, true_values=["true"], false_values=["false"],
            include_columns=list(types),
        )  # fmt: skip
        parse = csv.ParseOptions(newlines_in_values=True)
        return csv.read_csv(io.BytesIO(self.files[resource["path"]]), parse_options=parse, convert_options=convert)


def package_files(folder: Path) -> dict[str, bytes]:
    """The files of the data package in ``folder`` by path: the descriptor and what it names."""
    descriptor = (folder / DESCRIPTOR).read_bytes()
    named = [path for resource in json.loads(descriptor)["resources"] for path in (resource["path"], resource["schema"])]
    return {DESCRIPTOR: descriptor} | {path: (folder / path).read_bytes() for path in named}


Form = Callable[[Publication, Mapping[str, bytes]], Mapping[str, bytes]]
"""A form of a release: what it makes, by path in the release's folder, given what the forms before it made."""
