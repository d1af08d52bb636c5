"""A package in a zip archive, read where it lies: nothing is unpacked, and an archive that is unsafe to unpack is not read."""

import fnmatch
import io
import zipfile
from pathlib import Path

from iddia.checks.archive import BROKEN, listed
from iddia.diff.version import DESCRIPTOR, Version
from iddia.errors import CouldNotRunError
from iddia.language import Said, said

PACKAGES = "iddia-*.zip"
"""What the archive of the data package is called in a release."""
EVERYTHING = "iddia-*-all.zip"
"""What the archive of a whole release is called, which is no package itself but holds one."""


class Archive(Version):
    """A zip archive of a package: at its top, in its only folder, or in the one archive of a package that a whole release holds."""

    def __init__(self, archive: Path) -> None:
        self.name = str(archive)
        self._content: Path | io.BytesIO = archive
        below = self._below()
        inner = self._inner()
        if f"{below}{DESCRIPTOR}" not in self._names and inner is not None:
            self._content, self.name = io.BytesIO(self._bytes(inner)), f"{archive}/{inner}"
            below = self._below()
        if f"{below}{DESCRIPTOR}" not in self._names:
            raise CouldNotRunError((f"there is no {DESCRIPTOR} in {self.name}", f"{self.name} içinde {DESCRIPTOR} yok"))
        self._folder = below

    def read(self, path: str) -> bytes:
        """A file's bytes."""
        name = f"{self._folder}{self.inside(path)}"
        if name not in self._names:
            raise self._error((f"{path} does not stand in the archive", f"{path} arşivde yok"))
        return self._bytes(name)

    def _below(self) -> str:
        """The folder in which everything is, with a / behind it, if it is the only one; the names of all files are read."""
        try:
            with zipfile.ZipFile(self._content) as opened:
                problems = listed(Path(self.name).name, opened)
                self._names = frozenset(entry.filename for entry in opened.infolist() if not entry.is_dir())
        except BROKEN as error:
            raise self._broken(error) from None
        if problems:
            told = [tuple(f"{said(one.message, lang)}: {said(one.got or '', lang)}" for lang in ("en", "tr")) for one in problems]
            english, turkish = ("; ".join(words) for words in zip(*told, strict=True))
            raise self._error((english, turkish))
        tops = {name.partition("/")[0] for name in self._names}
        (top,) = tops if len(tops) == 1 else ("",)
        return f"{top}/" if top and top not in self._names else ""

    def _inner(self) -> str | None:
        """The only archive of a package among the files."""
        found = [name for name in self._names if is_of_package(name.rpartition("/")[2])]
        return found[0] if len(found) == 1 else None

    def _bytes(self, name: str) -> bytes:
        try:
            with zipfile.ZipFile(self._content) as opened:
                return opened.read(name)
        except BROKEN as error:
            raise self._broken(error) from None

    def _broken(self, error: Exception) -> CouldNotRunError:
        reason = ((error.strerror if isinstance(error, OSError) else None) or str(error))[:90]
        return self._error((f"the archive cannot be read: {reason}", f"arşiv okunamıyor: {reason}"))

    def _error(self, words: Said) -> CouldNotRunError:
        return CouldNotRunError((f"{self.name}: {words[0]}", f"{self.name}: {words[1]}"))


def is_of_package(name: str) -> bool:
    """Whether the archive of a package is called so in a release."""
    return fnmatch.fnmatchcase(name, PACKAGES) and not fnmatch.fnmatchcase(name, EVERYTHING)


def packages_in(folder: Path) -> list[Path]:
    """The archives of a package that lie in the folder."""
    return sorted(path for path in folder.glob(PACKAGES) if is_of_package(path.name) and path.is_file())
