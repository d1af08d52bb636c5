"""Writing repairs: each file at once, and all of them or none."""

import os
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from iddia.errors import CouldNotRunError
from iddia.repair.files import authored_names
from iddia.repair.repairs import Repair


def write(root: Path, repairs: Sequence[Repair]) -> None:
    """Put the repaired files in place, with the modes they have.

    Raises CouldNotRunError, and leaves every file as it was, when one is no longer what was repaired or cannot be written.
    """
    names = set(authored_names(root))
    for repair in repairs:
        _refuse_changed(root, repair, names)
    staged: list[tuple[Repair, Path]] = []
    done: list[Repair] = []
    try:
        staged.extend((repair, _beside(root / repair.file, repair.after)) for repair in repairs)
        for repair, fresh in staged:
            _refuse_changed(root, repair, names)
            fresh.replace(root / repair.file)
            done.append(repair)
    except BaseException as error:
        for repair in done:
            _beside(root / repair.file, repair.before).replace(root / repair.file)
        if isinstance(error, OSError):
            raise CouldNotRunError(
                (
                    f"nothing is repaired, for a file cannot be written: {error.strerror}",
                    f"bir dosya yazılamadığı için hiçbir şey onarılmadı: {error.strerror}",
                )
            ) from None
        raise
    finally:
        for _, fresh in staged:
            fresh.unlink(missing_ok=True)


def _refuse_changed(root: Path, repair: Repair, names: set[str]) -> None:
    path = root / repair.file
    if repair.file not in names or not path.is_file() or path.read_bytes() != repair.before.encode("utf-8"):
        raise CouldNotRunError(
            (
                f"nothing is repaired: {repair.file} has changed meanwhile; run the command again",
                f"hiçbir şey onarılmadı: {repair.file} bu arada değişti; komutu yeniden çalıştırın",
            )
        )


def _beside(path: Path, text: str) -> Path:
    """A hidden file beside ``path`` with this text, on disk, with the mode of ``path``."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    fresh = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
        shutil.copymode(path, fresh)
    except BaseException:
        fresh.unlink()
        raise
    return fresh
