"""Cells of unknown origin inside Markdown and HTML: they read as they are and do nothing."""

from iddia.errors import printable

LONGEST_CELL = 400
"""Code points of a cell that are shown."""
_KEPT_BEFORE = 40
_SPECIAL = {ord(letter): f"&#{ord(letter)};" for letter in "&<>\"'|`*_~[]\\!#@:$^={}"}
# GitHub looks for names and numbers in the text that is left when references are decoded: a zero-width space parts them from their mark.
_IN_PROSE = _SPECIAL | {ord(letter): f"&#{ord(letter)};&#8203;" for letter in "@#"}


def prose(text: str) -> str:
    """The text on one line, without mark-up, tags, mentions or references to issues."""
    return _cut(printable(text)).translate(_IN_PROSE)


def code(text: str) -> str:
    """The text on one line as code, in which no mention is looked for."""
    return f"<code>{_cut(printable(text)).translate(_SPECIAL)}</code>"


def parted(before: str, after: str) -> tuple[str, str]:
    """Two long texts without most of what they begin alike, so that the cut leaves what differs."""
    if max(len(before), len(after)) <= LONGEST_CELL:
        return before, after
    differ = (at for at, (one, other) in enumerate(zip(before, after, strict=False)) if one != other)
    alike = next(differ, min(len(before), len(after))) - _KEPT_BEFORE
    return (before, after) if alike <= 0 else (f"…{before[alike:]}", f"…{after[alike:]}")


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_CELL else f"{text[:LONGEST_CELL]}… (+{len(text) - LONGEST_CELL:,})"
