"""Finding a quote in its article: by exact code points, or not at all."""

from dataclasses import dataclass

from iddia.text.spans import Span
from iddia.text.turkish import fold, key


class NotFoundError(LookupError):
    """The words are not in the text."""


@dataclass
class AmbiguousError(LookupError):
    """The words are in the text more than once, and nothing tells which are meant."""

    spans: list[Span]


def occurrences(text: str, quote: str) -> list[Span]:
    """Every place where ``quote`` stands, overlapping ones too, by exact code points."""
    found, start = [], text.find(quote) if quote else -1
    while start >= 0:
        found.append(Span(start, start + len(quote)))
        start = text.find(quote, start + 1)
    return found


def anchor(text: str, quote: str, *, after: str | None = None, occurrence: int | None = None, near: Span | None = None) -> Span:
    """Where ``quote`` stands in ``text``.

    ``occurrence`` counts from 1 over the whole text; ``after`` names words (themselves found once) behind which the
    quote comes first; ``near`` prefers the only occurrence inside that span. Raises NotFoundError or AmbiguousError.
    """
    spans = occurrences(text, quote)
    if after is not None:
        edge = anchor(text, after).end
        spans = [span for span in spans if span.start >= edge][:1]
    if occurrence is not None:
        spans = spans[occurrence - 1 : occurrence]
    if not spans:
        raise NotFoundError(quote)
    if near is not None:
        inside = [span for span in spans if near.holds(span)]
        spans = inside if len(inside) == 1 else spans
    if len(spans) > 1:
        raise AmbiguousError(spans)
    return spans[0]


def differs_only_in_typography(text: str, quote: str) -> Span | None:
    """The one place that equals ``quote`` once case, i, accents, apostrophes and soft hyphens are folded. A hint, no match."""
    folded, wanted = fold(text), fold(quote).text
    if not wanted:
        return None
    starts = [span.start for span in occurrences(folded.text, wanted)]
    if len(starts) != 1:
        return None
    span = folded.back(starts[0], starts[0] + len(wanted))
    return span if key(span.cut(text)) == wanted else None


def nearest(text: str, quote: str) -> Span | None:
    """The words of ``text`` most like ``quote``, for an error message; None when nothing comes near."""
    if exact := differs_only_in_typography(text, quote):
        return exact
    from rapidfuzz.fuzz import partial_ratio_alignment  # only a failing build pays for it

    folded, wanted = fold(text), fold(quote).text
    best = partial_ratio_alignment(wanted, folded.text, score_cutoff=60)
    if best is None or best.dest_end <= best.dest_start:
        return None
    return _whole_words(text, folded.back(best.dest_start, best.dest_end))


def _whole_words(text: str, span: Span) -> Span:
    start, end = span
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    return Span(start, end)
