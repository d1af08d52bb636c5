"""YAML as drafts write it: short lines, quotation marks where they are needed, comments that wrap."""

import re
import textwrap
from collections.abc import Iterable, Mapping

from iddia.errors import printable
from iddia.scalars import as_scalar, quoted

WIDTH = 130
"""Code points on a line, where words allow it; a quote of the article stays on one line however long it is."""
_PLAIN = re.compile(r"[^\W\d_](?:[\w.'’()/%+ -]*[\w.'’()/%+-])?")


def worded(text: str) -> str:
    """A text of words as a scalar: plain where YAML allows that inside { } too, in quotation marks otherwise."""
    if as_scalar(text) == text or (_PLAIN.fullmatch(text) and " " in text):
        return text
    return quoted(text)


def flow(parts: Mapping[str, str]) -> str:
    """A mapping on one line, of values that are written out already."""
    return "{" + ", ".join(f"{key}: {value}".rstrip() if value else f"{key}: " for key, value in parts.items()) + "}"


def comment(text: str, indent: int = 0, bullet: str = "") -> list[str]:
    """A comment of as many lines as it needs, the later ones as far in as the words behind the bullet."""
    prefix = " " * indent + "# "
    behind = " " * len(bullet)
    lines = textwrap.wrap(
        bullet + printable(text), WIDTH - len(prefix), subsequent_indent=behind, break_long_words=False, break_on_hyphens=False
    )
    return [prefix + line for line in lines]


def empty(key: str, hint: str, indent: int) -> list[str]:
    """A key that is left to be filled in, and a hint: beside it where there is room, below it otherwise."""
    line = f"{' ' * indent}{key}:"
    beside = f"{line}  # {printable(hint)}"
    if not hint:
        return [line]
    return [beside] if len(beside) <= WIDTH else [line, *comment(hint, indent + 2)]


def either(choices: Iterable[str]) -> str:
    """Choices as a hint lists them."""
    return " | ".join(choices)
