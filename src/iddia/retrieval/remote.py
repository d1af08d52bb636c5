"""Releases at an address: <base>/<version>/ with SHA256SUMS and the archive, and <base>/versions.json where the base lists them."""

import io
import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from iddia.checks.archive import LARGEST
from iddia.errors import CouldNotRunError
from iddia.retrieval.cache import keep
from iddia.retrieval.download import NotThereError, fetch
from iddia.retrieval.local import Found
from iddia.retrieval.number import is_version
from iddia.sums import SUMS, read_sums

VARIABLE = "IDDIA_URL"
_PLACE = "{version}"
_TEXT = 4_000_000
"""Bytes that a list of sums or versions may have."""


def base_of(url: str | None) -> str | None:
    """The address given, or else the one that IDDIA_URL names; none is built in."""
    return url or os.environ.get(VARIABLE) or None


def address_of(base: str, version: str) -> str:
    """The address of a version's folder, ended by a slash: {version} in the base is replaced, or the version follows it."""
    folder = base.replace(_PLACE, version) if _PLACE in base else f"{base.rstrip('/')}/{version}"
    return f"{folder.rstrip('/')}/"


def listed(base: str) -> Iterator[Found]:
    """The versions that the base lists. Nothing where it lists none. Raises CouldNotRunError where it cannot be asked."""
    top = base.partition(_PLACE)[0].rpartition("/")[0] if _PLACE in base else base.rstrip("/")
    address = f"{top}/versions.json"
    try:
        content = json.loads(_read(address))
        versions = [entry["version"] for entry in content["versions"]]
    except NotThereError:
        return
    except (ValueError, LookupError, TypeError, RecursionError):
        raise CouldNotRunError(
            (
                f'{address} is no list of versions ({{"versions": [{{"version": ...}}]}})',
                f'{address} bir sürüm listesi değil ({{"versions": [{{"version": ...}}]}})',
            )
        ) from None
    for version in versions:
        if isinstance(version, str) and is_version(version):
            yield Found(version, "url", address_of(base, version))


def sums_at(base: str, version: str) -> dict[str, str]:
    """The sums of a version's files by name, as the base tells them now. Raises as ``fetched`` does."""
    return {one.file: one.sha256 for one in read_sums(_read(f"{address_of(base, version)}{SUMS}"))}


def sum_of_archive(sums: Mapping[str, str], base: str, version: str) -> str:
    """The sum of the version's archive. Raises CouldNotRunError where none is told."""
    archive, folder = archive_of(version), address_of(base, version)
    if not (expected := sums.get(archive)):
        raise CouldNotRunError((f"{folder}{SUMS} has no sum for {archive}", f"{folder}{SUMS} içinde {archive} için özet yok"))
    return expected


def fetched(base: str, version: str, sums: Mapping[str, str] | None = None) -> Path:
    """The archive of a version, fetched and kept; ``sums`` are those of its files, where they are known already.

    The sums come first, and the archive is kept only when it has its own. Raises NotThereError where the base has no such
    version, CouldNotRunError where it cannot be fetched or has another sum.
    """
    expected = sum_of_archive(sums_at(base, version) if sums is None else sums, base, version)

    def write(out: BinaryIO) -> str:
        return fetch(f"{address_of(base, version)}{archive_of(version)}", LARGEST, out)

    return keep(version, expected, write)


def archive_of(version: str) -> str:
    """What the archive of a version's package is called."""
    return f"iddia-{version}.zip"


def _read(address: str) -> bytes:
    out = io.BytesIO()
    fetch(address, _TEXT, out)
    return out.getvalue()
