"""Numbers as Turkish articles print them: digits in both decimal conventions, number words, scales, percent, bounds.

Whether a dot or a comma is decimal is decided by shape, not by locale, for both occur within one article:
two different marks: the last is decimal ("1.234,5"); one mark repeated, or one mark with just three digits behind it and
a leading group other than 0, groups thousands ("10.000"); any other single mark is decimal ("1,6", "97.4", "0.125").
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from iddia.text.sentences import ENUMERATOR
from iddia.text.spans import Span
from iddia.text.turkish import SUFFIX, key

Approximation = Literal["exact", "about", "at_least", "more_than", "at_most", "less_than", "order_of_magnitude"]


@dataclass(frozen=True)
class Quantity:
    """One number of a text. ``span`` covers the number and its scale, not the unit's words.

    ``number`` is None when the words give only bounds ("yüz milyarlarca"); then ``minimum`` is included and
    ``maximum`` is not. ``unit`` is None where no known unit word stands by it.
    """

    span: Span
    number: Decimal | None
    minimum: Decimal | None
    maximum: Decimal | None
    unit: str | None
    approximation: Approximation


_SCALES = {"bin": 10**3, "milyon": 10**6, "milyar": 10**9, "trilyon": 10**12, "katrilyon": 10**15}
_ONES = {"bir": 1, "iki": 2, "üç": 3, "dört": 4, "beş": 5, "altı": 6, "yedi": 7, "sekiz": 8, "dokuz": 9}
_TENS = {"on": 10, "yirmi": 20, "otuz": 30, "kırk": 40, "elli": 50, "altmış": 60, "yetmiş": 70, "seksen": 80, "doksan": 90}
_NUMBER_WORDS = {**_ONES, **_TENS, "yüz": 100, **_SCALES}
_VALUES = {key(word): value for word, value in _NUMBER_WORDS.items()}
# Words that mean something else more often than a number ("one/a", "face", "under", "ate", "ten/front"): they count only
# beside another number word, a scale or a unit.
_AMBIGUOUS = frozenset(map(key, ("bir", "altı", "yedi", "yüz", "on", "bin", "kırk")))

_SCALE_WORD = "|".join(_SCALES)
_DIGITS = (
    r"(?<![\w.,’'-])(?P<percent>%\s?|[Yy]üzde\s)?(?P<digits>\d+(?:[.,]\d+)*)(?![\w-]|[.,]\d)"
    rf"(?:\s(?P<scale>(?:{_SCALE_WORD}))(?P<many>l[ae]rc[ae])?\b)?"
)
_WORD_NUMBER = "|".join(sorted(_NUMBER_WORDS, key=len, reverse=True))
_WORDS = rf"(?<![\w’'-])(?P<yuzde>[Yy]üzde\s)?(?P<words>(?:{_WORD_NUMBER})(?:\s(?:{_WORD_NUMBER}))*)(?P<plural>l[ae]rc[ae])?(?!\w)"
_MORE_THAN_ONE = r"(?<!\w)(?P<several>birden\s(?:fazla|çok))(?!\w)"
_NUMBER = re.compile(f"{_MORE_THAN_ONE}|{_DIGITS}|{_WORDS}", re.IGNORECASE)

_BEFORE: tuple[tuple[re.Pattern[str], Approximation], ...] = (
    (re.compile(r"(?:yaklaşık(?: olarak)?|aşağı yukarı|tahminen|civarı|kabaca|neredeyse)\s$", re.IGNORECASE), "about"),
    (re.compile(r"(?:en az|asgari)\s$", re.IGNORECASE), "at_least"),
    (re.compile(r"(?:en fazla|en çok|azami)\s$", re.IGNORECASE), "at_most"),
)
_AFTER: tuple[tuple[re.Pattern[str], Approximation], ...] = (
    (re.compile(r"^[^.!?;\n]{0,24}?\b(?:üzerinde|üstünde|fazla|aşkın|çok daha fazla)\b", re.IGNORECASE), "more_than"),
    (re.compile(r"^[^.!?;\n]{0,24}?\b(?:altında|aşağısında|az)\b", re.IGNORECASE), "less_than"),
    (re.compile(r"^[^.!?;\n]{0,16}?\b(?:civarında|dolayında|kadar)\b", re.IGNORECASE), "about"),
)
_PERCENT_BEHIND = re.compile(r"\s?%(?!\s?\d)")
# What Turkish hangs on a unit's word, folded: a nominal suffix and the copula ("dolarlık", "dolardı"); "katman" is no "kat".
_UNIT_ENDING = re.compile(f"{SUFFIX.pattern}(?:y?(?:[dt][iu]|m[iu]s|s[ae]|ken))?")
_UNIT_REACH = 3  # words between a number and its unit: "50.000 NVIDIA Hopper GPU"


def quantities(text: str, units: Mapping[str, str]) -> list[Quantity]:
    """Every number of ``text`` that is not part of a name (H20, GPT-4, 910B) and not a list's own numbering.

    ``units`` maps a unit's printed words, in lower case and without suffix, to its id.
    """
    numbering = {offset for m in ENUMERATOR.finditer(text) for offset in range(*m.span())}
    words = {key(word): unit for word, unit in units.items()}
    matches = [m for m in _NUMBER.finditer(text) if numbering.isdisjoint(range(*m.span()))]
    found = []
    for index, match in enumerate(matches):
        limit = matches[index + 1].start() if index + 1 < len(matches) else len(text)
        if (quantity := _quantity(text, match, words, limit)) is not None:
            found.append(quantity)
    return found


def _quantity(text: str, match: re.Match[str], units: Mapping[str, str], limit: int) -> Quantity | None:
    span = Span(*match.span())
    percent = match["percent"] or match["yuzde"] or (match["digits"] and _PERCENT_BEHIND.match(text, span.end))
    unit = "percent" if percent else _unit_after(text, span.end, limit, units)
    if match["several"]:
        return Quantity(span, Decimal(1), Decimal(1), None, unit, "more_than")
    approximation = _approximation(text, span)
    if match["words"]:
        if not _is_number_word(match["words"], unit, match["plural"]):
            return None
        number = _read_words(match["words"])
        many = match["plural"]
    else:
        number = read_digits(match["digits"])
        if match["scale"]:
            number *= _VALUES[key(match["scale"])]
        many = match["many"]
    if many:
        return Quantity(span, None, number, number * 10, unit, "order_of_magnitude")
    minimum = number if approximation in ("at_least", "more_than") else None
    maximum = number if approximation in ("at_most", "less_than") else None
    return Quantity(span, number, minimum, maximum, unit, approximation)


def _is_number_word(words: str, unit: str | None, plural: str | None) -> bool:
    parts = key(words).split()
    if len(parts) > 1 or plural:
        return True
    return parts[0] not in _AMBIGUOUS or (unit is not None and (parts != ["bir"] or unit == "percent"))


def _read_words(words: str) -> Decimal:
    total = hundreds = 0
    for word in key(words).split():
        value = _VALUES[word]
        if value >= 1000:
            total += max(hundreds, 1) * value
            hundreds = 0
        elif value == 100:
            hundreds = max(hundreds, 1) * 100
        else:
            hundreds += value
    return Decimal(total + hundreds)


def _approximation(text: str, span: Span) -> Approximation:
    before, after = text[max(0, span.start - 24) : span.start], text[span.end : span.end + 40]
    for pattern, meaning in _BEFORE:
        if pattern.search(before):
            return meaning
    for pattern, meaning in _AFTER:
        if (match := pattern.search(after)) and not re.search(r"\d|\bise\b|,", match.group()):
            return meaning
    return "exact"


def _unit_after(text: str, end: int, limit: int, units: Mapping[str, str]) -> str | None:
    words = [key(word) for word in re.findall(r"[\w]+", re.split(r"[,.;:!?\n]\s|[()]", text[end:limit])[0])][: _UNIT_REACH + 2]
    for first in range(min(len(words), _UNIT_REACH)):
        for last in range(len(words), first, -1):
            phrase = " ".join(words[first:last])
            for word, unit in units.items():
                if phrase.startswith(word) and last == first + len(word.split()) and _UNIT_ENDING.fullmatch(phrase, len(word)):
                    return unit
    return None


def read_digits(digits: str) -> Decimal:
    """The number that printed digits stand for, by the shape rule of this module: ``10.000`` is ten thousand, ``1.3`` is 1.3."""
    if digits.startswith("-"):
        return read_digits(digits[1:]).copy_negate()
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
