"""Where a version of a package is found: a folder, an archive, a release, or a commit of a git repository."""

import re
from pathlib import Path

from iddia.checks.archive import STARTS
from iddia.diff.archive import Archive, packages_in
from iddia.diff.revision import Revision, commit_that_added, has_revision
from iddia.diff.version import DESCRIPTOR, Folder, Version
from iddia.errors import CouldNotRunError

__all__ = ["DESCRIPTOR", "Version", "released", "version_at"]
_NUMBER = re.compile(r"\d+\.\d+\.\d+", re.ASCII)


def version_at(place: str, folder: Path) -> Version:
    """The package at ``place``.

    That is a path if there is one with a package, else a released version of the project at ``folder``, else a revision of the
    repository around it. Raises CouldNotRunError where it is none of these.
    """
    if not place.strip():
        raise CouldNotRunError(("an empty name is no revision; HEAD is the last commit", "boş ad revizyon değildir; son commit HEAD'dir"))
    found = _at_path(Path(place))
    if found is not None:
        return found
    if Path(place).is_dir() and place.startswith((".", "/", "~")):
        raise CouldNotRunError((f"there is no {DESCRIPTOR} in {place}", f"{place} içinde {DESCRIPTOR} yok"))
    if _NUMBER.fullmatch(place) is None or (not (found := _release(place, folder)) and has_revision(place, folder)):
        return Revision(place, folder)
    return found or released(place, folder)


def released(version: str, root: Path) -> Version:
    """The package of a released version of the project at ``root``.

    It is looked for in dist/<version>/, at the tag v<version>, and at the commit that added releases/<version>/release.yaml, in this
    order. Raises CouldNotRunError where it is in none of them, and where what is in dist/<version>/ cannot be read. Whether it is
    what was released, the digests in release.yaml tell; that is the caller's to compare.
    """
    found = _release(version, root)
    if found is None:
        places = f"{Path('dist') / version}, v{version}, releases/{version}/release.yaml"
        raise CouldNotRunError(
            (
                f"{version} is not found below {root} ({places}); git fetch --tags --unshallow brings what a shallow copy leaves out",
                f"{version} sürümü {root} altında yok ({places}); sığ bir kopyada eksik kalanları git fetch --tags --unshallow getirir",
            )
        )
    return found


def _release(version: str, root: Path) -> Version | None:
    if _NUMBER.fullmatch(version) is None:
        return None
    if (found := _at_path(root / "dist" / version)) is not None:
        return found
    if has_revision(f"refs/tags/v{version}", root):
        return Revision(f"refs/tags/v{version}", root)
    commit = commit_that_added(f"releases/{version}/release.yaml", root)
    return Revision(commit, root) if commit else None


def _at_path(path: Path) -> Version | None:
    """A datapackage.json, a folder with one, a zip archive, or the folder of a release; None where the path is none of these."""
    if path.name == DESCRIPTOR and path.is_file():
        path = path.parent
    if (path / DESCRIPTOR).is_file():
        return Folder(path)
    if path.is_file() and _is_zip(path):
        return Archive(path)
    archives = packages_in(path) if path.is_dir() else []
    if len(archives) > 1:
        names = ", ".join(archive.name for archive in archives)
        raise CouldNotRunError(
            (f"{path} holds several packages: {names}; name one", f"{path} içinde birden çok paket var: {names}; birini anın")
        )
    return Archive(archives[0]) if archives else None


def _is_zip(path: Path) -> bool:
    if path.suffix.lower() == ".zip":
        return True
    with path.open("rb") as file:
        return file.read(4) in STARTS
