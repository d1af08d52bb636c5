"""iddia-<version>.zip: the data package as one file that reads without iddia."""

import io
import stat
import time
import zipfile
from collections.abc import Mapping

from iddia import about
from iddia.formats.papers.packageguide import guide
from iddia.formats.publication import Publication
from iddia.sums import SUMS, sums_of

_FIRST_MOMENT = 315_532_800
_LAST_MOMENT = 4_354_819_198
"""The start of 1980 and the end of 2107 in seconds since 1970 (UTC): what the date of an entry can say."""


def archive(publication: Publication, made: Mapping[str, bytes]) -> dict[str, bytes]:
    """The zip of the descriptor, the tables, their schemas and the papers of a package; ``made`` must hold CITATION.cff."""
    entries = dict(publication.files)
    entries["README.md"] = guide(publication).encode("utf-8")
    entries["LICENSE"] = publication.texts["LICENSE-DATA"].encode("utf-8")
    entries["CHANGELOG.md"] = publication.texts["CHANGELOG.md"].encode("utf-8")
    entries["CITATION.cff"] = made["CITATION.cff"]
    entries[SUMS] = sums_of(entries)
    return {f"{about.NAME}-{publication.version}.zip": zipped(entries, publication.moment)}


def zipped(entries: Mapping[str, bytes], moment: int) -> bytes:
    """A zip archive of these paths, the same bytes on any system and any Python.

    ``moment`` are seconds since 1970, told in UTC to each entry, cut to even ones; moments that a zip cannot tell become the nearest
    that it can. Entries are sorted by path, stored and not deflated (zlib's output differs between its builds), and readable to all.
    ValueError where a path does not stay below the folder that it is unpacked to.
    """
    told = time.gmtime(min(max(moment, _FIRST_MOMENT), _LAST_MOMENT))[:6]
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archived:
        for path in sorted(entries):
            if not _stays_below(path):
                raise ValueError(f"{path!r} is no path of an archive: expected names with / between them, none of them empty, . or ..")
            entry = zipfile.ZipInfo(path, told)
            entry.create_system = 3  # Unix; ZipInfo would write the system that it runs on
            entry.external_attr = (stat.S_IFREG | 0o644) << 16
            archived.writestr(entry, entries[path], zipfile.ZIP_STORED)
    return written.getvalue()


def _stays_below(path: str) -> bool:
    return path.isprintable() and not set(path) & {"\\", ":"} and not {"", ".", ".."} & set(path.split("/"))
