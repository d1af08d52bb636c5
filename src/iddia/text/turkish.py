"""Turkish letters, words and suffixes.

``str.lower`` turns "İ" into two code points and so moves every offset after it. Matching is
therefore done on a folded copy that carries, for each folded code point, the offset it came from.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from iddia.text.spans import Span

_ONE_LETTER = {"İ": "i", "I": "i", "ı": "i", "’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "\u00a0": " "}
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
APOSTROPHES = "'’"


@dataclass(frozen=True)
class Folded:
    """A text made comparable, and the way back.

    ``origin[i]`` is the offset, in the original, of the code point that ``text[i]`` came from;
    one more entry than ``text`` is long, the last being the original's length.
    """

    text: str
    origin: tuple[int, ...]

    def back(self, start: int, end: int) -> Span:
        """The span of the original that folded to ``text[start:end]``; a letter that folds to several ("ß") is taken whole."""
        if start >= end:
            return Span(self.origin[start], self.origin[start])
        while self.origin[end] == self.origin[end - 1]:
            end += 1
        return Span(self.origin[start], self.origin[end])


@lru_cache(maxsize=32)  # an article is folded for each quote that is not found in it
def fold(text: str) -> Folded:
    """Fold case, dotted and dotless i, composed and decomposed accents, apostrophes and soft hyphens.

    All four of i, ı, I and İ become "i": good for finding, never for deciding that a quote is exact.
    """
    letters: list[str] = []
    origin: list[int] = []
    for offset, letter in enumerate(text):
        for folded in _fold_letter(letter):
            letters.append(folded)
            origin.append(offset)
    origin.append(len(text))
    return Folded("".join(letters), tuple(origin))


_MARKS = {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "…": "..."}
_DASHES = dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-")


@lru_cache(maxsize=32)
def fold_typography(text: str) -> Folded:
    """Fold what keyboards and editors change and no reader does; letters stay as they are: "oldu" is not "öldü".

    That is apostrophes, quotation marks, dashes, invisible characters, runs of blanks and line ends, accents as marks apart.
    """
    letters: list[str] = []
    origin: list[int] = []
    for offset, letter in enumerate(text):
        if letter.isspace():
            folded = " " if letters[-1:] != [" "] else ""
        elif letter in _INVISIBLE:
            folded = ""
        else:
            folded = _MARKS.get(letter) or _DASHES.get(letter) or unicodedata.normalize("NFD", letter)
        for one in folded:
            letters.append(one)
            origin.append(offset)
    origin.append(len(text))
    return Folded("".join(letters), tuple(origin))


def key(text: str) -> str:
    """The folded text alone, for comparing two short strings."""
    return "".join(_fold_letter_cached(letter) for letter in text)


def _fold_letter(letter: str) -> str:
    if letter < "\x80" and letter != "I":
        return letter.lower()
    if letter in _ONE_LETTER:
        return _ONE_LETTER[letter]
    if letter in _INVISIBLE:
        return ""
    base = "".join(c for c in unicodedata.normalize("NFD", letter) if not unicodedata.combining(c))
    return "".join(_ONE_LETTER.get(c, c) for c in base.casefold())


class _Letters(dict[str, str]):
    def __missing__(self, letter: str) -> str:
        return _fold_letter(letter)


_fold_letter_cached = _Letters({chr(c): _fold_letter(chr(c)) for c in range(0x180)}).__getitem__


def turkish_upper(text: str) -> str:
    """Capitals as Turkish writes them: i to İ, ı to I."""
    return text.replace("i", "İ").replace("ı", "I").upper()


WORD = re.compile(r"\w+(?:['’]\w+)*")

# Nominal suffixes in the order Turkish stacks them: plural, possessive, case, relative or copula.
# Source of the order: Göksel and Kerslake, Turkish: A Comprehensive Grammar (2005), chapter 8.
_PLURAL = "(?:l[ae]r)?"
_DERIVED = "(?:l[iıuü](?:k|ğ)?|s[iıuü]z)?"
_POSSESSIVE = "(?:[iıuü]m|[iıuü]n|(?:s|y)?[iıuü]|l[ae]r[iıuü])?"
_CASE = "(?:n?[iıuü]n|[yn]?[iıuü]|[yn]?[ae]|n?[dt][ae]n?|y?l[ae]|n?c[ae])?"
_COPULA = "(?:ki(?:l[ae]r)?|[dt][iıuü]r)?"
SUFFIX = re.compile(f"{_DERIVED}{_PLURAL}{_POSSESSIVE}{_CASE}{_COPULA}")


_DECIMAL = re.compile(r"\d[.,]\d")


def suffix_after(text: str, end: int) -> str | None:
    """The Turkish suffix that follows a name ending at ``end``, its apostrophe included.

    "" when the word ends there, None when what follows makes it another word ("Çin" in "Çinko", "GPT-4" in "GPT-4.5").
    """
    if _DECIMAL.match(text, max(0, end - 1)):
        return None
    rest = WORD.match(text, end)
    if end < len(text) and text[end] in APOSTROPHES:
        tail = re.match(r"\w+", text[end + 1 :])
        return text[end] + tail.group() if tail else ""
    if rest is None:
        return ""
    tail_word = re.split(f"[{APOSTROPHES}]", rest.group())[0]
    return rest.group() if SUFFIX.fullmatch(tail_word.lower()) else None
