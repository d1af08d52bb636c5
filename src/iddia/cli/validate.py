"""Check articles and their readings, or any data package of these tables; write nothing but what --fix repairs.

PATH is a project's folder, an article's folder or a file of a project, or a datapackage.json, its folder or a zip archive of it;
without one, the project at --root. In a project every article is read and audited, whichever files are asked about, and data/,
datapackage.json and the schemas must be what a build makes of them. A package is checked by its schemas and by the rules
of the ledger: types, closed lists, patterns, keys, foreign keys, sums, spans.

--fix makes the repairs that cannot change what is meant: the article's own typography in quotes, canonical YAML,
the order of keys and entries, data/ and the schemas made anew; with PATH only in the files asked about. It shows
them as a diff, before a report in json, sarif, github or junit on the error stream.

docs/problems.md says what each code means, with an example; --explain CODE says it here.

example:
  iddia validate
  iddia validate --lang tr
  iddia validate --format sarif
  iddia validate --fix
  iddia validate --explain quote-misattributed
"""

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from iddia.cli.options import add_format, add_language, add_root, form_of
from iddia.cli.targets import DESCRIPTOR, Targets, is_asked_about, seen_from_here, targets_of
from iddia.errors import CouldNotRunError, Problem, ProblemsError
from iddia.language import Language, Said, said

FORMATS = ("text", "json", "sarif", "github", "junit")
_ACCOUNTED: Said = (
    "every article is accounted for, and the built files are up to date",
    "her makalenin hesabı verilmiş, üretilen dosyalar güncel",
)
_FRICTIONLESS: Said = ("frictionless finds the package valid", "frictionless paketi geçerli buluyor")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Arguments of this command."""
    parser.add_argument("paths", metavar="PATH", type=Path, nargs="*", help="what to check (default: the project at --root)")
    add_format(parser, FORMATS, "form of the report")
    parser.add_argument("--fix", action="store_true", help="make the safe repairs and show them as a diff, then check")
    parser.add_argument("--diff", action="store_true", help="with --fix: only show the repairs; exit code 1 if there are any")
    parser.add_argument("--frictionless", action="store_true", help="also have frictionless judge the package")
    parser.add_argument("--explain", metavar="CODE", help="only say what a code of a report means and how it is mended")
    add_language(parser)
    add_root(parser)


def run(options: argparse.Namespace) -> int:
    """Check and print the report: exit code 1 when there is something to mend, which a warning is not."""
    if options.explain:
        from iddia.cli.explaining import explanation

        print(explanation(options.explain, options.lang, as_json=options.json))
        return 0
    form = form_of(options)
    targets = targets_of(options.paths, options.root)
    if options.diff or options.fix:
        from iddia.cli.fixing import fix

        repaired = fix(targets.projects, options)
        if options.diff:
            return int(repaired)
    return _report(targets, options, form)


def _report(targets: Targets, options: argparse.Namespace, form: str) -> int:
    from iddia.report import FORMATS as WRITERS
    from iddia.report import Report

    problems: list[Problem] = []
    checked: list[Said] = []
    for root, names in targets.projects.items():
        found = _in_project(root, frictionless=options.frictionless)
        asked = [problem for problem in found if is_asked_about(problem.place.file, names)]
        problems += seen_from_here(asked, root, options.paths)
        if len(found) > len(asked):
            _mention(len(found) - len(asked), options.lang)
        elif not _wrong(found):
            checked += [_ACCOUNTED, *[_FRICTIONLESS] * options.frictionless]
    for path in targets.packages:
        found = _in_package(path, frictionless=options.frictionless)
        problems += seen_from_here(found, path if path.is_dir() else path.parent, options.paths)
        if not found:
            checked += [(f"{path} is valid", f"{path} geçerli"), *[_FRICTIONLESS] * options.frictionless]
    print(WRITERS[form](Report(problems, options.lang, checked)))
    return int(bool(_wrong(problems)))


def _wrong(problems: Iterable[Problem]) -> list[Problem]:
    """Those that are no mere warnings."""
    return [problem for problem in problems if not problem.is_warning]


def _in_project(root: Path, *, frictionless: bool) -> list[Problem]:
    from iddia.package.build import make
    from iddia.package.fresh import stale_files

    try:
        built = make(root)
    except ProblemsError as error:
        return error.problems
    problems = list(stale_files(root, built)) or (_judged(root) if frictionless else [])
    return [*problems, *built.warnings]


def _in_package(path: Path, *, frictionless: bool) -> list[Problem]:
    from iddia.checks import check_package

    if frictionless and path.is_file() and path.name != DESCRIPTOR:
        raise CouldNotRunError(f"frictionless judges folders: unpack {path} and name the folder")
    problems = check_package(path)
    return problems or (_judged(path if path.is_dir() else path.parent) if frictionless else [])


def _judged(root: Path) -> list[Problem]:
    from iddia.package.judge import judge

    try:
        judge(root)
    except ProblemsError as error:
        return error.problems
    return []


def _mention(count: int, language: Language) -> None:
    words = (f"{count} more in files that were not asked about", f"sorulmayan dosyalarda {count} sorun daha var")
    print(said(words, language), file=sys.stderr)
