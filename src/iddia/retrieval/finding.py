"""A version, wherever it is: the package itself, a folder of releases, what was fetched before, an address, in this order."""

import os
import warnings
from collections.abc import Iterator
from pathlib import Path

from iddia.errors import CouldNotRunError, UnknownVersionError
from iddia.retrieval.cache import Entry, cache_folder, entries
from iddia.retrieval.download import NotThereError
from iddia.retrieval.local import FOLDER_VARIABLE, Found, local, own
from iddia.retrieval.number import order
from iddia.retrieval.remote import VARIABLE as URL_VARIABLE
from iddia.retrieval.remote import base_of, fetched, listed

Where = str | os.PathLike[str] | None


def place_of(version: str, releases: Where = None, url: str | None = None) -> Path:
    """Where the release of a version lies, after it was fetched if need be.

    Raises UnknownVersionError, with the versions that are known, where it is nowhere; CouldNotRunError where it cannot be fetched,
    has another sum than it should, or what was kept of it is damaged and there is no address to fetch it from anew.
    """
    for found in (*own(), *local(releases)):
        if found.version == version:
            return Path(found.place)
    base = base_of(url)
    if kept := _kept(version, base):
        return kept
    try:
        if base:
            return fetched(base, version)
    except NotThereError as error:
        raise _unknown(version, releases, base, error) from None
    raise _unknown(version, releases, base)


def all_versions(releases: Where = None, url: str | None = None) -> Iterator[Found]:
    """Every version that is known, each place by itself, the newest version first.

    An address that cannot be asked is warned of and left out.
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
        warnings.warn(f"{entry.path} was damaged, and version {version} was fetched anew from {base}", stacklevel=4)
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


def _unknown(version: str, releases: Where, base: str | None, reason: CouldNotRunError | None = None) -> UnknownVersionError:
    """What is said of a version that is nowhere: which there are, and where it may be looked for."""
    with warnings.catch_warnings(action="ignore"):
        known = list(dict.fromkeys(found.version for found in all_versions(releases, base)))
    there = ", ".join(known)
    english = [f"there is no version {version}", f"known are {there}" if known else "none is known", *([str(reason)] if reason else [])]
    turkish = [f"{version} sürümü yok", f"bilinenler: {there}" if known else "bilinen sürüm yok", *([reason.words[1]] if reason else [])]
    if base is None:
        english.append(f"give releases= or {FOLDER_VARIABLE} (a folder of releases), url= or {URL_VARIABLE} (an address of them)")
        turkish.append(f"releases= ya da {FOLDER_VARIABLE} ile bir sürüm klasörü, url= ya da {URL_VARIABLE} ile bir adres verin")
    return UnknownVersionError(("; ".join(english), "; ".join(turkish)))
