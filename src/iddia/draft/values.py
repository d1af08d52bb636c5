"""Values for a draft: what a number or a date of a sentence is as a reading writes it, proved by the audit that will check it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import islice

from pydantic import ValidationError

from iddia.audits.values import audit_values
from iddia.draft.yamltext import flow
from iddia.model.lists import Dimension, ValueKind
from iddia.model.reading import ReadClaim, ReadSource
from iddia.project.account import Account
from iddia.project.claims import AnchoredClaim
from iddia.scalars import quoted
from iddia.text.dates import DateWords, bounds, dates
from iddia.text.quantities import Quantity, quantities
from iddia.text.spans import Span
from iddia.text.turkish import WORD

_WORDS_BEFORE, _WORDS_BEHIND = 3, 5
"""How far from a number its approximator and its unit may stand."""
_LONG = Decimal(10_000_000)


@dataclass(frozen=True)
class DraftedValue:
    """A value as a reading writes it; ``unit`` is "" where no known unit stands by the number."""

    kind: ValueKind
    parts: dict[str, str]
    raw: str
    dimension: Dimension | None = None

    def written(self) -> str:
        """The value on one line of YAML."""
        return flow({**self.parts, "raw": quoted(self.raw)})


def value_of_number(account: Account, sentence: Span, number: Quantity) -> DraftedValue | None:
    """The number with its unit and the words that say so; None where no words around it are enough for the audit."""
    text, units = account.article.text, account.vocabulary.unit_words
    parts = _number_parts(number)
    unit = account.vocabulary.units.get(number.unit or "")
    dimension = unit.dimension if unit is not None else "count"  # what is neither money, share nor time is counted

    def says_all(raw: str) -> bool:
        read = quantities(raw, units)
        return len(read) == 1 and replace(read[0], span=number.span) == number

    for demand in (says_all, lambda _: True):
        for span in _around(text, sentence, number.span):
            value = DraftedValue("quantity", parts, span.cut(text), dimension)
            if demand(value.raw) and _is_proved(account, sentence, value):
                return value
    return None


def _number_parts(number: Quantity) -> dict[str, str]:
    numbers = {"number": number.number, "min": number.minimum, "max": number.maximum}
    parts = {name: _plain(value) for name, value in numbers.items() if value is not None}
    parts["unit"] = number.unit or ""
    return parts if number.approximation == "exact" else {**parts, "approximation": number.approximation}


def _plain(number: Decimal) -> str:
    """All digits up to seven, then as 1.2e12: nobody counts noughts."""
    return f"{number.normalize():f}" if abs(number) < _LONG else f"{number.normalize():e}".replace("e+", "e")


def value_of_date(account: Account, sentence: Span, words: DateWords) -> DraftedValue | None:
    """The date as EDTF, XXXX for a year that the words do not give, and the words; None where there is no such day."""
    edtf = "-".join(
        [
            "XXXX" if words.year is None else f"{words.year:04}",
            *(f"{part:02}" for part in (words.month, words.day) if part is not None),
        ]
    )
    try:
        bounds(edtf)
    except ValueError:
        return None
    text = account.article.text
    for span in _around(text, sentence, words.span):
        value = DraftedValue("date", {"date": quoted(edtf)}, span.cut(text))
        read = dates(value.raw)
        if len(read) == 1 and replace(read[0], span=words.span) == words and _is_proved(account, sentence, value):
            return value
    return None


def _around(text: str, sentence: Span, span: Span) -> Iterator[Span]:
    """Spans of whole words around ``span`` inside the sentence, the shortest first."""
    words = [Span(*word.span()) for word in WORD.finditer(text, sentence.start, sentence.end)]
    ends = sorted({span.end, *islice((word.end for word in words if word.end > span.end), _WORDS_BEHIND)})
    starts = [span.start, *islice((word.start for word in reversed(words) if word.end <= span.start), _WORDS_BEFORE)]
    inside = next((word for word in words if word.start < span.end < word.end), None)
    if inside is not None:  # half a word is no quotation: "milyarı", not "milyar"
        ends.remove(span.end)
    for start in starts:
        yield from (Span(start, end) for end in ends)


def _is_proved(account: Account, sentence: Span, value: DraftedValue) -> bool:
    """Whether the audit of values finds nothing wrong with the value in a claim that quotes the sentence."""
    parts = {name: part.strip('"') for name, part in value.parts.items()} | {"raw": value.raw}
    if value.kind == "quantity" and not parts["unit"]:
        counting = (unit_id for unit_id, unit in account.vocabulary.units.items() if unit.dimension == value.dimension)
        parts["unit"] = next(counting, "not_yet_known")
    try:
        claim = ReadClaim.model_validate(_CLAIM | {"quote": sentence.cut(account.article.text), "value": parts})
    except ValidationError:
        return False
    account.article.source = _UNDATED
    account.claims[:] = [AnchoredClaim(claim, ("claims", 0), sentence, {sentence: "content"})]
    try:
        return not list(audit_values(account))
    finally:
        account.claims.clear()
        account.article.source = None


# What the audit of values does not look at, but a claim and a source cannot do without.
_CLAIM = {"id": "draft.00", "statement_en": "-", "statement_tr": "-", "subject": "draft", "property": "draft", "modality": "asserted"}
_UNDATED = ReadSource(title="-", language="tr", kind="news", rights="-", sha256="0" * 64)
