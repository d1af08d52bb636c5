"""Where the files of a package lie: in a folder, or in a zip archive that is read as it is and never unpacked to disk."""

import io
import zipfile
from pathlib import Path
from typing import Protocol

from iddia.checks.archive import BROKEN, listed
from iddia.checks.paths import is_safe
from iddia.errors import CouldNotRunError, ProblemsError
from iddia.root import is_project

DESCRIPTOR = "datapackage.json"


class Contents(Protocol):
    """Files by their paths below a package's folder; ``place`` is what messages call it all."""

    place: Path

    def holds(self, name: str) -> bool:
        """Whether there is such a file."""

    def names(self) -> list[str]:
        """The files that lie at the top."""

    def every(self) -> list[str]:
        """All files, however deep they lie."""

    def source(self, name: str) -> Path | io.BytesIO:
        """What a reader of tables opens. Raises CouldNotRunError where there is no such file or it cannot be read."""

    def read(self, name: str) -> bytes:
        """A file's bytes. Raises CouldNotRunError as ``source`` does."""


class Folder:
    """Files of a folder."""

    def __init__(self, place: Path) -> None:
        self.place = place

    def holds(self, name: str) -> bool:
        """Whether there is such a file."""
        return (self.place / name).is_file()

    def names(self) -> list[str]:
        """The files that lie at the top."""
        return sorted(path.name for path in self.place.iterdir() if path.is_file()) if self.place.is_dir() else []

    def every(self) -> list[str]:
        """All files, however deep they lie."""
        return sorted(path.relative_to(self.place).as_posix() for path in self.place.rglob("*") if path.is_file())

    def source(self, name: str) -> Path:
        """The file's path. Raises CouldNotRunError for a path that may lead out of the folder, and where there is no such file."""
        if not is_safe(name):
            raise leads_out(name, self.place)
        path = self.place / name
        if not path.is_file():
            raise self._lacks(path)
        return path

    def read(self, name: str) -> bytes:
        """A file's bytes. Raises CouldNotRunError as ``source`` does, and where the file cannot be read."""
        path = self.source(name)
        try:
            return path.read_bytes()
        except OSError as error:
            raise unreadable(path, error) from None

    def _lacks(self, path: Path) -> CouldNotRunError:
        """What is said of a file that is not there: in a project it can be made, elsewhere it was lost, or there is no package."""
        english, turkish = f"there is no {path.name} in {path.parent}", f"{path.name} yok: {path.parent}"
        if is_project(self.place):
            maker = "iddia schema" if path.parent.name == "schema" else "iddia build"
            mend = (f": run `{maker}` there, or give another folder", f"; orada `{maker}` çalıştırın ya da başka bir klasör verin")
        elif path.name == DESCRIPTOR:
            mend = (
                ": give the folder or zip archive of a package or of a release",
                "; bir paketin ya da sürümün klasörünü ya da zip arşivini verin",
            )
        else:
            mend = (", and the package names it: fetch the package anew", "; oysa paket onu anıyor: paketi yeniden indirin")
        return CouldNotRunError((english + mend[0], turkish + mend[1]))


class Archive:
    """Files of a zip archive, below the one folder that holds them all where there is such.

    Raises ProblemsError for an archive that is not safe to read (the rules are those of `iddia validate`), CouldNotRunError for none.
    """

    def __init__(self, place: Path, file: Path | io.BytesIO) -> None:
        self.place = place
        try:
            self._opened = zipfile.ZipFile(file)
            problems = listed(place.name, self._opened)
        except BROKEN as error:
            raise unreadable(place, error) from None
        if problems:
            raise ProblemsError(problems)
        names = [entry.filename for entry in self._opened.infolist() if not entry.is_dir()]
        folders = {name.partition("/")[0] for name in names if "/" in name}
        self._below = f"{folders.pop()}/" if len(folders) == 1 and all("/" in name for name in names) else ""
        self._names = {name.removeprefix(self._below) for name in names}

    def holds(self, name: str) -> bool:
        """Whether there is such a file."""
        return name in self._names

    def names(self) -> list[str]:
        """The files that lie at the top."""
        return sorted(name for name in self._names if "/" not in name)

    def every(self) -> list[str]:
        """All files, however deep they lie."""
        return sorted(self._names)

    def source(self, name: str) -> io.BytesIO:
        """The file's bytes, to be read like a file."""
        return io.BytesIO(self.read(name))

    def read(self, name: str) -> bytes:
        """A file's bytes. Raises CouldNotRunError where the archive has no such file, or a damaged one."""
        if name not in self._names:
            raise CouldNotRunError((f"there is no {name} in {self.place}: pack it anew", f"{name} yok: {self.place}; yeniden paketleyin"))
        try:
            return self._opened.read(self._below + name)
        except BROKEN as error:
            raise unreadable(self.place / name, error) from None

    def close(self) -> None:
        """Let go of the archive's file."""
        self._opened.close()


def unreadable(path: Path, error: Exception) -> CouldNotRunError:
    """What is said of a file that cannot be read."""
    why = (error.strerror if isinstance(error, OSError) else None) or str(error) or type(error).__name__
    return CouldNotRunError((f"{path} cannot be read: {why}", f"{path} okunamıyor: {why}"))


def leads_out(name: str, place: Path) -> CouldNotRunError:
    """What is said of a path that may lead out of a package."""
    return CouldNotRunError(
        (
            f"{place}: the path {name[:120]!r} may lead out of the package: name files by their paths below its folder",
            f"{place}: {name[:120]!r} yolu paketin dışına çıkabilir; dosyaları klasörün altındaki yollarıyla anın",
        )
    )
