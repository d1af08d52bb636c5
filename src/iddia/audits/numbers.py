"""Numbers and dates: each in the text is a claim's value, part of a known name, or excused; each value is what its words say."""

from collections.abc import Iterator
from decimal import Decimal

from iddia.errors import Finding, shortened
from iddia.model.reading import Value
from iddia.project.account import Account
from iddia.project.claims import AnchoredClaim
from iddia.text.anchors import occurrences
from iddia.text.dates import DateWords, bounds, dates
from iddia.text.quantities import Quantity, quantities
from iddia.text.spans import Span


def audit_numbers(account: Account) -> Iterator[Finding]:
    """Unread numbers and dates first, then values that disagree with their words."""
    text = account.article.text
    excused = account.excuses("no_claim", "no_value")
    values = [span for claim in account.claims for span in _value_spans(account, claim)]
    for quantity in account.quantities:
        if not any(span.holds(quantity.span) for span in (*values, *excused)):
            yield Finding(
                "number-unread",
                quantity.span,
                "this number is no claim's value",
                got=_around(text, quantity.span),
                mend="read a claim from it, or excuse it in no_value with the reason",
            )
    times = [claim.content for claim in account.claims if claim.claim.time is not None]
    for date in account.dates:
        if not any(span.overlaps(date.span) for span in (*values, *times, *excused)):
            yield Finding(
                "date-unread",
                date.span,
                "this date is no claim's value or time",
                got=_around(text, date.span),
                mend="read a claim from it, or excuse it in no_value with the reason",
            )
    for claim in account.claims:
        yield from _check_value(account, claim)


def _value_spans(account: Account, anchored: AnchoredClaim) -> list[Span]:
    """Where the words of a number or date stand in the claim's own evidence; all of that where they do not."""
    value = anchored.claim.value
    if value.raw is None or value.kind not in ("quantity", "date"):
        return []
    text = account.article.text
    evidence = anchored.spans("content", "context", "cue")
    return [
        Span(span.start + place.start, span.start + place.end) for span in evidence for place in occurrences(span.cut(text), value.raw)
    ] or evidence


def _check_value(account: Account, anchored: AnchoredClaim) -> Iterator[Finding]:
    value, at = anchored.claim.value, (*anchored.at, "value")
    if value.raw is None:
        return
    quotes = [span.cut(account.article.text) for span in anchored.spans("content", "context", "cue")]
    if not any(value.raw in quote for quote in quotes):
        if not anchored.whole:
            return  # they may stand in the words that were not found
        yield Finding(
            "value-not-in-quote",
            (*at, "raw"),
            "these words are not in the claim's quote, context or cue",
            got=shortened(value.raw),
            expected=shortened(anchored.claim.quote),
            mend="copy the value's words from the quote",
        )
    elif value.kind == "quantity":
        yield from _check_quantity(account, anchored)
    elif value.kind == "date":
        yield from _check_date(account, anchored)


def _check_quantity(account: Account, anchored: AnchoredClaim) -> Iterator[Finding]:
    value, at = anchored.claim.value, (*anchored.at, "value")
    raw = value.raw or ""
    read = quantities(raw, account.vocabulary.unit_words)
    if not read:
        yield Finding(
            "value-unreadable",
            (*at, "raw"),
            "no number can be read in these words",
            got=shortened(raw),
            mend="copy the number with its scale and unit",
        )
        return
    if len(read) > 1:
        yield Finding(
            "value-unreadable",
            (*at, "raw"),
            "more than one number stands in these words",
            got=shortened(raw),
            mend="copy one number with its scale and unit",
        )
        return
    yield from _compare(account, value, read[0], anchored)


def _compare(account: Account, value: Value, read: Quantity, anchored: AnchoredClaim) -> Iterator[Finding]:
    at, raw = (*anchored.at, "value"), shortened(value.raw or "")
    for name, got, printed in (("number", value.number, read.number), ("min", value.min, read.minimum), ("max", value.max, read.maximum)):
        if got != printed:
            where = (*at, name) if got is not None else at
            yield Finding(
                "value-disagrees",
                where,
                f"{name} is not what the words {raw} say",
                got=_plain(got),
                expected=_plain(printed),
                mend=f"write {name}: {_plain(printed)}" if printed is not None else f"remove {name}",
            )
    if (value.approximation or "exact") != read.approximation:
        yield Finding(
            "value-disagrees",
            (*at, "approximation"),
            f"the approximation is not what the words {raw} say",
            got=value.approximation or "exact",
            expected=read.approximation,
            mend=f"write approximation: {read.approximation}",
        )
    unit = account.vocabulary.units.get(value.unit or "")
    if unit is not None and read.unit is not None and value.unit != read.unit:
        yield Finding(
            "value-disagrees",
            (*at, "unit"),
            f"the unit is not what the words {raw} say",
            got=value.unit,
            expected=read.unit,
            mend=f"write unit: {read.unit}",
        )
    if read.unit is None and unit is not None and unit.dimension != "count":
        yield Finding(
            "value-disagrees", (*at, "raw"), f"the words {raw} do not name the unit {value.unit}", got=raw, mend="copy the unit's word too"
        )


def _check_date(account: Account, anchored: AnchoredClaim) -> Iterator[Finding]:
    value, at = anchored.claim.value, (*anchored.at, "value")
    source = account.article.source
    read = dates(value.raw or "")
    if not read and (source is None or source.published is None):
        yield Finding(
            "value-unreadable",
            (*at, "raw"),
            "no date can be read in these words, and the article has no date to count from",
            got=shortened(value.raw or ""),
            mend="copy the words that name the date, or give the value as text",
        )
    for words in read:
        if not words.agrees_with(value.date or ""):
            yield Finding(
                "value-disagrees",
                (*at, "date"),
                "the date is not what its words say",
                got=value.date,
                expected=shortened(value.raw or ""),
                mend="write the date as the words give it; XXXX for a year nobody states",
            )
        elif _is_closer(value.date or "", words):
            yield Finding(
                "value-disagrees",
                (*at, "date"),
                "the date is more exact than its words",
                got=value.date,
                expected=shortened(value.raw or ""),
                mend="leave out the month or day that the words do not give",
            )
        elif words.year is None and (value.date or "").startswith(("1", "2")) and (source is None or source.published is None):
            yield Finding(
                "value-disagrees",
                (*at, "date"),
                "the year is in neither the words nor the article's date",
                got=value.date,
                expected=f"XXXX{(value.date or '')[4:]}",
                mend="write XXXX for the year",
            )
    if (
        anchored.claim.polarity == "affirmed"
        and anchored.claim.modality == "predicted"
        and source is not None
        and source.published is not None
    ):
        yield from _check_foreseen(account, anchored)


def _is_closer(date: str, words: DateWords) -> bool:
    """Whether a single date gives a month or day that its words do not; the year may come from the article's date."""
    given = [part for part in date.rstrip("?~%").split("-")[1:] if part != "XX"]
    said = [part for part in (words.month, words.day) if part is not None]
    return "/" not in date and len(given) > len(said)


def _check_foreseen(account: Account, anchored: AnchoredClaim) -> Iterator[Finding]:
    """A future form cannot speak of a day that was past; an expectation that was ("bekleniyordu") can."""
    text = account.article.text
    published = bounds(account.article.source.published or "")[0] if account.article.source else None
    latest = bounds(anchored.claim.value.date or "")[1]
    future = any(
        marker.cue.cue_id == "future-suffix" and span.holds(marker.span) for marker in account.markers for span in anchored.spans("cue")
    )
    if future and published is not None and latest is not None and latest < published:
        cut = shortened(anchored.content.cut(text))
        yield Finding(
            "date-impossible",
            (*anchored.at, "value", "date"),
            f"a future form ({cut}) speaks of a day before the article",
            got=anchored.claim.value.date,
            expected=f"{published} or later",
        )


def _around(text: str, span: Span) -> str:
    return shortened(text[max(0, span.start - 20) : span.end + 20])


def _plain(number: Decimal | None) -> str:
    if number is None:
        return "none"
    return f"{number.normalize():f}"
