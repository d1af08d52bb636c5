"""`iddia validate --fix`: the repairs that cannot change what is meant, shown as a diff."""

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from iddia.cli.options import form_of
from iddia.cli.targets import is_asked_about
from iddia.errors import Problem, ProblemsError, printable
from iddia.language import Language, Said, said

_NONE: Said = ("nothing to repair", "onarılacak bir şey yok")
_MADE: Said = ("repaired: {}", "onarıldı: {}")
_BUILT: Said = ("made anew: {}", "yeniden üretildi: {}")
_TO_BUILD: Said = ("would be made anew: {}", "yeniden üretilecek: {}")


def fix(projects: Mapping[Path, Sequence[str]], options: argparse.Namespace) -> bool:
    """Repair what is asked about of each project, or with --diff show what would be. Whether anything was.

    What was done is said on the error stream, and there stands the diff too where a report for programs follows.
    """
    done = [_fix(root, names, options) for root, names in projects.items()]
    if options.diff and not any(done):
        print(said(_NONE, options.lang), file=sys.stderr)
    return any(done)


def _fix(root: Path, names: Sequence[str], options: argparse.Namespace) -> bool:
    from iddia.repair import diff, repairs, write

    found = [repair for repair in repairs(root, _problems(root)) if is_asked_about(repair.file, names)]
    if found:
        print(diff(found), end="", file=sys.stdout if options.diff or form_of(options) == "text" else sys.stderr)
    if found and not options.diff:
        write(root, found)
        _say(_MADE, options.lang, [repair.file for repair in found])
    return _made_anew(root, names, options.lang, only_show=options.diff) or bool(found)


def _say(words: Said, language: Language, files: Sequence[str]) -> None:
    print(said(words, language).format(printable(", ".join(files))), file=sys.stderr)


def _problems(root: Path) -> list[Problem]:
    from iddia.corpus import read_corpus

    try:
        read_corpus(root)
    except ProblemsError as error:
        return error.problems
    return []


def _made_anew(root: Path, names: Sequence[str], language: Language, *, only_show: bool) -> bool:
    """Build package and schemas where the readings are right and a file asked about is stale; whether anything was."""
    from iddia.package.build import make
    from iddia.package.fresh import stale_files
    from iddia.package.schemas import schema_files
    from iddia.package.swap import put_in_place

    try:
        built = make(root)
    except ProblemsError:
        return False
    stale = [problem.place.file for problem in stale_files(root, built)]
    if not any(is_asked_about(file, names) for file in stale):
        return False
    if not only_show:
        put_in_place(root, built.tables, built.descriptor)
        for path, text in schema_files(root).items():
            if path.relative_to(root).as_posix() in stale:
                path.write_text(text, "utf-8", newline="\n")
    _say(_TO_BUILD if only_show else _BUILT, language, stale)
    return True
