"""What `iddia.load` was asked for, where it is no version: a path, or something that can be neither."""

import os
import re
import warnings
from pathlib import Path

from iddia.analyst.contents import DESCRIPTOR
from iddia.analyst.opening import version_of
from iddia.errors import CouldNotRunError
from iddia.language import Said
from iddia.retrieval.number import is_version

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
_LIKE_A_VERSION = re.compile(r"[vV]?(?P<numbers>[0-9]+(?:\.[0-9]+)*(?:[-+][0-9A-Za-z.+-]*)?)")
_PACKED = (".zip", ".json", "")
"""How the name of a package's file may end: an archive, or a descriptor."""


def path_of(what: str | os.PathLike[str], releases: str | os.PathLike[str] | None = None, url: str | None = None) -> Path:
    """The path that was asked for. Raises CouldNotRunError where it can be none, with what to give in its place."""
    if not isinstance(what, str | os.PathLike):
        kind = type(what).__name__
        raise CouldNotRunError(
            (
                f'{what!r} ({kind}) is no version and no path: give a version in quotation marks, such as "1.0.0"',
                f'{what!r} ({kind}) ne sürüm ne de yol: sürümü tırnak içinde verin, örneğin "1.0.0"',
            )
        )
    path = Path(what)
    if path.is_dir():
        _check_folder(path)
    elif path.is_file():
        _check_file(path)
    elif isinstance(what, str) and _ADDRESS.match(what):
        raise CouldNotRunError(
            (
                f'{what} is an address: give the version, and the address of its releases as url=, as in iddia.load("1.0.0", url="...")',
                f'{what} bir adres: sürümü verin, sürümlerin adresini url= ile belirtin: iddia.load("1.0.0", url="...")',
            )
        )
    elif not path.exists():
        raise CouldNotRunError(_nothing(os.fspath(what), releases, url))
    return path


def _check_folder(path: Path) -> None:
    """Raise CouldNotRunError for a folder of releases, which is none itself."""
    if (path / DESCRIPTOR).is_file() or any(version_of(one.name) for one in path.iterdir()):
        return
    from iddia.retrieval.local import in_folder

    if versions := list(dict.fromkeys(found.version for found in in_folder(path))):
        there, one = ", ".join(versions), versions[0]
        raise CouldNotRunError(
            (
                f'{path} holds releases ({there}): name one, as in iddia.load("{one}", releases="{path}")',
                f'{path} içinde sürümler var ({there}): birini verin: iddia.load("{one}", releases="{path}")',
            )
        )


def _check_file(path: Path) -> None:
    """Raise CouldNotRunError for a file that is a form of some tables, and no package."""
    if path.suffix.lower() in _PACKED or path.read_bytes()[:2] == b"PK":
        return
    raise CouldNotRunError(
        (
            f"{path} is no package: give the folder of the release, its zip archive or a datapackage.json",
            f"{path} bir paket değil: sürümün klasörünü, zip arşivini ya da bir datapackage.json dosyasını verin",
        )
    )


def _nothing(what: str, releases: str | os.PathLike[str] | None, url: str | None) -> Said:
    """What is said of a text that is no version, and names no file or folder."""
    from iddia.retrieval.finding import all_versions

    with warnings.catch_warnings(action="ignore"):
        known = list(dict.fromkeys(found.version for found in all_versions(releases, url)))
    there = ", ".join(known)
    english = f"{what!r} is no version, and there is no such file or folder; versions known are {there or 'none'}"
    turkish = f"{what!r} bir sürüm değil; böyle bir dosya ya da klasör de yok; bilinen sürümler: {there or 'yok'}"
    match = _LIKE_A_VERSION.fullmatch(what)
    if match and (meant := _meant(match["numbers"])):
        return f'{english}. Did you mean "{meant}"?', f'{turkish}. "{meant}" mi demek istediniz?'
    return f'{english}. Give one of them, such as "1.0.0", or a path', f'{turkish}. Birini ("1.0.0" gibi) ya da bir yol verin'


def _meant(numbers: str) -> str | None:
    """The version that somebody means who leaves out its last numbers."""
    head, sign, rest = re.fullmatch(r"([0-9.]+)([-+]?)(.*)", numbers).groups()  # type: ignore[union-attr]
    padded = f"{head}{'.0' * (2 - head.count('.'))}{sign}{rest}"
    return padded if is_version(padded) else None
