"""Numbers as Turkish print writes them, in digits of either decimal convention and in words.

Whether a dot or a comma is decimal is decided by shape, not by locale, for both occur within one article:
two different marks: the last is decimal ("1.234,5"); one mark repeated, or one mark with just three digits behind it and
a leading group other than 0, groups thousands ("10.000"); any other single mark is decimal ("1,6", "97.4", "0.125").
Directly before a scale any single mark is decimal: "5,576 milyon" is 5.576 million, for nobody prints 5576 million.
"""

import re
from collections.abc import Iterable
from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal
from typing import Literal

from iddia.text.turkish import key

SCALES = {"bin": 10**3, "milyon": 10**6, "milyar": 10**9, "trilyon": 10**12, "katrilyon": 10**15}
_ONES = {"bir": 1, "iki": 2, "üç": 3, "dört": 4, "beş": 5, "altı": 6, "yedi": 7, "sekiz": 8, "dokuz": 9}
_TENS = {"on": 10, "yirmi": 20, "otuz": 30, "kırk": 40, "elli": 50, "altmış": 60, "yetmiş": 70, "seksen": 80, "doksan": 90}
_VALUES = {key(word): value for word, value in (_ONES | _TENS | {"yüz": 100} | SCALES).items()}
_HALF = {"buçuk": Decimal("0.5"), "yarım": Decimal("0.5")}
_HALF_VALUES = {key(word): value for word, value in _HALF.items()}
# Exact for any number a text can print; the default context would round at 28 digits, and give up at a million.
EXACT = Context(prec=100, Emax=MAX_EMAX, Emin=MIN_EMIN)


def _one_of(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


SCALE = f"(?:{_one_of(SCALES)})"
ONE = f"(?:{_one_of(_ONES)})"
WORD = f"(?:{_one_of([*_ONES, *_TENS, 'yüz'])})"
DIGITS = r"(?:\d{1,3}(?:[ \u00a0]\d{3})+(?![.,]?\d)|\d+(?:[.,]\d+)*)"
_IN_WORDS = rf"(?:{WORD}|{SCALE})(?:\s(?:{WORD}|{SCALE}))*(?:\sbuçuk(?:\s{SCALE})*)?"
# Behind a scale more digits may follow only with a smaller scale ("2 milyon 500 bin"); "bir" behind digits is the article.
_BEHIND = rf"\s{SCALE}(?:\s(?:{DIGITS}(?=(?:\sbuçuk)?\s{SCALE})|(?!bir\b){WORD}(?:\s{WORD})*)(?:\sbuçuk)?)?"
NUMERAL = rf"(?:(?:{DIGITS}(?:\sbuçuk)?|yarım(?=\s{SCALE}))(?:{_BEHIND})*|{_IN_WORDS})"
"""A regular expression of one number with its scales, for use with re.IGNORECASE."""

_TOKEN = re.compile(rf"{DIGITS}|[^\W\d]+", re.IGNORECASE)
_ONE_MARK = re.compile(r"\d+[.,]\d+")


def read_numeral(printed: str) -> Decimal:
    """The number that a match of NUMERAL stands for: "1,6 milyar", "2 milyon 500 bin", "iki buçuk", "yüz elli bin"."""
    total = group = Decimal(0)
    empty = True
    tokens = _TOKEN.findall(printed)
    for token, behind in zip(tokens, [*tokens[1:], ""], strict=True):
        word = key(token)
        if token[0].isdigit():
            decimal = _ONE_MARK.fullmatch(token) and _is_scale(behind)
            group = Decimal(token.replace(",", ".")) if decimal else read_digits(token)
        elif word in _HALF_VALUES:
            group = EXACT.add(group, _HALF_VALUES[word])
        elif _is_scale(word):
            total = EXACT.add(total, EXACT.multiply(Decimal(1) if empty else group, Decimal(_VALUES[word])))
            group, empty = Decimal(0), True
            continue
        elif _VALUES[word] == 100:
            group = EXACT.multiply(max(group, Decimal(1)), Decimal(100))
        else:
            group = EXACT.add(group, Decimal(_VALUES[word]))
        empty = False
    return EXACT.add(total, group)


def last_scale(printed: str) -> int:
    """The factor of the scale that ends a numeral, 1 where none does: what "10" in "10-15 milyon" is to be taken by."""
    tokens = _TOKEN.findall(printed)
    return _VALUES[key(tokens[-1])] if tokens and _is_scale(tokens[-1]) else 1


def _is_scale(word: str) -> bool:
    return _VALUES.get(key(word), 0) >= 1000


def read_digits(digits: str) -> Decimal:
    """The number that printed digits stand for, by the shape rule of this module: ``10.000`` is ten thousand, ``1.3`` is 1.3."""
    if digits.startswith("-"):
        return read_digits(digits[1:]).copy_negate()
    digits = re.sub(r"[ \u00a0]", "", digits)
    marks = re.findall(r"[.,]", digits)
    if not marks:
        return Decimal(digits)
    groups = re.split(r"[.,]", digits)
    if len(set(marks)) == 2:
        whole, _, fraction = digits.rpartition(marks[-1])
        return Decimal(re.sub(r"[.,]", "", whole) + "." + fraction)
    grouped = all(len(group) == 3 for group in groups[1:]) and 1 <= len(groups[0]) <= 3 and groups[0].strip("0")
    if grouped or len(marks) > 1:
        return Decimal("".join(groups))
    return Decimal(".".join(groups))


def render_digits(number: Decimal, *, decimal: Literal[",", "."]) -> str:
    """``number``, a finite one, with grouped thousands and the given decimal mark, so that ``read_digits`` gives it back.

    A fraction of just three digits behind at most three gets a 0, or it would look like grouped thousands.
    """
    whole, _, fraction = f"{number.copy_abs():f}".partition(".")
    grouped = f"{int(whole):,}"
    if fraction and len(fraction) == 3 and "," not in grouped and grouped != "0":
        fraction += "0"
    group = "." if decimal == "," else ","
    return "-" * number.is_signed() + grouped.replace(",", group) + (decimal + fraction if fraction else "")
