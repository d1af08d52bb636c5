"""What numbers a printed number, and what days a date, may stand for. The rules and their sources are in docs/consistency.md."""

from calendar import monthrange
from datetime import date, timedelta
from decimal import Context, Decimal, localcontext
from typing import NamedTuple

from iddia.text.dates import bounds

INFINITY = Decimal("Infinity")
EXACT_BELOW = 1000
"""Whole counts and ratios below this are taken as counted, not rounded."""
ROUND_FROM = 100
"""From here up, one that ends in nought is taken as rounded all the same: "500 chips", not 512 and not 50."""
ROUNDEST = Decimal("0.1")
"""A rounded number is never taken to be off by more than this share of itself."""
LOOSE = Decimal("0.1")
"""How far off "about" allows a number to be, at least, as a share of it."""
USUAL_EXCESS = 2
"""Up to how many times a stated floor is usually meant: who knew of more would say more."""

_EXACT = Context(prec=80)
_COUNTED = ("count", "ratio")

End = tuple[Decimal, int]


class Interval(NamedTuple):
    """A set of numbers between two ends.

    An end is its number and 0 when it belongs to the set, 1 or -1 when the set begins behind it or stops before it; so ends
    compare as they lie.
    """

    low: End
    high: End

    def apart(self, other: "Interval") -> bool:
        """Whether no number is in both."""
        return self.low > other.high or other.low > self.high

    def holds(self, other: "Interval") -> bool:
        """Whether every number of ``other`` is in this one."""
        return self.low <= other.low and other.high <= self.high

    @property
    def is_negative(self) -> bool:
        """Whether a number below nought is meant; a mere ceiling means none."""
        return self.high[0] < 0 or -INFINITY < self.low[0] < 0

    @property
    def says_nothing(self) -> bool:
        """Whether it says nothing at all."""
        return self.low[0] == -INFINITY and self.high[0] == INFINITY


def closed(low: Decimal, high: Decimal) -> Interval:
    """From ``low`` to ``high``, both included; an infinite end is never included."""
    return Interval((low, 0), (high, 0))


EVERYTHING = closed(-INFINITY, INFINITY)


class Amount(NamedTuple):
    """A quantity as the words give it, in the printed unit: the number, the bounds they state, and how they qualify it."""

    number: Decimal | None
    minimum: Decimal | None
    maximum: Decimal | None
    approximation: str | None


def of_quantity(amount: Amount, factor: Decimal, dimension: str) -> Interval:
    """The interval of a quantity in its dimension's base unit, of which the printed unit is ``factor``."""
    with localcontext(_EXACT):
        printed = _printed(amount, factor, dimension)
        return Interval((printed.low[0] * factor, printed.low[1]), (printed.high[0] * factor, printed.high[1]))


def usually_meant(interval: Interval) -> Interval:
    """A floor ("more than 500 million") as it is usually meant: up to twice itself. Any other interval as it is."""
    low, high = interval
    with localcontext(_EXACT):
        return Interval(low, (low[0] * USUAL_EXCESS, 0)) if high[0] == INFINITY and 0 < low[0] < INFINITY else interval


def _printed(amount: Amount, factor: Decimal, dimension: str) -> Interval:
    number, minimum, maximum, approximation = amount
    floor, ceiling = (minimum if minimum is not None else number), (maximum if maximum is not None else number)
    if approximation == "order_of_magnitude":
        top = maximum if maximum is not None else None if floor is None else floor * 10
        if floor is not None and top is not None and top < floor:  # tens of times below nought
            return Interval((top, 1), (floor, 0))
        return Interval(_low(floor), _high(top, is_open=True))
    if approximation in ("at_least", "more_than"):
        return Interval(_low(floor, is_open=approximation == "more_than"), _high(None))
    if approximation in ("at_most", "less_than"):
        return Interval(_low(None), _high(ceiling, is_open=approximation == "less_than"))
    if number is None or minimum is not None or maximum is not None:
        loose = LOOSE if approximation == "about" else Decimal(0)
        low = None if minimum is None else minimum - abs(minimum) * loose
        return Interval(_low(low), _high(None if maximum is None else maximum + abs(maximum) * loose))
    half = half_of_last_digit(number, factor, dimension)
    if approximation == "about":
        half = max(abs(number) * LOOSE, 2 * half)
        return Interval(_low(number - half), _high(number + half))
    return Interval(_low(number - half), _high(number + half, is_open=half != 0))


def half_of_last_digit(number: Decimal, factor: Decimal, dimension: str) -> Decimal:
    """How far a printed number may be off: half a unit of its last digit that is no trailing zero, a tenth of it at most.

    0 for a whole count or ratio below a thousand: "eight experts", "twice".
    """
    if dimension in _COUNTED:
        base = number * factor
        is_round = abs(base) >= ROUND_FROM and base % 10 == 0
        if abs(base) < EXACT_BELOW and base == base.to_integral_value() and not is_round:
            return Decimal(0)
    exponent = number.normalize().as_tuple().exponent
    return min(Decimal(5).scaleb(int(exponent) - 1), abs(number) * ROUNDEST)


def _low(number: Decimal | None, *, is_open: bool = False) -> End:
    return (-INFINITY, 0) if number is None else (number, int(is_open))


def _high(number: Decimal | None, *, is_open: bool = False) -> End:
    return (INFINITY, 0) if number is None else (number, -int(is_open))


def of_date(edtf: str) -> Interval:
    """The days that an EDTF string allows, as proleptic Gregorian ordinals (1 is 0001-01-01).

    Marked as uncertain or approximate (? ~ %), it reaches one unit of its precision further on either side. A date without
    its year allows any day.
    """
    earliest, latest = bounds(edtf)
    first, _, last = edtf.partition("/")
    low = -INFINITY if earliest is None else Decimal(_before(earliest, _precision(first)).toordinal())
    high = INFINITY if latest is None else Decimal(_after(latest, _precision(last or first)).toordinal())
    return closed(low, high)


def _precision(edtf: str) -> str | None:
    """What a date marked as uncertain or approximate may be off by: a year, a month or a day."""
    return ("year", "month", "day")[edtf.count("-")] if edtf[-1:] in ("~", "?", "%") else None


def _before(first: date, step: str | None) -> date:
    """The first day, one step earlier; the calendar begins with the year 1."""
    if step is None or first == date.min:
        return first
    if step == "year":
        return first.replace(year=max(1, first.year - 1))
    eve = first - timedelta(days=1)
    return eve if step == "day" else eve.replace(day=1)


def _after(last: date, step: str | None) -> date:
    """The last day, one step later; the calendar ends with the year 9999."""
    if step is None or last == date.max:
        return last
    if step == "year":
        return last.replace(year=min(9999, last.year + 1))
    morrow = last + timedelta(days=1)
    return morrow if step == "day" else morrow.replace(day=monthrange(morrow.year, morrow.month)[1])
