"""What was fetched is kept, one archive a version, under a name that holds the sum of its bytes.

An archive is written under a temporary name beside its place, and given its own name in one step of the file system when its sum is the
one asked for: no process ever sees a part of one, and several that fetch the same version at once end with the same file.
"""

import os
import re
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from iddia.errors import CouldNotRunError
from iddia.retrieval.number import is_version
from iddia.sums import sha256_of

VARIABLE = "IDDIA_CACHE"
_ENTRY = re.compile(r"iddia-(?P<version>.+)\.sha256-(?P<sha256>[0-9a-f]{64})\.zip")


@dataclass(frozen=True)
class Entry:
    """An archive that is kept: its version, and the sum that its bytes had."""

    path: Path
    version: str
    sha256: str

    def is_whole(self) -> bool:
        """Whether the bytes still have their sum."""
        try:
            return sha256_of(self.path) == self.sha256
        except OSError:
            return False


def cache_folder() -> Path:
    """The folder that IDDIA_CACHE names, or else the one for such files on this system. Raises CouldNotRunError where there is no home."""
    if named := os.environ.get(VARIABLE):
        return Path(named)
    try:
        home = Path.home()
    except RuntimeError:
        raise CouldNotRunError(
            (
                f"this user has no home folder: set {VARIABLE} to a folder for fetched files",
                f"bu kullanıcının ev klasörü yok: {VARIABLE} ile bir klasör verin",
            )
        ) from None
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "iddia" / "Cache"
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "iddia"
    chosen = Path(os.environ.get("XDG_CACHE_HOME", ""))
    return (chosen if chosen.is_absolute() else home / ".cache") / "iddia"


def entries() -> Iterator[Entry]:
    """All archives that are kept, whole or not."""
    folder = cache_folder()
    for path in sorted(folder.glob("iddia-*.zip")) if folder.is_dir() else ():
        match = _ENTRY.fullmatch(path.name)
        if match and is_version(match["version"]):
            yield Entry(path, match["version"], match["sha256"])


def keep(version: str, sha256: str, write: Callable[[BinaryIO], str]) -> Path:
    """The archive's path, once ``write`` has written it and told its sum.

    Raises CouldNotRunError where the sum is another or the folder cannot be written to; nothing is kept then.
    """
    folder = cache_folder()
    target = folder / f"iddia-{version}.sha256-{sha256}.zip"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".fetching-", suffix=".part", dir=folder)
    except OSError as error:
        raise _unwritable(folder, error) from None
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as out:
            got = write(out)
            out.flush()
            os.fsync(out.fileno())
        if got != sha256:
            raise _another_sum(version, sha256, got)
        _rename(part, target, sha256)
    except OSError as error:
        raise _unwritable(folder, error) from None
    finally:
        part.unlink(missing_ok=True)
    return target


def _rename(part: Path, target: Path, sha256: str) -> None:
    part.chmod(0o644)
    try:
        part.replace(target)
    except PermissionError:  # Windows, while another process reads the archive that it kept a moment ago
        if not target.is_file() or sha256_of(target) != sha256:
            raise


def _unwritable(folder: Path, error: OSError) -> CouldNotRunError:
    why = error.strerror or str(error)
    return CouldNotRunError(
        (
            f"{folder} cannot hold what is fetched ({why}): set {VARIABLE} to a folder that can",
            f"indirilenler {folder} klasöründe tutulamıyor ({why}): {VARIABLE} ile başka bir klasör verin",
        )
    )


def _another_sum(version: str, expected: str, got: str) -> CouldNotRunError:
    english = f"iddia-{version}.zip is not what SHA256SUMS says, and was not kept: its SHA-256 is {got}, expected {expected}; "
    turkish = f"iddia-{version}.zip SHA256SUMS ile uyuşmuyor, saklanmadı: SHA-256 değeri {got}, beklenen {expected}; "
    mend = ("try again, and tell who publishes it if it stays", "yeniden deneyin, sürerse yayımlayana bildirin")
    return CouldNotRunError((english + mend[0], turkish + mend[1]))
