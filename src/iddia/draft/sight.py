"""What the detectors see in each sentence of an article that nobody has read yet."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from iddia.project.account import Account
from iddia.text.anchors import occurrences
from iddia.text.cues import Marker
from iddia.text.dates import DateWords
from iddia.text.names import Mention
from iddia.text.quantities import Quantity
from iddia.text.spans import Span
from iddia.text.turkish import key


class _Placed(Protocol):
    @property
    def span(self) -> Span: ...


Found = TypeVar("Found", bound=_Placed)

# Finite endings: a line that ends in one says something, as a menu or a caption does not. Not the aorist: more nouns end like it.
_FINITE = re.compile(
    r"(?:yor|[dt][iu]|m[iu]s|[ae]ca[kg]|[ae]ce[kg]|m[ae]z|m[ae]li|var|yok|degil)(?:l[ae]r|[iu]m|sun|sin|uz|iz|k|m|n[iu]z)?[\"')\]]*$"
)
_MOST_WORDS = 12
_INVISIBLE = "\ufeff\u200b\u2060"


@dataclass(frozen=True)
class Sight:
    """A sentence (without invisible letters around it) and what stands in it, in reading order."""

    span: Span
    mentions: list[Mention]
    markers: list[Marker]
    quantities: list[Quantity]
    dates: list[DateWords]

    @property
    def entities(self) -> list[str]:
        """The known entities that are named, each once."""
        return list(dict.fromkeys(mention.entity_id for mention in self.mentions))


def sights(account: Account) -> list[Sight]:
    """Every sentence of the article with what the detectors see in it; what crosses two sentences is in none."""
    spans = account.article.sentences
    starts = [span.start for span in spans]

    def sorted_in(found: Iterable[Found]) -> list[list[Found]]:
        places: list[list[Found]] = [[] for _ in spans]
        for one in found:
            at = bisect_right(starts, one.span.start) - 1
            if at >= 0 and spans[at].holds(one.span):
                places[at].append(one)
        return places

    mentions, markers = sorted_in(account.mentions), sorted_in(account.markers)
    numbers, dates = sorted_in(account.quantities), sorted_in(account.dates)
    return [Sight(_bare(account.article.text, span), mentions[at], markers[at], numbers[at], dates[at]) for at, span in enumerate(spans)]


def _bare(text: str, span: Span) -> Span:
    words = span.cut(text)
    start = span.start + len(words) - len(words.lstrip(_INVISIBLE))
    return Span(start, span.end - len(words) + len(words.rstrip(_INVISIBLE)))


def is_furniture(account: Account, sight: Sight) -> bool:
    """Whether the sentence is a line of its own that looks like a dateline, a caption, a heading or a menu: short, without a verb."""
    text = account.article.text
    words = sight.span.cut(text)
    if any(with_names(marker.span, sight) == sight.span for marker in sight.markers):
        return True  # a marker alone marks nothing, and words that are quote and cue at once would count as quote only
    line = account.article.paragraph(sight.span).cut(text)
    alone = len(line.strip()) <= len(words) + len("10. ")
    plain = not sight.markers and not sight.quantities and not words.rstrip("\"'”’)]").endswith((".", "!", "?", "…"))
    return alone and plain and len(words.split()) <= _MOST_WORDS and not _FINITE.search(key(words).rstrip(":"))


def with_names(span: Span, sight: Sight) -> Span:
    """The span, begun with the name of which it holds only the end: "Kıyı Postası'na göre"."""
    return Span(min([span.start, *(mention.span.start for mention in sight.mentions if mention.span.overlaps(span))]), span.end)


def which(text: str, span: Span) -> int | None:
    """Which occurrence of its words a span is, from 1; None where they stand only there."""
    places = occurrences(text, span.cut(text))
    return places.index(span) + 1 if len(places) > 1 else None
