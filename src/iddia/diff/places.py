"""Where a version of a package is read from: a folder, or a commit of a git repository."""

import os
import subprocess
from abc import ABC, abstractmethod
from pathlib import Path, PurePosixPath

from iddia.errors import CouldNotRunError

DESCRIPTOR = "datapackage.json"
_OF_ANOTHER_REPOSITORY = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"})
"""What a git hook sets for the repository that it runs in."""


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
            raise CouldNotRunError(f"{self.name}: {path!r} leads out of the package; a path is relative and without ..")
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
            raise CouldNotRunError(f"{self.name}: {path} is a link out of the package")
        try:
            return file.read_bytes()
        except OSError as error:
            raise CouldNotRunError(f"{file} cannot be read: {error.strerror}") from None


class Revision(Version):
    """A commit of the repository around ``folder``, and in it that same folder. Objects are read; nothing is checked out."""

    def __init__(self, revision: str, folder: Path) -> None:
        self.name = revision
        self.folder = folder
        # After --end-of-options a revision cannot be taken for an option; from here on only the commit's hash is passed.
        found = self._git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        if found.returncode:
            raise CouldNotRunError(
                f"{revision} is neither a folder with a {DESCRIPTOR} nor a commit of the repository around {folder.resolve()}"
                f"{_because(found.stderr)}"
            )
        self.commit = found.stdout.decode("ascii").strip()

    def read(self, path: str) -> bytes:
        """A file's bytes."""
        found = self._git("cat-file", "blob", f"{self.commit}:./{self.inside(path)}")
        if found.returncode:
            raise CouldNotRunError(f"{path} does not stand in {self.name} (commit {self.commit[:12]}){_because(found.stderr)}")
        return found.stdout

    def _git(self, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        command = ["git", "-C", str(self.folder.resolve()), "--literal-pathspecs", *arguments]
        around = {name: value for name, value in os.environ.items() if name not in _OF_ANOTHER_REPOSITORY}
        try:
            return subprocess.run(command, capture_output=True, check=False, stdin=subprocess.DEVNULL, env=around)  # noqa: S603 no shell
        except FileNotFoundError:
            raise CouldNotRunError("git is not installed, and only git can read another revision") from None
        except ValueError:
            raise CouldNotRunError(f"{self.name!r} is no revision") from None


def _because(stderr: bytes) -> str:
    reason = stderr.decode("utf-8", "replace").strip().splitlines()
    return f": {reason[0]}" if reason else ""


def version_at(place: str, folder: Path) -> Version:
    """A folder, where there is one of that name with a descriptor, otherwise a revision of the repository around ``folder``."""
    if not place.strip():
        raise CouldNotRunError("an empty name is no revision; HEAD is the last commit")
    path = Path(place)
    if path.name == DESCRIPTOR and path.is_file():
        path = path.parent
    if (path / DESCRIPTOR).is_file():
        return Folder(path)
    if path.is_dir() and place.startswith((".", "/", "~")):
        raise CouldNotRunError(f"there is no {DESCRIPTOR} in {path}")
    return Revision(place, folder)
