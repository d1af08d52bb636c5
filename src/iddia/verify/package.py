"""The data package of a release, read for comparing."""

import csv
import datetime as dt
import io
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pyarrow as pa

from iddia.analyst.contents import Contents
from iddia.analyst.opening import as_they_are, opened
from iddia.errors import CouldNotRunError, ProblemsError
from iddia.formats.publication import DESCRIPTOR, Publication
from iddia.language import LANGUAGES, said

_UNREADABLE = (CouldNotRunError, ProblemsError, KeyError, TypeError, ValueError, AttributeError, pa.ArrowException)


def package_at(path: Path, date: dt.date = dt.date.min, previous: str | None = None) -> Publication:
    """The package at ``path``, all its tables read; ``date`` and ``previous`` are what its release tells of itself.

    Raises CouldNotRunError where it cannot be read; `check_package` tells what is wrong.
    """
    try:
        with opened(path, as_they_are) as package:
            published = replace(_publication(package.files), date=date, previous=previous)
        _check_headers(published)
        for table in published.tables.values():
            table.validate()
    except _UNREADABLE as error:
        why = [said(error.words, one) if isinstance(error, CouldNotRunError) else str(error) for one in LANGUAGES]
        raise CouldNotRunError((f"{path} cannot be read: {why[0]}", f"{path} okunamıyor: {why[1]}")) from None
    return published


def _check_headers(package: Publication) -> None:
    """Raise CouldNotRunError where a CSV file lacks a column: pyarrow, which would tell it too, leaves a thread behind that may abort."""
    for resource in package.descriptor["resources"]:
        path, named = resource["path"], [field["name"] for field in package.schemas[resource["name"]]["fields"]]
        header = next(csv.reader(io.TextIOWrapper(io.BytesIO(package.files[path]), "utf-8-sig", newline="")), [])
        if lacking := ", ".join(name for name in named if name not in header):
            raise CouldNotRunError((f"{path} lacks the columns {lacking}", f"{path}: şu sütunlar eksik: {lacking}"))


def _publication(files: Contents) -> Publication:
    alone = Publication("", dt.date.min, 0, None, {DESCRIPTOR: files.read(DESCRIPTOR)})
    resources = alone.descriptor["resources"]
    named = [path for resource in resources for path in (resource["path"], resource["schema"])]
    return Publication(
        str(alone.descriptor.get("version")), dt.date.min, 0, None, {**alone.files, **{path: files.read(path) for path in named}}
    )


def path_of(package: Publication, table: str) -> str:
    """The path of a table's CSV file in the package."""
    return str(next(resource["path"] for resource in package.descriptor["resources"] if resource["name"] == table))


def lines_of(content: bytes, rows: Iterable[int]) -> dict[int, int]:
    """The physical lines, from 1, on which rows of a CSV file begin; rows count from 0, without the header."""
    wanted = set(rows)
    reader = csv.reader(io.StringIO(content.decode("utf-8"), newline=""))
    found: dict[int, int] = {}
    next(reader, None)
    start = reader.line_num + 1
    for number, _ in enumerate(reader):
        if number in wanted:
            found[number] = start
        start = reader.line_num + 1
    return found
