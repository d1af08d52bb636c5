"""Running git in the repository around a folder, and only there."""

import os
import subprocess
from pathlib import Path

from iddia.errors import CouldNotRunError

_OF_ANOTHER_REPOSITORY = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"})
"""What a git hook sets for the repository that it runs in."""


def git(folder: Path, *arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """What git gave for ``given`` on its input, whatever its exit code, and whatever the user has it say of signatures.

    Raises CouldNotRunError where git is not installed or an argument cannot be passed.
    """
    command = ["git", "-C", str(folder.resolve()), "--literal-pathspecs", "-c", "log.showSignature=false", *arguments]
    around = {name: value for name, value in os.environ.items() if name not in _OF_ANOTHER_REPOSITORY}
    try:
        return subprocess.run(command, capture_output=True, check=False, input=given, env=around)  # noqa: S603 no shell
    except FileNotFoundError:
        words = (
            "git is not installed, and only git can read what was committed",
            "git kurulu değil; işlenmiş (commit) dosyaları yalnız git okuyabilir",
        )
        raise CouldNotRunError(words) from None
    except ValueError:
        raise CouldNotRunError((f"{arguments[-1]!r} is no revision", f"{arguments[-1]!r} bir revizyon değil")) from None


def because(stderr: bytes) -> str:
    """The first line of what git complained of, after a colon; nothing where it was silent."""
    reason = stderr.decode("utf-8", "replace").strip().splitlines()
    return f": {reason[0]}" if reason else ""
