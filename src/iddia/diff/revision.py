"""A commit of a git repository as a version of the package in it."""

import subprocess
from pathlib import Path

from iddia.diff.version import DESCRIPTOR, Version
from iddia.errors import CouldNotRunError
from iddia.git import because, git


class Revision(Version):
    """A commit of the repository around ``folder``, and in it that same folder. Objects are read; nothing is checked out."""

    def __init__(self, revision: str, folder: Path) -> None:
        self.name = revision
        self.folder = folder
        found = _commit(revision, folder)
        if found.returncode:
            around, why = folder.resolve(), because(found.stderr)
            raise CouldNotRunError(
                (
                    f"{revision} is neither a folder with a {DESCRIPTOR} nor a commit of the repository around {around}{why}",
                    f"{revision} ne {DESCRIPTOR} içeren bir klasör ne de {around} çevresindeki deponun bir commit'i{why}",
                )
            )
        self.commit = found.stdout.decode("ascii").strip()

    def read(self, path: str) -> bytes:
        """A file's bytes."""
        found = git(self.folder, "cat-file", "blob", f"{self.commit}:./{self.inside(path)}")
        if found.returncode:
            commit, why = self.commit[:12], because(found.stderr)
            raise CouldNotRunError(
                (
                    f"{path} does not stand in {self.name} (commit {commit}){why}",
                    f"{self.name} içinde {path} yok (commit {commit}){why}",
                )
            )
        return found.stdout


def has_revision(revision: str, folder: Path) -> bool:
    """Whether the repository around ``folder``, if there is one, has the revision."""
    return not _commit(revision, folder).returncode


def commit_that_added(path: str, folder: Path) -> str | None:
    """The last commit up to the current one which added the file, a path from ``folder``; None where none did, as far as can be seen.

    The first commit of a shallow copy seems to add every file, and is not taken for the one.
    """
    found = git(folder, "log", "-n1", "--diff-filter=A", "--format=%H %P", "--", path)
    commit, *parents = found.stdout.decode("ascii", "replace").split() or [""]
    if not parents and git(folder, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true":
        return None
    return commit or None


def _commit(revision: str, folder: Path) -> subprocess.CompletedProcess[bytes]:
    # After --end-of-options a revision cannot be taken for an option; from here on only the commit's hash is passed.
    return git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
