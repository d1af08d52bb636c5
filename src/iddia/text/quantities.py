"""Quantities in running Turkish text: a number or its bounds, its unit, and how the words qualify it.

Fractions in words are not read: "üçte biri" and "yarısı" are no numbers here, and of "dörtte üç" only the three is seen.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from iddia.text.numerals import DIGITS, EXACT, NUMERAL, ONE, SCALE, SCALES, last_scale, read_numeral
from iddia.text.sentences import ENUMERATOR
from iddia.text.spans import Span
from iddia.text.turkish import SUFFIX, key

Approximation = Literal["exact", "about", "at_least", "more_than", "at_most", "less_than", "order_of_magnitude"]


@dataclass(frozen=True)
class Quantity:
    """One number of a text. ``span`` covers the number and its scale, not a suffix behind it ("37 milyar|ı") nor the unit's words.

    ``number`` is None when the words give only bounds: a range ("10-15 milyon") includes both; "yüz milyarlarca" and "birkaç
    milyon" (from twice) run up to, not including, ten times. ``unit`` is None where no known unit word stands by it.
    """

    span: Span
    number: Decimal | None
    minimum: Decimal | None
    maximum: Decimal | None
    unit: str | None
    approximation: Approximation


# Words that mean something else more often than a number ("one/a", "face", "under", "ate", "ten/front"): alone they count only
# beside a unit.
_AMBIGUOUS = frozenset(map(key, ("bir", "altı", "yedi", "yüz", "on", "bin", "kırk")))

_PERCENT = r"(?P<percent>%\s?|yüzde\s)?"
_START = r"(?<![\w.,’'-])"
_SIGN = r"(?P<sign>(?:(?<=\s)|(?<![\s\S]))[-−](?=\d))?"  # a minus stands behind a space or at the start; a hyphen does not
_END = r"(?![\w-]|[.,]\d)"
# What Turkish hangs on a scale or on a unit's word: a nominal suffix and the copula ("milyarı", "dolarlık", "dolardı").
_ENDING = rf"{SUFFIX.pattern}(?:y?(?:[dt][iıuü]|m[iıuü][sş]|s[ae]|ken))?"
_BEHIND_SCALE = "|".join(f"(?<={scale})" for scale in SCALES)
# "5 bina" is five buildings, "5 milyarder" five people; any other word of a scale, read or not, keeps the digits from being read alone.
_SCALE_AHEAD = rf"\s(?:milyon(?!er)|milyar(?!der)|trilyon|katrilyon|bin(?!a)(?:inci|er|{_ENDING})\b)"
_TAIL = rf"(?:(?!{_SCALE_AHEAD}){_END}|(?:{_BEHIND_SCALE})(?!(?<=bin)a)(?={_ENDING}{_END}))"
_DASH = r"[^\S\r\n]?[-–]\s?"  # a dash that begins a line is a bullet
_OWN_SCALE = rf"\s{SCALE}(?={_DASH}{DIGITS}\s{SCALE})"
_RANGE = rf"(?P<low>{DIGITS}(?:{_OWN_SCALE})?|{ONE})(?:{_DASH}|\s(?:ila|ile)\s|\s(?={ONE}\b))(?P<high>{NUMERAL})"
_FEW = rf"(?P<few>birkaç)\s(?P<of>{SCALE})"
_SEVERAL = r"(?P<several>birden\s(?:fazla|çok))"
_SHORT_SCALES = {"K": "bin", "k": "bin", "M": "milyon", "B": "milyar", "T": "trilyon"}
_SHORT = rf"(?P<digits>{DIGITS})(?P<short>(?-i:[{''.join(_SHORT_SCALES)}]))"
_MANY = r"(?P<many>l[ae]rc[ae]|(?=l[ae]r))"  # of "milyonları" the plural is the suffix, and not cut out
_NUMBER = re.compile(
    rf"{_START}{_SIGN}{_PERCENT}(?:(?:{_SEVERAL}|{_SHORT}){_END}|(?:{_FEW}|{_RANGE}|(?P<numeral>{NUMERAL}){_MANY}?){_TAIL})",
    re.IGNORECASE,
)

_BEFORE: tuple[tuple[re.Pattern[str], Approximation], ...] = (
    (re.compile(r"(?:yaklaşık(?: olarak)?|aşağı yukarı|tahminen|civarı|kabaca|neredeyse)\s$", re.IGNORECASE), "about"),
    (re.compile(r"(?:en az|asgari)\s$", re.IGNORECASE), "at_least"),
    (re.compile(r"(?:en fazla|en çok|azami)\s$", re.IGNORECASE), "at_most"),
)
# "2 kat daha fazla" is twice as much; "2 kattan fazla", with the ablative, is more than twice.
_AFTER: tuple[tuple[re.Pattern[str], Approximation], ...] = (
    (
        re.compile(
            r"^[^.!?;\r\n]{0,24}?(?:\b(?:üzerinde|üstünde|aşkın|aş(?:an|mış|tı|ıyor|aca[kğ])\w*)\b"
            r"|[dt][ae]n (?:çok )?(?:daha )?(?:fazla|çok)\b)",
            re.IGNORECASE,
        ),
        "more_than",
    ),
    (re.compile(r"^[^.!?;\r\n]{0,24}?(?:\b(?:altında|aşağısında)\b|[dt][ae]n (?:çok )?(?:daha )?az\b)", re.IGNORECASE), "less_than"),
    (re.compile(r"^[^.!?;\r\n]{0,16}?[ae] kadar\b", re.IGNORECASE), "at_most"),
    (re.compile(r"^[^.!?;\r\n]{0,16}?\b(?:civarında|dolayında|kadar)\b", re.IGNORECASE), "about"),
)
# "100 milyon doları geçen"; but "5 milyonu geçen yıl" is last year, and "3 modeli geçti", without a unit, overtook three of them.
_PASSING = re.compile(
    r"^(?P<gap>['’]?\w*(?:\s[\w'’]+){0,2})(?<=[ıiuü])\sgeç"
    r"(?:en(?!\s(?:yıl|sene|ay|hafta|gün|çeyrek|dönem))|ti|miş|iyor|ece[kğ])\w*\b",
    re.IGNORECASE,
)
_PERCENT_BEHIND = re.compile(r"\s?%(?!\s?\d)")
_HANGING = re.compile(r"['’]?\w*")
_UNIT_ENDING = re.compile(_ENDING)  # "katman" is no "kat"
_UNIT_REACH = 3  # a unit begins at most at the third word behind the number: "50.000 NVIDIA Hopper GPU"


def quantities(text: str, units: Mapping[str, str]) -> list[Quantity]:
    """Every number of ``text`` that is not part of a name (H20, GPT-4, 910B) and not a list's own numbering.

    ``units`` maps a unit's printed words, in lower case and without suffix, to its id.
    """
    numbering = {offset for m in ENUMERATOR.finditer(text) for offset in range(*m.span())}
    words = {key(word): unit for word, unit in units.items()}
    matches = [
        m for m in _NUMBER.finditer(text) if not _is_article(m) and not _is_name(text, m, words) and numbering.isdisjoint(range(*m.span()))
    ]
    found = []
    for index, match in enumerate(matches):
        limit = matches[index + 1].start() if index + 1 < len(matches) else len(text)
        if (quantity := _quantity(text, match, words, limit)) is not None:
            found.append(quantity)
    return found


def _quantity(text: str, match: re.Match[str], units: Mapping[str, str], limit: int) -> Quantity | None:
    span = Span(*match.span())
    percent = match["percent"] or _PERCENT_BEHIND.match(text, span.end)
    unit = "percent" if percent else _unit_after(text, span.end, limit, units)
    if match["several"]:
        return Quantity(span, Decimal(1), Decimal(1), None, unit, "more_than")
    if match["few"]:
        scale = read_numeral(match["of"])
        return Quantity(span, None, 2 * scale, 10 * scale, unit, "order_of_magnitude")
    if match["low"]:
        low, high = _low(match["low"], match["high"]), read_numeral(match["high"])
        return Quantity(span, None, min(low, high), max(low, high), unit, "exact")
    numeral = f"{match['digits']} {_SHORT_SCALES[match['short']]}" if match["short"] else match["numeral"]
    many = match["many"] is not None
    if not _is_number(numeral, unit, many=many):
        return None
    number = read_numeral(numeral)
    if many:
        return Quantity(span, None, number, EXACT.multiply(number, Decimal(10)), unit, "order_of_magnitude")
    number = number.copy_negate() if match["sign"] else number
    approximation = _approximation(_before(text, span.start), _behind(text, span.end, limit), unit)
    minimum = number if approximation in ("at_least", "more_than") else None
    maximum = number if approximation in ("at_most", "less_than") else None
    return Quantity(span, number, minimum, maximum, unit, approximation)


_WINDOW = (24, 40)
"""How many code points before and behind a number are searched for words that qualify it; a paragraph's end ends them."""


def _before(text: str, start: int) -> str:
    words = _one_line_end(text[max(0, start - 2 * _WINDOW[0]) : start])[-_WINDOW[0] :]
    return words.rpartition("\n\n")[2]


def _behind(text: str, end: int, limit: int) -> str:
    words = _one_line_end(text[end : min(limit, end + 2 * _WINDOW[1])])[: _WINDOW[1]]
    return words.partition("\n\n")[0]


def _one_line_end(words: str) -> str:
    return words.replace("\r\n", "\n").replace("\r", "\n")


def _low(low: str, high: str) -> Decimal:
    """The lower end of a range, which takes the scale of the upper unless it has its own."""
    scale = last_scale(high)
    word = next((word for word, factor in SCALES.items() if factor == scale), "")
    return read_numeral(low if last_scale(low) > 1 else f"{low} {word}")


def _is_article(match: re.Match[str]) -> bool:
    return not match["percent"] and (match["numeral"] or "").lower() == "bir" and match["many"] is None


def _is_name(text: str, match: re.Match[str], units: Mapping[str, str]) -> bool:
    """Whether a short scale is none: it needs a unit directly behind it, and "910B çip" still names a chip."""
    if not match["short"]:
        return False
    unit = _unit_after(text, match.end(), min(len(text), match.end() + 60), units, reach=1)
    return unit is None or (unit == "gpu" and match["short"] not in "Kk")


def _is_number(numeral: str, unit: str | None, *, many: bool) -> bool:
    words = key(numeral).split()
    if len(words) > 1 or many or words[0] not in _AMBIGUOUS:
        return True
    return unit is not None


def _approximation(before: str, after: str, unit: str | None) -> Approximation:
    for pattern, meaning in _BEFORE:
        if pattern.search(before):
            return meaning
    for pattern, meaning in _AFTER:
        if (match := pattern.search(after)) and not re.search(r"\d|\bise\b|,", match.group()):
            return meaning
    passing = _PASSING.search(after)
    return "more_than" if passing and (unit or " " not in passing["gap"]) else "exact"


def _unit_after(text: str, end: int, limit: int, units: Mapping[str, str], reach: int = _UNIT_REACH) -> str | None:
    if hanging := _HANGING.match(text, end, limit):  # a suffix of the number is no word
        end = hanging.end()
    words = [key(word) for word in re.findall(r"[\w]+", re.split(r"[,.;:!?]\s|(?:\r\n|\r(?!\n)|\n)\s|[()]", text[end:limit])[0])][
        : reach + 2
    ]
    for first in range(min(len(words), reach)):
        for last in range(len(words), first, -1):
            phrase = " ".join(words[first:last])
            for word, unit in units.items():
                if phrase.startswith(word) and last == first + len(word.split()) and _UNIT_ENDING.fullmatch(phrase, len(word)):
                    return unit
    return None
