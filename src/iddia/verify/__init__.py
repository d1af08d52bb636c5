"""Whether a release is what was published: its sums, its package, its forms against one another, its history, its signature."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from iddia.errors import CouldNotRunError, Problem
from iddia.verify.verdict import Verdict

__all__ = ["Verdict", "verify"]


def verify(path: Path, *, previous: Path | None = None, key: Path | None = None) -> Verdict:
    """All that is wrong with the release at ``path``; and what was found right, and what could not be looked at.

    ``path`` is a release's folder, its -all.zip, or the zip archive of its data package alone. Files are named by their paths in the
    release; lines and columns count from 1, columns in code points, rows of tables from 1 without the header. ``previous`` is the release
    before: without it, the one that stands beside under its version is taken, if there is such. ``key`` is a minisign public key. Raises
    CouldNotRunError where there is nothing at a path, or what is needed to verify is not installed.
    """
    try:
        from iddia.verify.release import verify_archive, verify_release
    except ImportError as error:
        raise CouldNotRunError(
            (
                f'verifying a release needs {error.name}: pip install "iddia[build]"',
                f'sürüm doğrulaması için {error.name} gerekli: pip install "iddia[build]"',
            )
        ) from error
    if not path.exists():
        raise CouldNotRunError((f"there is no file or folder {path}", f"böyle bir dosya ya da klasör yok: {path}"))
    with _unpacked(path) as (folder, problems):
        if problems:
            return Verdict(problems)
        if folder is None:
            return verify_archive(path, previous)
        return verify_release(folder, path, previous, key)


@contextmanager
def _unpacked(path: Path) -> Iterator[tuple[Path | None, list[Problem]]]:
    """The folder of the release, unpacked for as long as it is looked at; None for the archive of a package alone."""
    if path.is_dir():
        yield path, []
        return
    from iddia.checks.archive import unpack
    from iddia.sums import SUMS
    from iddia.verify.layout import RELEASE

    with tempfile.TemporaryDirectory(prefix="iddia-") as name:
        folder = Path(name)
        problems = unpack(path, folder)
        inside = list(folder.iterdir())
        if len(inside) == 1 and inside[0].is_dir():
            folder = inside[0]
        alone = not (folder / RELEASE).exists() and not path.stem.endswith("-all") and (folder / SUMS).exists()
        yield (None if alone else folder), problems
