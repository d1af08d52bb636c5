"""Finding a quote in its article: by exact code points, or not at all."""

from collections.abc import Callable
from dataclasses import dataclass

from iddia.text.spans import Span
from iddia.text.turkish import Folded, fold, fold_typography


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


def same_words(text: str, quote: str) -> Span | None:
    """The one place that equals ``quote`` but for typography: apostrophes, quotation marks, dashes, blanks, accents as marks apart."""
    return _only(fold_typography, text, quote.strip())


def same_letters(text: str, quote: str) -> Span | None:
    """The one place that equals ``quote`` once case, dots of i and accents are folded too. A hint, no match: "oldu" is "öldü" here."""
    return _only(fold, text, quote)


def _only(folding: Callable[[str], Folded], text: str, quote: str) -> Span | None:
    folded, wanted = folding(text), folding(quote).text
    spans = [folded.back(span.start, span.end) for span in occurrences(folded.text, wanted)]
    whole = [span for span in spans if folding(span.cut(text)).text == wanted]  # "dag" is no part of "dağ" taken apart
    return whole[0] if len(whole) == 1 else None


def nearest(text: str, quote: str, likeness: float = 60) -> Span | None:
    """The words of ``text`` most like ``quote``, for an error message; None when nothing comes near.

    ``likeness`` is the least that counts as near, in percent of the letters that need no change (rapidfuzz's partial ratio).
    """
    if exact := same_words(text, quote) or same_letters(text, quote):
        return exact
    folded, wanted = fold(text), fold(quote).text
    if len(wanted) <= _LONG:
        span = _most_like(folded, wanted, likeness)
    else:  # the time grows with the cube of the length, so long words are found by their ends
        head, tail = (_most_like(folded, end, likeness) for end in (wanted[: _LONG // 2], wanted[-_LONG // 2 :]))
        span = Span(head.start, tail.end) if head and tail and head.start < tail.end else None
    return _whole_words(text, span) if span else None


_LONG = 2_000


def _most_like(folded: Folded, wanted: str, likeness: float) -> Span | None:
    from rapidfuzz.fuzz import partial_ratio_alignment  # only a failing build pays for it

    best = partial_ratio_alignment(wanted, folded.text, score_cutoff=likeness)
    if best is None or best.dest_end <= best.dest_start:
        return None
    return folded.back(best.dest_start, best.dest_end)


def _whole_words(text: str, span: Span) -> Span:
    start, end = span
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    return Span(start, end)
