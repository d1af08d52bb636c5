"""One side of a formula worked out in words, from the claims taken."""

from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Protocol

from iddia.language import Language
from iddia.project.vocabulary import Vocabulary
from iddia.relate.detailwords import NUMBERS, WORDS, interval_in_words
from iddia.relate.grounding import Choice, Slot, Summand
from iddia.relate.intervals import INFINITY, End, Interval
from iddia.relate.statements import Statement
from iddia.wording import number_in_words, with_unit


class Labels(Protocol):
    """What gives terms and values their words."""

    vocabulary: Vocabulary
    units: dict[Language, dict[str, str]]

    def slot_label(self, slot: Slot, choice: Choice | None, lang: Language, *, is_given: bool) -> str:
        """What a term of a formula is about."""

    def plain(self, one: Statement, lang: Language) -> str:
        """A claim's own value."""


class SideOfFormula:
    """Works out one side of a formula from the claims taken."""

    def __init__(self, details: Labels, taken: dict[Slot, Choice], given: set[Slot], lang: Language, *, is_date: bool) -> None:
        self.details, self.taken, self.given, self.lang, self.is_date = details, taken, given, lang, is_date
        rows = [choice.statements[0].row for choice in taken.values() if choice.statements[0].dimension is not None]
        vocabulary = details.vocabulary
        units = sorted((row["unit"] for row in rows), key=lambda unit: vocabulary.units[unit].dimension == "ratio")
        self.unit = units[0] if units else None
        self.factor = vocabulary.units[self.unit].factor if self.unit else Decimal(1)

    def _number(self, base: Decimal) -> str:
        number = number_in_words(NUMBERS.divide(base, self.factor), self.lang)
        return with_unit(number, self.unit, self.details.units[self.lang], self.lang) if self.unit and not self.is_date else number

    def worked(self, summands: list[Summand], fixed: Fraction) -> str:
        """Labels, values, result and what it stands for: a + b = 1 + 2 = 3 (stands for 2.5 to 3.5)."""
        constant = _decimal(fixed)
        summands = [summand for summand in summands if all(guard.slot in self.taken for guard in summand.guards)]
        if not summands:
            return self._number(constant)
        choices = [[self.taken.get(slot) for slot in summand.slots] for summand in summands]
        factors = [_factor(abs(summand.coefficient), self.lang) for summand in summands]
        labels = [
            [self.details.slot_label(*pair, self.lang, is_given=pair[0] in self.given) for pair in zip(one.slots, row, strict=True)]
            for one, row in zip(summands, choices, strict=True)
        ]
        values = [["?" if one is None else self.details.plain(one.statements[0], self.lang) for one in row] for row in choices]
        added = [self._number(constant)] if constant else []
        texts = [" + ".join([*map(_times, factors, parts), *added]) for parts in (labels, values)]
        if (exact := self._exact(summands, choices, constant)) is not None:
            texts.append(self._number(exact))
        low, high = (self._end(summands, choices, constant, end) for end in (0, 1))
        unit = (self.unit, self.details.units[self.lang]) if self.unit else None
        shown = interval_in_words(Interval(low, high), self.lang, is_date=self.is_date, factor=self.factor, unit=unit)
        text = " = ".join(texts)
        if self.is_date and any(choice is None for row in choices for choice in row):
            return texts[0]  # a day that nobody gives is any day
        return text if low[0] == high[0] else WORDS[self.lang]["stands for"].format(text, shown)

    def _exact(self, summands: list[Summand], choices: list[list[Choice | None]], constant: Decimal) -> Decimal | None:
        """The result of the printed numbers, where all are printed and there is something to reckon."""
        pieces = sum(map(len, choices)) + bool(constant) + any(abs(summand.coefficient) != 1 for summand in summands)
        if self.is_date or pieces < 2:
            return None
        total = constant
        with localcontext(NUMBERS):
            for summand, row in zip(summands, choices, strict=True):
                product = _decimal(abs(summand.coefficient))
                for choice in row:
                    if choice is None or not choice.statements[0].is_printed:
                        return None
                    row_of_claim = choice.statements[0].row
                    product *= row_of_claim["number"] * self.details.vocabulary.units[row_of_claim["unit"]].factor
                total += product
        return total

    def _end(self, summands: list[Summand], choices: list[list[Choice | None]], constant: Decimal, end: int) -> End:
        """The lower or upper end of the sum; open where one of its parts is."""
        total, opened = constant, 0
        with localcontext(NUMBERS):
            for summand, row in zip(summands, choices, strict=True):
                product, product_opened = _decimal(abs(summand.coefficient)), 0
                for choice in row:
                    factor, is_open = ((Decimal(0), INFINITY)[end], 0) if choice is None else _end_of(choice.interval, end)
                    product = product * factor if product and factor else Decimal(0)  # nought times anything is nought
                    product_opened = product_opened or is_open
                total += product
                opened = opened or (product_opened if product and product != INFINITY else 0)
        return total, opened if total != INFINITY else 0


def _end_of(interval: Interval, end: int) -> End:
    """An end of an interval; a mere ceiling begins at nought, for nothing below that is meant."""
    return max(interval[end], (Decimal(0), 0))


def _decimal(number: Fraction) -> Decimal:
    return NUMBERS.divide(Decimal(number.numerator), Decimal(number.denominator))


def _factor(number: Fraction, lang: Language) -> str:
    """A coefficient as one writes it: 1.2, or 1/3 where no decimal ends."""
    ends = _decimal(number)
    return number_in_words(ends, lang) if Fraction(ends) == number else str(number)


def _times(factor: str, parts: list[str]) -> str:
    return " × ".join(parts if factor == "1" else [factor, *parts])
