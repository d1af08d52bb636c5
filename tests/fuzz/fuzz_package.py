"""Arbitrary bytes as a file of a package, or as its zip archive: problems with places inside the file; never an exception.

The first byte of the input says which file the rest stands for. By hand: ``PYTHONPATH=tests python
tests/fuzz/fuzz_package.py [options of libFuzzer]``, or `make fuzz` for a bounded time.
"""

import tempfile
from functools import cache
from pathlib import Path

from harness import check_problems, fuzz
from tiny_package import build_tiny, rehash

from iddia.checks import check_package

SEEDS = "package"
FILES = ("data/claims.csv", "data/evidence.csv", "data/units.csv", "schema/claims.json", "datapackage.json", "package.zip")


@cache
def _package() -> tuple[tempfile.TemporaryDirectory[str], dict[str, bytes]]:
    folder = tempfile.TemporaryDirectory(prefix="iddia-fuzz-")
    root = build_tiny(Path(folder.name) / "package")
    return folder, {name: (root / name).read_bytes() for name in FILES if (root / name).is_file()}


def one_input(data: bytes) -> None:
    """Put ``data`` in place of one file, make the descriptor's sums agree with it, and check the package."""
    folder, good = _package()
    root = Path(folder.name) / "package"
    file = FILES[data[0] % len(FILES)] if data else FILES[0]
    (root / file).write_bytes(data[1:])
    try:
        if file.startswith("data/"):
            rehash(root)
        problems = check_package(root / file if file.endswith(".zip") else root)
        check_problems(root, [] if file.endswith(".zip") else problems)
    finally:
        (root / file).unlink()
        for name, content in good.items():
            (root / name).write_bytes(content)


if __name__ == "__main__":
    fuzz(one_input, SEEDS)
