"""What differs between two versions of a package: rows added, removed and changed, cell by cell.

OLD and NEW are folders with a datapackage.json, or revisions of the git repository around the project (a commit, branch or tag);
a revision is read as it was committed, and nothing is checked out. Rows are matched by the primary key, and their order
means nothing. What changed in a schema (columns, types, keys) stands apart. Cells are compared as they stand in the files.

In Markdown, as a pull request's summary shows it, the claims come first, every other table is folded, and what does not
fit into 1 MiB is counted. The exit code is 0 whether or not anything differs.

example:
  iddia diff HEAD
  iddia diff HEAD~1 HEAD --format markdown --lang tr
"""

import argparse
from collections.abc import Callable

from iddia.cli.options import add_format, add_language, add_root, form_of
from iddia.diff import Difference, difference
from iddia.diff.jsonform import json_form
from iddia.diff.markdown import markdown
from iddia.diff.places import version_at
from iddia.diff.reading import read_package
from iddia.diff.text import text
from iddia.language import Language

FORMATS: dict[str, Callable[[Difference, Language], str]] = {"text": text, "json": json_form, "markdown": markdown}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Arguments of this command."""
    parser.add_argument("old", metavar="OLD", help="the version before: a folder or a revision")
    parser.add_argument("new", metavar="NEW", nargs="?", help="the version after (default: the project at --root, as it is now)")
    add_format(parser, FORMATS, "form of what is printed")
    add_language(parser)
    add_root(parser)


def run(options: argparse.Namespace) -> int:
    """Print what differs."""
    write = FORMATS[form_of(options)]
    new = str(options.root) if options.new is None else options.new
    old_package, new_package = (read_package(version_at(place, options.root)) for place in (options.old, new))
    print(write(difference(old_package, new_package), options.lang))
    return 0
