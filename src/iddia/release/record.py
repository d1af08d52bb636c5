"""The files below releases/<version>/: what was published and why, as the repository keeps it."""

from collections.abc import Iterable, Mapping

from iddia.model.release import ReadRelease
from iddia.model.tables import Change
from iddia.package.csvfile import render
from iddia.project.releases import CHANGES, FOLDER, NOTES, RECORD
from iddia.scalars import as_scalar
from iddia.sums import SUMS

_HEAD = "# Written by `iddia release`. What was published stays published: nothing in this folder is ever changed.\n"


def record_files(record: ReadRelease, changes: Iterable[Change], notes: str) -> dict[str, bytes]:
    """The record of a release, what it did to each claim, and its notes, by path in the repository."""
    folder = f"{FOLDER}/{record.version}"
    return {
        f"{folder}/{RECORD}": record_text(record).encode(),
        f"{folder}/{CHANGES}": render(Change, changes),
        f"{folder}/{NOTES}": notes.encode(),
    }


def sums_path(version: str) -> str:
    """Where the repository keeps the sums of the files of a release."""
    return f"{FOLDER}/{version}/{SUMS}"


def record_text(record: ReadRelease) -> str:
    """release.yaml."""
    lines = [
        f"version: {as_scalar(record.version)}",
        f"date: {record.date.isoformat()}",
        f"moment: {record.moment}",
        f"previous: {'null' if record.previous is None else as_scalar(record.previous)}",
        f"level: {record.level}",
        *_mapping("made_with", {name: as_scalar(version) for name, version in record.made_with.items()}),
        *_mapping("bounds", {name: f"{bound:f}" for name, bound in record.bounds.items()}),
        *_mapping("files", {name: as_scalar(digest) for name, digest in record.files.items()}),
    ]
    return _HEAD + "\n".join(lines) + "\n"


def _mapping(name: str, content: Mapping[str, str]) -> list[str]:
    if not content:
        return [f"{name}: {{}}"]
    return [f"{name}:", *(f"  {as_scalar(key)}: {value}" for key, value in sorted(content.items()))]
