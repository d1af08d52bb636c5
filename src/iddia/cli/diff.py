"""What differs between two versions of a package: which claims, which units, and rows added, removed and changed, cell by cell.

OLD and NEW are folders with a datapackage.json, zip archives of a package or of a whole release, released versions (1.0.0: below
dist/, or as git has them), or revisions of the git repository around the project (a commit, branch or tag). Archives and revisions
are read as they are; nothing is unpacked or checked out. Rows are matched by the primary key, and their order means nothing.
Cells are compared as they stand in the files.

Numbers that now count something else come first, then the claims that were added, retracted, corrected, re-attributed or re-graded,
then what else differs, schemas apart. In Markdown, as a pull request's summary shows it, what does not fit into 1 MiB is counted;
HTML is one page by itself; CSV has a row for each cell; JSON is complete and follows schema/diff.schema.json. The exit code is 0
whether or not anything differs, unless --exit-code asks for 1.

example:
  iddia diff HEAD
  iddia diff HEAD~1 HEAD --format markdown --lang tr
"""

import argparse
import sys
from collections.abc import Callable

from iddia.cli.options import add_format, add_language, add_root, form_of
from iddia.diff import Difference, difference
from iddia.diff.csvform import csv_form
from iddia.diff.htmlform import html_form
from iddia.diff.jsonform import json_form
from iddia.diff.markdown import markdown
from iddia.diff.places import version_at
from iddia.diff.reading import read_package
from iddia.diff.text import lines, text
from iddia.language import Language

FORMATS: dict[str, Callable[[Difference, Language], str]] = {
    "text": text,
    "json": json_form,
    "markdown": markdown,
    "html": html_form,
    "csv": csv_form,
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Arguments of this command."""
    parser.add_argument("old", metavar="OLD", help="the version before: a folder, an archive, a released version or a revision")
    parser.add_argument("new", metavar="NEW", nargs="?", help="the version after (default: the project at --root, as it is now)")
    add_format(parser, FORMATS, "form of what is printed")
    parser.add_argument("--exit-code", action="store_true", help="exit with 1 where anything differs")
    add_language(parser)
    add_root(parser)


def run(options: argparse.Namespace) -> int:
    """Print what differs."""
    form = form_of(options)
    new = str(options.root) if options.new is None else options.new
    found = difference(*(read_package(version_at(place, options.root)) for place in (options.old, new)))
    if form == "text" and sys.stdout.isatty():
        _print_lines(found, options.lang)
    else:
        print(FORMATS[form](found, options.lang))
    return int(options.exit_code and not found.is_empty)


def _print_lines(found: Difference, language: Language) -> None:
    from rich.text import Text

    from iddia.analyst.terminal import Terminal

    terminal = Terminal()
    for line, style in lines(found, language):
        terminal.print(Text(line, style))
