"""The files that may be repaired: authored YAML below seeds/ and schema/vocabulary/, no link, nothing hidden."""

import os
from collections.abc import Iterator
from pathlib import Path

from iddia.errors import Problem
from iddia.yamlfile import read_text

_FOLDERS = ("seeds", "schema/vocabulary")


def authored(root: Path) -> Iterator[tuple[str, str]]:
    """Name, from the project's root, and text of each authored YAML file that can be read, in the order of names."""
    for name in authored_names(root):
        problems: list[Problem] = []
        if (text := read_text(root / name, name, problems)) is not None:
            yield name, text


def authored_names(root: Path) -> list[str]:
    """The names of those files, and of those that cannot be read."""
    found = []
    for start in _FOLDERS:
        if any((root / part).is_symlink() for part in (start, start.partition("/")[0])):
            continue
        for folder, folders, files in os.walk(root / start):
            folders[:] = [one for one in folders if _is_plain(Path(folder) / one)]
            paths = [Path(folder) / one for one in files]
            found += [path.relative_to(root).as_posix() for path in paths if path.suffix == ".yaml" and _is_plain(path) and path.is_file()]
    return sorted(found)


def _is_plain(path: Path) -> bool:
    """Whether the path is no link, is not hidden, and has a name that a diff can show as it is."""
    return not path.name.startswith(".") and path.name.isprintable() and not set(path.name) & set('"\\') and not path.is_symlink()
