"""Writing files so that they outlast whatever comes next."""

import os
from pathlib import Path


def write_through(path: Path, content: bytes) -> None:
    """Write a file and see it on the disk, so that no rename can put an empty one in its place."""
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def write_new(path: Path, content: bytes) -> None:
    """The same for a file that is not there yet, readable to all whatever the umask. Raises FileExistsError where it is."""
    path.open("xb").close()
    write_through(path, content)
    path.chmod(0o644)
