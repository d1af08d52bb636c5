"""Releases that lie on this machine: the package itself, folders of releases, and what was fetched before."""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from iddia.errors import CouldNotRunError
from iddia.retrieval.number import is_version, order
from iddia.root import ROOT, project_around

FOLDER_VARIABLE = "IDDIA_RELEASES"
DIST = "dist"
_DESCRIPTOR = "datapackage.json"


@dataclass(frozen=True)
class Found:
    """A version, the kind of place where it was found (own, local, cache, url) and the place: a path, or an address."""

    version: str
    where: str
    place: str


def own() -> Iterator[Found]:
    """The package that iddia was installed with, or the checkout."""
    try:
        version = json.loads((ROOT / _DESCRIPTOR).read_bytes())["version"]
    except (OSError, ValueError, KeyError, TypeError):
        return
    if isinstance(version, str) and is_version(version):
        yield Found(version, "own", str(ROOT))


def named_folder(releases: str | os.PathLike[str]) -> Path:
    """The folder that the caller gave. Raises CouldNotRunError where there is none."""
    folder = Path(releases)
    if not folder.is_dir():
        raise CouldNotRunError(
            (
                f"releases= names no folder: {folder}. Give the folder in which the folders or archives of releases lie",
                f"releases= ile verilen klasör yok: {folder}. Sürümlerin klasörlerini ya da arşivlerini tutan klasörü verin",
            )
        )
    return folder


def local_folders(releases: str | os.PathLike[str] | None) -> list[Path]:
    """Where releases lie: ``releases`` or else the folder that IDDIA_RELEASES names, then dist/ of the project around; each once.

    Raises CouldNotRunError where ``releases`` is missing.
    """
    named = os.environ.get(FOLDER_VARIABLE)
    first = named_folder(releases) if releases is not None else Path(named) if named else None
    try:
        project = project_around(Path.cwd())
    except OSError:  # the working folder is gone
        project = None
    folders = [first, project / DIST if project else None]
    return list({folder.resolve(): folder for folder in reversed(folders) if folder is not None and folder.is_dir()}.values())[::-1]


def local(releases: str | os.PathLike[str] | None) -> Iterator[Found]:
    """The releases of the folders, a folder before an archive, the newest version first."""
    for folder in local_folders(releases):
        yield from in_folder(folder)


def in_folder(folder: Path) -> Iterator[Found]:
    """The releases of one folder, which may not be there."""
    paths = sorted(folder.iterdir()) if folder.is_dir() else []
    found = [(version, path) for path in paths if (version := _version_of(path)) and is_version(version)]
    found.sort(key=lambda one: (one[1].is_dir(), not one[1].stem.endswith("-all")), reverse=True)
    found.sort(key=lambda one: order(one[0]), reverse=True)
    yield from (Found(version, "local", str(path)) for version, path in found)


def _version_of(path: Path) -> str | None:
    """The version of a release's folder or archive, by its name; None for anything else."""
    if path.is_dir():
        return path.name if (path / _DESCRIPTOR).is_file() or (path / f"iddia-{path.name}.zip").is_file() else None
    if path.suffix == ".zip" and path.name.startswith("iddia-"):
        return path.stem.removeprefix("iddia-").removesuffix("-all")
    return None
