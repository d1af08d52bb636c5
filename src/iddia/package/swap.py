"""Putting a whole built package in place, or nothing.

Everything is written beside the target and flushed to disk first. data/ is then exchanged in one step of the file system
(renameat2 with RENAME_EXCHANGE on Linux; two renames elsewhere), and the descriptor replaced in another: an
interruption leaves the old folder or the new one, never a mixture, and a descriptor whose hashes tell which. Where
two renames are needed, an interruption between them leaves the old folder aside, and the next build puts it back.
"""

import ctypes
import errno
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from iddia.disk import write_new
from iddia.errors import CouldNotRunError

KEPT = "README.md"
_ASIDE = "old"
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def put_in_place(root: Path, tables: Mapping[str, bytes], descriptor: bytes) -> bool:
    """Make data/ hold just these tables (and its README), and datapackage.json the descriptor. False when they did already.

    Raises CouldNotRunError where one of them is a symbolic link: nothing outside the folder is read or written.
    """
    for name in ("data", f"data/{KEPT}", "datapackage.json"):
        if (root / name).is_symlink():
            raise CouldNotRunError(
                (
                    f"{root / name} is a symbolic link, and a build writes only below its own folder: remove the link",
                    f"{root / name} bir sembolik bağlantı; build yalnızca kendi klasörüne yazar: bağlantıyı silin",
                )
            )
    with alone(root):
        _sweep(root)
        return _put(root, tables, descriptor)


def _put(root: Path, tables: Mapping[str, bytes], descriptor: bytes) -> bool:
    data = root / "data"
    wanted = {f"{name}.csv": content for name, content in tables.items()}
    if _holds(data, wanted) and _bytes_of(root / "datapackage.json") == descriptor:
        return False
    staging = Path(tempfile.mkdtemp(prefix=".iddia-build-", dir=root))
    try:
        fresh = staging / "data"
        fresh.mkdir()
        fresh.chmod(0o755)  # whatever the umask, as for the files in it
        if (data / KEPT).is_file():
            wanted[KEPT] = (data / KEPT).read_bytes()
        for name, content in wanted.items():
            write_new(fresh / name, content)
        write_new(staging / "datapackage.json", descriptor)
        _exchange(fresh, data)
        try:
            (staging / "datapackage.json").replace(root / "datapackage.json")
        except BaseException:
            _undo(staging, data)
            raise
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return True


def _undo(staging: Path, data: Path) -> None:
    """Put the old folder back; it is where the new one was, or aside, or there was none."""
    data.rename(staging / "new")
    for old in (staging / "data", staging / _ASIDE):
        if old.is_dir():
            old.rename(data)


@contextmanager
def alone(root: Path) -> Iterator[None]:
    """Wait for whoever else writes in the same folder, where the system can lock one."""
    try:
        import fcntl
    except ImportError:  # Windows
        yield
        return
    folder = os.open(root, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def _sweep(root: Path) -> None:
    """Remove what builds that were killed left behind; a data/ that one of them had moved aside goes back first."""
    for leftover in root.glob(".iddia-build-*"):
        if leftover.is_symlink():  # no build made it, and what it points to is not ours
            continue
        if (leftover / _ASIDE).is_dir() and not (root / "data").exists():
            (leftover / _ASIDE).rename(root / "data")
        shutil.rmtree(leftover, ignore_errors=True)


def _holds(data: Path, wanted: Mapping[str, bytes]) -> bool:
    present = {path.name for path in data.iterdir()} - {KEPT} if data.is_dir() else set()
    return present == set(wanted) and all(_bytes_of(data / name) == content for name, content in wanted.items())


def _bytes_of(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _exchange(fresh: Path, data: Path) -> None:
    if not data.exists():
        fresh.rename(data)
    elif not _exchange_at_once(fresh, data):
        aside = fresh.with_name(_ASIDE)
        data.rename(aside)
        try:
            fresh.rename(data)
        except OSError:
            aside.rename(data)
            raise


def _exchange_at_once(first: Path, second: Path) -> bool:
    """Swap two folders in one step where the system can."""
    if not sys.platform.startswith("linux"):
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    if not hasattr(libc, "renameat2"):
        return False
    if libc.renameat2(_AT_FDCWD, os.fsencode(first), _AT_FDCWD, os.fsencode(second), _RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP):
        return False
    raise OSError(code, os.strerror(code), str(second))
