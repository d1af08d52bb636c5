"""What can be guessed of an article as a whole: its language and its title."""

import re
from collections.abc import Sequence

from iddia.text.dates import dates
from iddia.text.spans import Span

# The commonest words of Turkish that its neighbours do not share all of, and letters that only Turkish and a few near it have.
_COMMON = frozenset({"bir", "ve", "bu", "için", "ile", "olarak", "daha", "çok", "gibi", "olan", "kadar", "ancak", "göre", "sonra"})
_LETTERS = re.compile("[ğşıİ]")
_OTHERS = re.compile("[əқғңўәөұһщыэ]", re.IGNORECASE)  # Azerbaijani and Cyrillic
_FEWEST_WORDS = 30
_FEWEST_TITLE_WORDS, _MOST_TITLE_WORDS = 3, 25
_MOST_LINES = 6
"""A headline stands at the top, below a menu or a dateline at most."""


def language_of(text: str) -> str | None:
    """Give tr where the text is long enough and plainly Turkish; None where anything else could be meant."""
    words = re.findall(r"\w+", text.lower())
    if len(words) < _FEWEST_WORDS or _OTHERS.search(text):
        return None
    common = sum(word in _COMMON for word in words)
    lettered = sum(bool(_LETTERS.search(word)) for word in words)
    return "tr" if common >= len(words) / 50 and lettered >= len(words) / 10 else None


def title_of(text: str, spans: Sequence[Span]) -> str:
    """The first line that reads like a headline; the first sentence where none does. ``spans`` are the text's sentences."""
    for span in spans[:_MOST_LINES]:
        before, after = text[: span.start].rpartition("\n")[2], re.split(r"[\r\n]", text[span.start :], maxsplit=1)[0].rstrip()
        alone = not before.strip("\ufeff \t\r")
        if alone and _FEWEST_TITLE_WORDS <= len(after.split()) <= _MOST_TITLE_WORDS and not after.endswith(".") and not dates(after):
            return after
    return spans[0].cut(text)
