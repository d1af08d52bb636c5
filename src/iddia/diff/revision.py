"""A commit of a git repository as a version of the package in it."""

import os
import subprocess
from pathlib import Path

from iddia.diff.version import DESCRIPTOR, Version
from iddia.errors import CouldNotRunError

_OF_ANOTHER_REPOSITORY = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"})
"""What a git hook sets for the repository that it runs in."""


class Revision(Version):
    """A commit of the repository around ``folder``, and in it that same folder. Objects are read; nothing is checked out."""

    def __init__(self, revision: str, folder: Path) -> None:
        self.name = revision
        self.folder = folder
        found = _commit(revision, folder)
        if found.returncode:
            around, because = folder.resolve(), _because(found.stderr)
            raise CouldNotRunError(
                (
                    f"{revision} is neither a folder with a {DESCRIPTOR} nor a commit of the repository around {around}{because}",
                    f"{revision} ne {DESCRIPTOR} içeren bir klasör ne de {around} çevresindeki deponun bir commit'i{because}",
                )
            )
        self.commit = found.stdout.decode("ascii").strip()

    def read(self, path: str) -> bytes:
        """A file's bytes."""
        found = _git(self.folder, "cat-file", "blob", f"{self.commit}:./{self.inside(path)}")
        if found.returncode:
            commit, because = self.commit[:12], _because(found.stderr)
            raise CouldNotRunError(
                (
                    f"{path} does not stand in {self.name} (commit {commit}){because}",
                    f"{self.name} içinde {path} yok (commit {commit}){because}",
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
    found = _git(folder, "log", "-n1", "--diff-filter=A", "--format=%H %P", "--", path)
    commit, *parents = found.stdout.decode("ascii", "replace").split() or [""]
    if not parents and _git(folder, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true":
        return None
    return commit or None


def _commit(revision: str, folder: Path) -> subprocess.CompletedProcess[bytes]:
    # After --end-of-options a revision cannot be taken for an option; from here on only the commit's hash is passed.
    return _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")


def _git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    command = ["git", "-C", str(folder.resolve()), "--literal-pathspecs", *arguments]
    around = {name: value for name, value in os.environ.items() if name not in _OF_ANOTHER_REPOSITORY}
    try:
        return subprocess.run(command, capture_output=True, check=False, stdin=subprocess.DEVNULL, env=around)  # noqa: S603 no shell
    except FileNotFoundError:
        words = (
            "git is not installed, and only git can read another revision",
            "git kurulu değil; başka bir revizyonu yalnız git okuyabilir",
        )
        raise CouldNotRunError(words) from None
    except ValueError:
        raise CouldNotRunError((f"{arguments[-1]!r} is no revision", f"{arguments[-1]!r} bir revizyon değil")) from None


def _because(stderr: bytes) -> str:
    reason = stderr.decode("utf-8", "replace").strip().splitlines()
    return f": {reason[0]}" if reason else ""
