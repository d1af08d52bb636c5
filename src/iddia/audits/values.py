"""Values: each is what an independent reader of numbers and dates finds in its own words."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from iddia.errors import Finding, shortened
from iddia.language import Said, Words
from iddia.model.reading import Value
from iddia.project.account import Account
from iddia.project.article import At
from iddia.project.claims import AnchoredClaim
from iddia.project.lost import other_typography
from iddia.project.validation import write
from iddia.text.anchors import same_words
from iddia.text.dates import DateWords, bounds, dates
from iddia.text.quantities import Quantity, quantities
from iddia.text.spans import Span


def audit_values(account: Account) -> Iterator[Finding]:
    """Values that are not in their quotes, or not what their words say."""
    for claim in account.claims:
        yield from _check_value(account, claim)


def _check_value(account: Account, anchored: AnchoredClaim) -> Iterator[Finding]:
    value, at = anchored.claim.value, (*anchored.at, "value")
    if value.raw is None:
        return
    quotes = [span.cut(account.article.text) for span in anchored.spans("content", "context", "cue")]
    if not any(value.raw in quote for quote in quotes):
        if not anchored.whole:
            return  # they may stand in the words that were not found
        if (same := _typeset_otherwise(account, anchored, value.raw)) is not None:
            yield other_typography(account.article, value.raw, (*at, "raw"), same)
            return
        yield Finding(
            "value-not-in-quote",
            (*at, "raw"),
            (
                "these words are not in the claim's quote, context or cue",
                "bu sözcükler savın alıntısında, bağlamında (context) ya da ipucunda (cue) yok",
            ),
            got=shortened(value.raw),
            expected=shortened(anchored.claim.quote),
            mend=("copy the value's words from the quote", "değerin sözcüklerini alıntıdan kopyalayın"),
        )
    elif value.kind == "quantity":
        yield from _check_quantity(account, anchored)
    elif value.kind == "date":
        yield from _check_date(account, anchored)


def _typeset_otherwise(account: Account, anchored: AnchoredClaim, raw: str) -> Span | None:
    """Where the claim's own words are the value's but for typography."""
    for span in anchored.spans("content", "context", "cue"):
        if (same := same_words(span.cut(account.article.text), raw)) is not None:
            return Span(span.start + same.start, span.start + same.end)
    return None


def _check_quantity(account: Account, anchored: AnchoredClaim) -> Iterator[Finding]:
    value, at = anchored.claim.value, (*anchored.at, "value")
    raw = value.raw or ""
    read = quantities(raw, account.vocabulary.unit_words)
    if len(read) != 1:
        message, mend = _SEVERAL_NUMBERS if read else _NO_NUMBER
        yield Finding("value-unreadable", (*at, "raw"), message, got=shortened(raw), mend=mend)
        return
    if (whole := _cut_off(account, anchored)) is not None:
        yield Finding(
            "value-cut-off",
            (*at, "raw"),
            ("these words are only a part of the printed number", "bu sözcükler makaledeki sayının yalnızca bir parçası"),
            got=shortened(raw),
            expected=shortened(whole),
            mend=("copy the whole number with its scale and unit", "sayının tümünü ölçeği ve birimiyle birlikte kopyalayın"),
        )
    elif anchored.claim.value_because is None:
        yield from _compare(account, value, _in_its_place(account, anchored, read[0]), anchored)


_SEVERAL_NUMBERS: tuple[Said, Said] = (
    ("more than one number stands in these words", "bu sözcüklerde birden çok sayı var"),
    ("copy one number with its scale and unit", "tek bir sayıyı ölçeği ve birimiyle birlikte kopyalayın"),
)
_NO_NUMBER: tuple[Said, Said] = (
    ("no number can be read in these words", "bu sözcüklerde bir sayı okunamıyor"),
    ("copy the number with its scale and unit", "sayıyı ölçeği ve birimiyle birlikte kopyalayın"),
)


def _in_its_place(account: Account, anchored: AnchoredClaim, alone: Quantity) -> Quantity:
    """The number as it reads in the article, where words beside the value's own may qualify it ("yaklaşık") or name another unit."""
    for span in account.value_spans(anchored):
        for quantity in account.quantities:
            if span.holds(quantity.span):
                another = quantity.unit if quantity.unit != anchored.claim.value.unit else None
                return replace(quantity, unit=alone.unit or another)
    return alone


def _cut_off(account: Account, anchored: AnchoredClaim) -> str | None:
    """The number as the article prints it, where the value's words take only a part of it."""
    for span in account.value_spans(anchored):
        for quantity in account.quantities:
            if quantity.span.overlaps(span) and not span.holds(quantity.span):
                return quantity.span.cut(account.article.text)
    return None


def _compare(account: Account, value: Value, read: Quantity, anchored: AnchoredClaim) -> Iterator[Finding]:
    """One finding for number, bounds and approximation together, since one slip moves them all; one for the unit."""
    at, raw = (*anchored.at, "value"), shortened(value.raw or "")
    given = _parts(value.number, value.min, value.max, value.approximation or "exact")
    printed = _parts(read.number, read.minimum, read.maximum, read.approximation)
    if given != printed:
        yield _disagrees(given, printed, at, raw)
    unit = account.vocabulary.units.get(value.unit or "")
    if unit is not None and read.unit is not None and value.unit != read.unit:
        yield Finding(
            "value-disagrees",
            (*at, "unit"),
            (f"the unit is not what the words {raw} say", f"birim, {raw} sözcüklerinin söylediği birim değil"),
            got=value.unit,
            expected=read.unit,
            mend=write(f"unit: {read.unit}"),
            instead=read.unit,
        )
    if read.unit is None and unit is not None and unit.dimension != "count":
        message = f"the words {raw} do not name the unit {value.unit}", f"{raw} sözcükleri {value.unit} birimini anmıyor"
        mend = "copy the unit's word too", "birimin sözcüğünü de kopyalayın"
        yield Finding("value-disagrees", (*at, "raw"), message, got=raw, mend=mend)


def _disagrees(given: dict[str, str], printed: dict[str, str], at: At, raw: str) -> Finding:
    wrong = [name for name in {**given, **printed} if given.get(name) != printed.get(name)]
    right = ", ".join(f"{name}: {part}" for name, part in printed.items())
    alone = printed.get(wrong[0]) if len(wrong) == 1 and wrong[0] in given else None
    return Finding(
        "value-disagrees",
        (*at, wrong[0]) if wrong[0] in given else at,
        (
            f"{' and '.join(wrong)} {'is' if len(wrong) == 1 else 'are'} not what the words {raw} say",
            f"{raw} sözcükleri bunu söylemiyor: {', '.join(wrong)}",
        ),
        got=_shown(given, wrong),
        expected=_shown(printed, wrong),
        mend=(
            f"write {right}; if the words mean something else, say so in value_because",
            f"{right} yazın; sözcükler başka bir şey demek istiyorsa bunu value_because altında söyleyin",
        ),
        instead=alone if alone is None or wrong[0] == "approximation" else Decimal(alone),
    )


def _parts(number: Decimal | None, minimum: Decimal | None, maximum: Decimal | None, approximation: str) -> dict[str, str]:
    """What a reading writes for a quantity: exact is left out, and so is what is not there."""
    parts = {"number": number, "min": minimum, "max": maximum}
    written = {name: f"{part.normalize():f}" for name, part in parts.items() if part is not None}
    return written if approximation == "exact" else {**written, "approximation": approximation}


def _shown(parts: dict[str, str], names: list[str]) -> Words:
    shown = ", ".join(f"{name}: {parts[name]}" for name in names if name in parts)
    return shown or (f"no {' or '.join(names)}", f"{' ya da '.join(names)} yok")


def _check_date(account: Account, anchored: AnchoredClaim) -> Iterator[Finding]:
    value, at = anchored.claim.value, (*anchored.at, "value")
    source = account.article.source
    dated = source is None or source.published is not None  # what is wrong with a source is reported; it may well have a date
    read = dates(value.raw or "")
    if not read and not dated:
        yield Finding(
            "value-unreadable",
            (*at, "raw"),
            (
                "no date can be read in these words, and the article has no date to count from",
                "bu sözcüklerde bir tarih okunamıyor, makalenin de yola çıkılacak bir tarihi yok",
            ),
            got=shortened(value.raw or ""),
            mend=(
                "copy the words that name the date, or give the value as text",
                "tarihi söyleyen sözcükleri kopyalayın ya da değeri text olarak verin",
            ),
        )
    for words in read:
        if slip := _slip(value.date or "", words, dated=dated):
            message, right, mend = slip
            expected = right or shortened(value.raw or "")
            yield Finding("value-disagrees", (*at, "date"), message, got=value.date, expected=expected, mend=mend, instead=right)
    if (
        anchored.claim.polarity == "affirmed"
        and anchored.claim.modality == "predicted"
        and source is not None
        and source.published is not None
    ):
        yield from _check_foreseen(account, anchored)


def _slip(date: str, words: DateWords, *, dated: bool) -> tuple[Said, str | None, Said] | None:
    """What is wrong with a date read from these words, what is expected if not the words themselves, and how to mend it."""
    if not words.agrees_with(date):
        mend = (
            "write the date as the words give it; XXXX for a year nobody states",
            "tarihi sözcüklerin verdiği gibi yazın; söylenmeyen bir yıl için XXXX",
        )
        return ("the date is not what its words say", "tarih, sözcüklerinin söylediği tarih değil"), None, mend
    if _is_closer(date, words):
        mend = "leave out the month or day that the words do not give", "sözcüklerin vermediği ayı ya da günü yazmayın"
        return ("the date is more exact than its words", "tarih, sözcüklerinden daha kesin"), None, mend
    if words.year is None and date.startswith(("1", "2")) and not dated:
        message = "the year is in neither the words nor the article's date", "yıl ne sözcüklerde ne de makalenin tarihinde var"
        return message, f"XXXX{date[4:]}", ("write XXXX for the year", "yıl için XXXX yazın")
    return None


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
            (
                f"a future form ({cut}) speaks of a day before the article",
                f"gelecek zamanlı bir söz ({cut}) makaleden önceki bir günü anlatıyor",
            ),
            got=anchored.claim.value.date,
            expected=(f"{published} or later", f"{published} ya da sonrası"),
        )
