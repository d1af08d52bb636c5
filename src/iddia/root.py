"""Where everything is found."""

from pathlib import Path

_HERE = Path(__file__).resolve().parent

ROOT: Path = _HERE / "_package" if (_HERE / "_package").is_dir() else _HERE.parents[1]
"""The folder that holds datapackage.json, data/, schema/ and builders/: the checkout, or the installed package's copy."""


def is_project(folder: Path) -> bool:
    """Whether articles are read here: a folder with seeds/ and schema/vocabulary/."""
    return (folder / "seeds").is_dir() and (folder / "schema" / "vocabulary").is_dir()


def project_around(path: Path) -> Path | None:
    """The nearest project from ``path`` upward."""
    return next((folder for folder in (path, *path.parents) if is_project(folder)), None)


def working_root() -> Path:
    """The project around the working folder; where there is none, or no working folder any more, what iddia was installed from."""
    try:
        return project_around(Path.cwd()) or ROOT
    except OSError:
        return ROOT
