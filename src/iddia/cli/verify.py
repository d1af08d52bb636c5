"""Whether a release is what was published: every file, every table in every form, the whole history.

PATH is a release's folder (dist/<version>), its -all.zip, or the zip archive of its data package; without it, the newest release in
dist/. Checked are the sums of all files; the package by its schemas, hashes and references; that CSV, Parquet and SQLite say the
same, cell by cell; that the other forms, made anew from the package, have the same bytes, where this version of iddia made them; that
versions, days and counts agree; and that no claim was lost, changed unseen or given a used id, against the release before where it
stands beside. What could not be checked is said. A damaged or tampered file is named, with row and column where it is a table.

example:
  iddia verify
  iddia verify dist/1.0.0
  iddia verify dist/1.0.0 --lang tr
  iddia verify dist/1.0.0 --format json
"""

import argparse
from pathlib import Path

from iddia.cli.options import add_format, add_language, add_root, form_of
from iddia.cli.targets import seen_from_here
from iddia.errors import CouldNotRunError

_FORMATS = ("text", "json", "sarif", "github", "junit")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Arguments of this command."""
    parser.add_argument(
        "path", metavar="PATH", type=Path, nargs="?", help="the release (default: the newest in dist/ of the project at --root)"
    )
    parser.add_argument("--previous", metavar="PATH", type=Path, help="the release before (default: the one that stands beside)")
    parser.add_argument("--key", metavar="FILE", type=Path, help="minisign public key by which SHA256SUMS is signed")
    add_format(parser, _FORMATS, "form of the report")
    add_language(parser)
    add_root(parser)


def run(options: argparse.Namespace) -> int:
    """Verify and print the report: exit code 1 when something is wrong."""
    from iddia.report import FORMATS, Report
    from iddia.verify import verify

    form = form_of(options)
    path = _newest(options.root) if options.path is None else _placed(options.path, options.root)
    verdict = verify(path, previous=options.previous, key=options.key)
    problems = seen_from_here(verdict.problems, path if path.is_dir() else path.parent, [path])
    print(FORMATS[form](Report(problems, options.lang, verdict.checked, verdict.unchecked)))
    return int(bool(problems))


def _placed(path: Path, root: Path) -> Path:
    """A relative path from the working folder, or else from the project."""
    return path if path.exists() or not (root / path).exists() else root / path


def _newest(root: Path) -> Path:
    """The newest release below dist/. Raises CouldNotRunError where there is none."""
    from iddia.retrieval.local import in_folder

    for found in in_folder(root / "dist"):
        return Path(found.place)
    raise CouldNotRunError(
        (
            f"there is no release in dist/ of {root}: name one, or make it by `iddia release`",
            f"PATH verilmedi ve dist/ altında sürüm yok: {root}",
        )
    )
