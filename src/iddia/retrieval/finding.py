"""A version, wherever it is: the package itself, a folder of releases, what was fetched before, an address, in this order.

A folder or an address that the caller gives is where the version is looked for, and nowhere else.
"""

import os
import warnings
from collections.abc import Iterator
from pathlib import Path

from iddia.errors import CouldNotRunError, UnknownVersionError
from iddia.language import said
from iddia.retrieval.cache import Entry, cache_folder, entries
from iddia.retrieval.download import NotThereError
from iddia.retrieval.local import FOLDER_VARIABLE, Found, in_folder, local, named_folder, own
from iddia.retrieval.number import order
from iddia.retrieval.remote import VARIABLE as URL_VARIABLE
from iddia.retrieval.remote import base_of, fetched, listed, sum_of_archive, sums_at

Where = str | os.PathLike[str] | None


def place_of(version: str, releases: Where = None, url: str | None = None) -> Path:
    """Where the release of a version lies, after it was fetched if need be.

    What is asked for by name is where it is looked for: with ``releases`` that folder alone, with ``url`` that address, with both the
    folder first. Raises UnknownVersionError, with the versions that are known, where it is nowhere; CouldNotRunError where the folder is
    missing, the version cannot be fetched or has another sum than it should, or what was kept of it is damaged and there is no address
    to fetch it from anew.
    """
    url = url or None
    for found in _at_hand(releases, url):
        if found.version == version:
            return Path(found.place)
    try:
        if releases is not None and url is None:
            raise _unknown(version, releases, None)
        if url:
            return _from(url, version)
        return _fetched(version, releases, base_of(None))
    except NotThereError as error:
        raise _unknown(version, releases, base_of(url), error) from None


def _at_hand(releases: Where, url: str | None) -> Iterator[Found]:
    """The releases on this machine among which a version is looked for first."""
    if releases is not None:
        yield from in_folder(named_folder(releases))
    elif not url:
        yield from own()
        yield from local(None)


def _fetched(version: str, releases: Where, base: str | None) -> Path:
    """What was fetched before, or else is fetched now."""
    if kept := _kept(version, base):
        return kept
    if base is None:
        raise _unknown(version, releases, base)
    return fetched(base, version)


def _from(base: str, version: str) -> Path:
    """The version that the address has: what was kept of it counts if it has the sum told there, or if nobody answers there."""
    try:
        sums = sums_at(base, version)
    except NotThereError:
        raise
    except CouldNotRunError as error:
        if not (kept := _kept(version, None)):
            raise
        warnings.warn(f"{error}. Version {version} was fetched before, and is read from {kept}", stacklevel=5)
        return kept
    expected = sum_of_archive(sums, base, version)
    for entry in entries():
        if (entry.version, entry.sha256) == (version, expected):
            if not entry.is_whole():
                warnings.warn(_anew(entry, base), stacklevel=5)
                break
            return entry.path
    return fetched(base, version, sums)


def all_versions(releases: Where = None, url: str | None = None) -> Iterator[Found]:
    """Every version that is known, each place by itself and once, the newest version first.

    An address that cannot be asked is warned of and left out. Raises CouldNotRunError where the folder ``releases`` is missing.
    """
    found = [*own(), *local(releases), *(Found(one.version, "cache", str(one.path)) for one in entries())]
    if base := base_of(url):
        try:
            found += listed(base)
        except CouldNotRunError as error:
            warnings.warn(f"versions of {base} are left out: {error}", stacklevel=3)
    yield from sorted(found, key=lambda one: order(one.version), reverse=True)


def _kept(version: str, base: str | None) -> Path | None:
    """The archive that was fetched before, when its bytes still have their sum; a damaged one is removed when it can be fetched anew."""
    kept = [entry for entry in entries() if entry.version == version]
    if len(kept) > 1:
        names = ", ".join(entry.path.name for entry in kept)
        raise CouldNotRunError(
            (
                f"{cache_folder()} holds different archives of version {version}: {names}. Remove the one that is not meant",
                f"{cache_folder()} içinde {version} sürümünün farklı arşivleri var: {names}. Kastedilmeyeni silin",
            )
        )
    for entry in kept:
        if entry.is_whole():
            return entry.path
        if base is None:
            raise _damaged(entry)
        fresh = fetched(base, version)
        if fresh != entry.path:
            entry.path.unlink(missing_ok=True)
        warnings.warn(_anew(entry, base), stacklevel=6)
        return fresh
    return None


def _damaged(entry: Entry) -> CouldNotRunError:
    english = f"{entry.path} is damaged: its bytes no longer have the SHA-256 in its name. Remove it; "
    turkish = f"{entry.path} bozulmuş: baytları artık adındaki SHA-256 değerini vermiyor. Silin; "
    mend = (
        f"to fetch it anew give url= or set {URL_VARIABLE}",
        f"yeniden indirmek için url= verin ya da {URL_VARIABLE} değişkenini ayarlayın",
    )
    return CouldNotRunError((english + mend[0], turkish + mend[1]))


def _anew(entry: Entry, base: str) -> str:
    return f"{entry.path} was damaged, and version {entry.version} was fetched anew from {base}"


def _unknown(version: str, releases: Where, base: str | None, reason: CouldNotRunError | None = None) -> UnknownVersionError:
    """What is said of a version that is nowhere: which there are, and where it may be looked for."""
    with warnings.catch_warnings(action="ignore"):
        found = in_folder(named_folder(releases)) if releases is not None and base is None else all_versions(releases, base)
        known = list(dict.fromkeys(one.version for one in found))
    there = ", ".join(known)
    among = (f" in {os.fspath(releases)}", f"{os.fspath(releases)} içinde ") if releases is not None and base is None else ("", "")
    english = [f"there is no version {version}{among[0]}", f"known are {there}" if known else "none is known"]
    turkish = [f"{among[1]}{version} sürümü yok", f"bilinenler: {there}" if known else "bilinen sürüm yok"]
    if reason is not None:
        english.append(said(reason.words, "en"))
        turkish.append(said(reason.words, "tr"))
    if base is None and releases is None:
        english.append(f"give releases= or {FOLDER_VARIABLE} (a folder of releases), url= or {URL_VARIABLE} (an address of them)")
        turkish.append(f"releases= ya da {FOLDER_VARIABLE} ile bir sürüm klasörü, url= ya da {URL_VARIABLE} ile bir adres verin")
    return UnknownVersionError(("; ".join(english), "; ".join(turkish)))
