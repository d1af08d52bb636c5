"""SHA256SUMS: the sums of a release's files, as `sha256sum -c` reads them."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

SUMS = "SHA256SUMS"
SIGNATURE = f"{SUMS}.minisig"
_LINE = re.compile(r"(?P<sha256>[0-9a-f]{64}) [ *](?P<file>[^\n]+?)\r?")


@dataclass(frozen=True)
class Sum:
    """A line of the file, from 1: what a file's bytes give. ``sha256`` is empty where the line is none, and ``file`` is the line then."""

    line: int
    file: str
    sha256: str = ""


def read_sums(content: bytes) -> Iterator[Sum]:
    """The lines of a SHA256SUMS, which may end in CR LF too. Bytes that are no UTF-8 are read as such by which no file is called."""
    for number, line in enumerate(content.decode("utf-8", "backslashreplace").removesuffix("\n").split("\n"), 1):
        match = _LINE.fullmatch(line)
        yield Sum(number, match["file"], match["sha256"]) if match else Sum(number, line)


def sha256_of(path: Path) -> str:
    """What the bytes of a file give. Raises OSError where it cannot be read."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def sums_of(files: Mapping[str, bytes]) -> bytes:
    """The file for these files: a line each, in the order of their paths by code point."""
    return "".join(f"{hashlib.sha256(files[path]).hexdigest()}  {path}\n" for path in sorted(files)).encode("utf-8")
