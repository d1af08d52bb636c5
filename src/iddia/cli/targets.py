"""What the paths given to `iddia validate` are: parts of a project, or packages."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from iddia.errors import CouldNotRunError, Problem
from iddia.root import is_project, project_around

DESCRIPTOR = "datapackage.json"
_ARCHIVES = (".zip",)


@dataclass
class Targets:
    """Projects, each with the files and folders that are asked about (none: all), and packages."""

    projects: dict[Path, list[str]] = field(default_factory=dict)
    packages: list[Path] = field(default_factory=list)


def targets_of(paths: Sequence[Path], root: Path) -> Targets:
    """Sort the paths; without any, the project or package at ``root``. Raises CouldNotRunError for a path that is neither."""
    targets = Targets()
    for path in paths or [root]:
        if not path.exists():
            raise CouldNotRunError((f"there is no {path}", f"böyle bir dosya ya da klasör yok: {path}"))
        if path.name == DESCRIPTOR or path.suffix.lower() in _ARCHIVES or (_is_package(path) and not is_project(path)):
            targets.packages.append(path)
        elif (project := project_around(path.resolve())) is not None:
            name = path.resolve().relative_to(project).as_posix()
            targets.projects.setdefault(project, []).append(name)
        elif paths:
            raise CouldNotRunError(
                (
                    f"{path} is neither in a project (seeds/ and schema/vocabulary/) nor a data package ({DESCRIPTOR} or .zip)",
                    f"{path} ne bir projede (seeds/ ve schema/vocabulary/) ne de bir veri paketi ({DESCRIPTOR} ya da .zip)",
                )
            )
        else:
            raise CouldNotRunError(
                (
                    f"there is neither a {DESCRIPTOR} nor a project (seeds/ and schema/vocabulary/) in {root}",
                    f"burada ne {DESCRIPTOR} ne de bir proje (seeds/ ve schema/vocabulary/) var: {root}",
                )
            )
    for names in targets.projects.values():
        if "." in names:
            names.clear()
    return targets


def is_asked_about(file: str, names: Sequence[str]) -> bool:
    """Whether a file of a project is one of those asked about, or in one of the folders."""
    return not names or any(file == name or file.startswith(f"{name}/") for name in names)


def seen_from_here(problems: Iterable[Problem], folder: Path, paths: Sequence[Path]) -> list[Problem]:
    """With the names of files as they are called from the working folder, where paths were given and they lie below it."""
    here = Path.cwd()
    if not paths or not folder.resolve().is_relative_to(here) or folder.resolve() == here:
        return list(problems)
    prefix = folder.resolve().relative_to(here).as_posix()
    return [problem.below(prefix) for problem in problems]


def _is_package(path: Path) -> bool:
    return (path / DESCRIPTOR).is_file()
