"""Repairs as a unified diff, which `git apply` and `patch -p1` take."""

import difflib
import re
from collections.abc import Iterable, Iterator

from iddia.repair.repairs import Repair

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_NO_NEWLINE = "\n\\ No newline at end of file\n"


def diff(repairs: Iterable[Repair]) -> str:
    """All repairs as one text; lines end with LF alone, a CR before it is part of the line."""
    return "".join(line for repair in repairs for line in _lines(repair))


def _lines(repair: Repair) -> Iterator[str]:
    before, after = _LINE.findall(repair.before), _LINE.findall(repair.after)
    tab = "\t" if " " in repair.file else ""  # tells git where a name with spaces ends
    for line in difflib.unified_diff(before, after, f"a/{repair.file}{tab}", f"b/{repair.file}{tab}"):
        yield line if line.endswith("\n") else line + _NO_NEWLINE
