"""`iddia validate --fix`: the repairs that cannot change what is meant, shown as a diff."""

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from iddia.errors import Problem, ProblemsError
from iddia.language import Language, Said, said

_NONE: Said = ("nothing to repair", "onarılacak bir şey yok")
_MADE: Said = ("repaired: {}", "onarıldı: {}")
_BUILT: Said = ("made anew: {}", "yeniden üretildi: {}")
_TO_BUILD: Said = ("would be made anew: {}", "yeniden üretilecek: {}")


def fix(roots: Iterable[Path], options: argparse.Namespace) -> bool:
    """Repair each project, or with --diff show what would be. Says on the error stream what was done; whether anything was."""
    done = [_fix(root, options.lang, only_show=options.diff) for root in roots]
    if options.diff and not any(done):
        print(said(_NONE, options.lang), file=sys.stderr)
    return any(done)


def _fix(root: Path, language: Language, *, only_show: bool) -> bool:
    from iddia.repair import diff, repairs, write

    found = repairs(root, _problems(root))
    if found:
        print(diff(found), end="")
    if found and not only_show:
        write(root, found)
        print(said(_MADE, language).format(", ".join(repair.file for repair in found)), file=sys.stderr)
    return _made_anew(root, language, only_show=only_show) or bool(found)


def _problems(root: Path) -> list[Problem]:
    from iddia.corpus import read_corpus

    try:
        read_corpus(root)
    except ProblemsError as error:
        return error.problems
    return []


def _made_anew(root: Path, language: Language, *, only_show: bool) -> bool:
    """Build the package and the schemas where the readings are right and the files are stale; whether anything was."""
    from iddia.package.build import make
    from iddia.package.fresh import stale_files
    from iddia.package.schemas import schema_files
    from iddia.package.swap import put_in_place

    try:
        built = make(root)
    except ProblemsError:
        return False
    stale = [problem.place.file for problem in stale_files(root, built)]
    if stale and not only_show:
        put_in_place(root, built.tables, built.descriptor)
        for path, text in schema_files(root).items():
            if path.relative_to(root).as_posix() in stale:
                path.write_text(text, "utf-8", newline="\n")
    if stale:
        print(said(_TO_BUILD if only_show else _BUILT, language).format(", ".join(stale)), file=sys.stderr)
    return bool(stale)
