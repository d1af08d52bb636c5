"""The package of a checkout as it would be published on a day of its own."""

import datetime as dt
from pathlib import Path

from iddia.formats.publication import Publication, package_files
from iddia.model.release import ReadRelease
from iddia.release.files import CHANGELOG, TEXTS, files_of


def publication(root: Path) -> Publication:
    """The first version, 1.0.0, of the package in ``root``."""
    date = dt.date(2026, 11, 22)
    moment = int(dt.datetime(date.year, date.month, date.day, tzinfo=dt.UTC).timestamp())
    texts = {name: (root / name).read_text(encoding="utf-8") for name in (CHANGELOG, *TEXTS)}
    return Publication("1.0.0", date, moment, None, package_files(root), texts)


def release(publication: Publication) -> dict[str, bytes]:
    """All files of the release, by path in its folder."""
    record = ReadRelease(
        version=publication.version, date=publication.date, moment=publication.moment, previous=None, level="first",
        made_with={}, bounds={}, files={},
    )  # fmt: skip
    return files_of(publication, record, None)
