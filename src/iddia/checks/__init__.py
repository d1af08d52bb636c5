"""Checks of a data package made of iddia's tables: anybody's, of any size, without building it.

Rows are checked by the package's own schemas, which may ask for more than iddia's but not for less, and by the rules of the
ledger. All rows are looked at in whole columns; where a cell stands is worked out only for cells in which something is wrong.
"""

import stat
import tempfile
from pathlib import Path

from iddia.errors import CouldNotRunError, Problem

__all__ = ["check_package"]


def check_package(path: Path) -> list[Problem]:
    """All that is wrong with the package at ``path``, by file, line and column; nothing when it is fine.

    ``path`` is a datapackage.json, a folder that holds one, or a zip archive of one. Files are named by their paths below the
    package's folder; lines and columns count from 1, columns in Unicode code points. Raises ``CouldNotRunError`` where there is
    no such file or what is needed to check is not installed.
    """
    try:
        from iddia.checks.archive import STARTS
        from iddia.checks.package import check_folder
    except ImportError as error:
        raise CouldNotRunError(
            (
                f'checking a package needs {error.name}: pip install "iddia[build]"',
                f'paket denetimi için {error.name} gerekli: pip install "iddia[build]"',
            )
        ) from error
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        raise CouldNotRunError((f"there is no file or folder {path}", f"böyle bir dosya ya da klasör yok: {path}")) from None
    if stat.S_ISDIR(mode):
        return check_folder(path)
    if not stat.S_ISREG(mode):
        raise CouldNotRunError((f"{path} is no file and no folder", f"dosya da klasör de değil: {path}"))
    with path.open("rb") as file:
        start = file.read(4)
    if path.suffix.lower() == ".zip" or start in STARTS:
        return _check_archive(path)
    return check_folder(path.parent, path.name)


def _check_archive(path: Path) -> list[Problem]:
    from iddia.checks.archive import unpack
    from iddia.checks.package import check_folder

    with tempfile.TemporaryDirectory(prefix="iddia-") as folder:
        if problems := unpack(path, Path(folder)):
            return problems
        root = Path(folder)
        inside = list(root.iterdir())
        if len(inside) == 1 and inside[0].is_dir():
            root = inside[0]
        return check_folder(root)
