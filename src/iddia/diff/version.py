"""A version of a package as files by path, and a folder that holds one."""

from abc import ABC, abstractmethod
from pathlib import Path, PurePosixPath

from iddia.errors import CouldNotRunError

DESCRIPTOR = "datapackage.json"


class Version(ABC):
    """Files of one version of a package, by their path in it."""

    name: str

    @abstractmethod
    def read(self, path: str) -> bytes:
        """A file's bytes. Raises CouldNotRunError where there is no such file, or where the path leads out of the package."""

    def inside(self, path: str) -> str:
        """The path, if it stays in the package; the rule of Data Package v2: relative, / between its parts, none of them ``..``."""
        parts = PurePosixPath(path).parts
        if not parts or path.startswith(("/", "~")) or ".." in parts or "\\" in path or "\0" in path or ":" in parts[0]:
            raise CouldNotRunError(
                (
                    f"{self.name}: {path!r} leads out of the package; a path is relative and without ..",
                    f"{self.name}: {path!r} paketin dışına çıkıyor; yol göreli olur ve .. içermez",
                )
            )
        return "/".join(parts)


class Folder(Version):
    """A folder with a datapackage.json."""

    def __init__(self, folder: Path) -> None:
        self.name = str(folder)
        self.folder = folder

    def read(self, path: str) -> bytes:
        """A file's bytes."""
        file = self.folder / self.inside(path)
        if not file.resolve().is_relative_to(self.folder.resolve()):
            raise CouldNotRunError((f"{self.name}: {path} is a link out of the package", f"{self.name}: {path} paketin dışına bağlantı"))
        try:
            return file.read_bytes()
        except OSError as error:
            raise CouldNotRunError((f"{file} cannot be read: {error.strerror}", f"{file} okunamıyor: {error.strerror}")) from None
