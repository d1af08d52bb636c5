"""Whether a regular expression finds what it seeks in a time that grows with the text, whatever the text.

Python's matcher tries every way in which repetitions can share letters among them, and knows no limit of time: ``(a+)+$`` needs
years for forty letters. What can do so is told from the pattern's own parts. Left over are patterns that look at each letter of
a word a few times, and words are short (``markers`` does not look into longer ones).
"""

import re
from collections.abc import Iterator
from importlib import import_module
from math import prod
from typing import Any

from iddia.language import Said

LONGEST = 500
"""Code points of a pattern; a cue has about a hundred."""
MANY = 60
"""From how many times on a repetition counts as without end."""
WAYS = 20_000
"""In how many ways a pattern may be tried at one place."""
_parser: Any = import_module("re._parser")  # there is no public way to the parts of a pattern
_REPEATS = frozenset({"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"})


def slowness(pattern: str) -> Said | None:
    """What in a pattern may take beyond all measure, None when nothing does. Raises re.error for what is no pattern."""
    if len(pattern) > LONGEST:
        return f"longer than {LONGEST} characters", f"{LONGEST} karakterden uzun"
    for (least, most, body), inner in _repetitions(_parser.parse(pattern)):
        if inner:
            return "a repetition or a choice stands within a repetition", "bir yinelemenin içinde yineleme ya da seçenek var"
        if most > MANY and most != least and not _of_letters(body):
            return (
                f"something else than letters is repeated more than {MANY} times: write .{{0,{MANY}}} for .*",
                f"harften başka bir şey {MANY} kezden çok yineleniyor: .* yerine .{{0,{MANY}}} yazın",
            )
    if (ways := _ways(_parser.parse(pattern))) > WAYS:
        return f"it can be tried in {ways} ways at each letter", f"her harfte {ways} yoldan denenebilir"
    return None


def _repetitions(parts: Any) -> Iterator[tuple[tuple[int, int, Any], bool]]:
    """Every repetition of twice or more, and whether another one or a choice is in it."""
    for name, arguments in _named(parts):
        if name in _REPEATS and arguments[1] > 1:
            least, most, body = arguments
            yield (least, most, body), any(_varies(*part) for part in _everything(body))
        for inner in _inside(name, arguments):
            yield from _repetitions(inner)


def _varies(name: str, arguments: Any) -> bool:
    return name == "BRANCH" or (name in _REPEATS and arguments[0] != arguments[1])


def _ways(parts: Any) -> int:
    """In how many ways the repetitions and choices of a pattern can be gone through at one place of a text."""
    ways = 1
    for name, arguments in _named(parts):
        inner = [_ways(one) for one in _inside(name, arguments)]
        ways *= sum(inner) if name == "BRANCH" else prod(inner)
        if name in _REPEATS:
            ways *= min(arguments[1] - arguments[0], MANY) + 1
    return ways


def _everything(parts: Any) -> Iterator[tuple[str, Any]]:
    for name, arguments in _named(parts):
        yield name, arguments
        for inner in _inside(name, arguments):
            yield from _everything(inner)


def _named(parts: Any) -> Iterator[tuple[str, Any]]:
    return ((str(code), arguments) for code, arguments in parts)


def _inside(name: str, arguments: Any) -> list[Any]:
    """The patterns within a part."""
    if name == "BRANCH":
        return list(arguments[1])
    if name in _REPEATS or name == "SUBPATTERN":
        return [arguments[-1]]
    if name in ("ASSERT", "ASSERT_NOT"):
        return [arguments[1]]
    if name == "ATOMIC_GROUP":
        return [arguments]
    if name == "GROUPREF_EXISTS":
        return [inner for inner in arguments[1:] if inner is not None]
    return []


def _of_letters(body: Any) -> bool:
    """Whether what is repeated is letters and digits only: those of a word, which ends."""
    return all(
        (name == "LITERAL" and _is_letter(arguments)) or (name == "IN" and all(_is_of_words(str(code), value) for code, value in arguments))
        for name, arguments in _everything(body)
        if name != "SUBPATTERN"
    )


def _is_of_words(code: str, value: Any) -> bool:
    if code == "RANGE":
        return all(map(_is_letter, value))
    if code == "CATEGORY":
        return str(value) in ("CATEGORY_WORD", "CATEGORY_DIGIT")
    return code == "LITERAL" and _is_letter(value)


def _is_letter(code: int) -> bool:
    return re.fullmatch(r"\w", chr(code)) is not None
