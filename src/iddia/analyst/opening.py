"""What lies at a path: a package, or a release that holds one."""

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from iddia.analyst.checked import held_to_sums
from iddia.analyst.contents import DESCRIPTOR, Archive, Contents, Folder
from iddia.checks.archive import STARTS
from iddia.errors import CouldNotRunError

RELEASE = "release.json"
_ZIP = re.compile(r"iddia-(?P<version>[0-9].*?)(?<!-all)\.zip")


@dataclass(frozen=True)
class Package:
    """A package as it lies there: its files, the name of its descriptor, and the release around it, where there is one."""

    files: Contents
    descriptor: str = DESCRIPTOR
    release: Contents | None = None


@contextmanager
def opened(path: Path, held: Callable[[Contents], AbstractContextManager[Contents]] = held_to_sums) -> Iterator[Package]:
    """The package at ``path``: a folder with a datapackage.json, that file, a zip archive of either, or a release's folder or archive.

    Where SHA256SUMS lies beside what is read, its files are held against it as they are read, unless ``held`` says otherwise. Raises
    CouldNotRunError where there is no package or a file has another sum, ProblemsError for an archive that is not safe to read.
    """
    with ExitStack() as stack:
        if _is_archive(path):
            yield _within(stack.enter_context(held(stack.enter_context(closing(Archive(path, path))))), stack)
        elif path.is_file():
            yield Package(stack.enter_context(held(Folder(path.parent))), path.name)
        else:
            yield _within(stack.enter_context(held(Folder(path))), stack)


def as_they_are(files: Contents) -> AbstractContextManager[Contents]:
    """The files, whatever their sums."""
    return nullcontext(files)


def _within(files: Contents, stack: ExitStack) -> Package:
    """The package in a folder or archive, or in the archive that a release holds, all of which is held against its sum at once."""
    inside = [] if files.holds(DESCRIPTOR) else [name for name in files.names() if _ZIP.fullmatch(name)]
    if len(inside) > 1:
        listed = ", ".join(inside)
        raise CouldNotRunError(
            (
                f"{files.place} holds several packages: {listed}. Name one of them",
                f"{files.place} içinde birkaç paket var: {listed}. Birini verin",
            )
        )
    if not inside:
        return Package(files)
    within = files.source(inside[0])
    archive = stack.enter_context(closing(Archive(files.place / inside[0], within)))
    return Package(archive, release=files)


def version_of(name: str) -> str | None:
    """The version of the package in a file called so; None where it is not called as a release's package is."""
    match = _ZIP.fullmatch(name)
    return match["version"] if match else None


def _is_archive(path: Path) -> bool:
    if path.suffix.lower() == ".zip":
        return not path.is_dir()
    try:
        with path.open("rb") as file:
            return file.read(4) in STARTS
    except OSError:
        return False
