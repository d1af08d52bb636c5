"""What numbers a printed number, and what days a date, may stand for."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iddia.relate.intervals import INFINITY, Amount, Interval, of_date, of_quantity, usually_meant

law = settings(deadline=None, max_examples=200)

# number, least, most, approximation, factor, dimension → the interval, worked by hand: [ and ] are ends that belong to it.
QUANTITIES: list[tuple[str | None, ...]] = [
    ("2", None, None, "at_least", "1", "count", "[2, ∞)"),
    (None, "2", None, "at_least", "1", "count", "[2, ∞)"),
    ("500e6", None, None, "more_than", "1", "money", "(500000000, ∞)"),
    ("30", None, None, "less_than", "1", "count", "(-∞, 30)"),
    ("30", None, None, "at_most", "1", "count", "(-∞, 30]"),
    (None, None, "30", "at_most", "1", "count", "(-∞, 30]"),
    (None, None, "30", "exact", "1", "count", "(-∞, 30]"),
    (None, "30", None, "exact", "1", "count", "[30, ∞)"),
    ("100e9", None, None, "order_of_magnitude", "1", "money", "[100000000000, 1000000000000)"),
    (None, "100e9", None, "order_of_magnitude", "1", "money", "[100000000000, 1000000000000)"),
    (None, "2e6", "10e6", "order_of_magnitude", "1", "money", "[2000000, 10000000)"),
    (None, "-100", None, "order_of_magnitude", "1", "money", "(-1000, -100]"),
    ("-100", None, None, "order_of_magnitude", "1000", "money", "(-1000000, -100000]"),
    (None, "-1000", "-100", "order_of_magnitude", "1", "money", "[-1000, -100)"),
    (None, "10", "15", "exact", "1", "count", "[10, 15]"),
    (None, "10", "15", None, "1", "count", "[10, 15]"),
    (None, "10", "15", "exact", "0.01", "ratio", "[0.1, 0.15]"),
    (None, "10", "15", "about", "1", "count", "[9, 16.5]"),
    ("256", None, None, "exact", "1", "count", "[256, 256]"),
    ("999", None, None, "exact", "1", "count", "[999, 999]"),
    ("1000", None, None, "exact", "1", "count", "[900, 1100)"),
    ("1001", None, None, "exact", "1", "count", "[1000.5, 1001.5)"),
    ("0", None, None, "exact", "1", "count", "[0, 0]"),
    ("0", None, None, "exact", "1", "money", "[0, 0]"),
    ("0", None, None, "about", "1", "money", "[0, 0]"),
    ("2", None, None, "exact", "1", "ratio", "[2, 2]"),
    ("2.5", None, None, "exact", "1", "ratio", "[2.45, 2.55)"),
    ("2.5", None, None, "exact", "1", "count", "[2.45, 2.55)"),
    ("0.5", None, None, "exact", "1000", "count", "[450, 550)"),
    ("0.512", None, None, "exact", "1000", "count", "[512, 512]"),
    ("500", None, None, "exact", "1", "count", "[450, 550)"),
    ("512", None, None, "exact", "1", "count", "[512, 512]"),
    ("550", None, None, "exact", "1", "count", "[545, 555)"),
    ("990", None, None, "exact", "1", "count", "[985, 995)"),
    ("100", None, None, "exact", "1", "count", "[90, 110)"),
    ("110", None, None, "exact", "1", "count", "[105, 115)"),
    ("101", None, None, "exact", "1", "count", "[101, 101]"),
    ("90", None, None, "exact", "1", "count", "[90, 90]"),
    ("50", None, None, "exact", "1", "count", "[50, 50]"),
    ("-500", None, None, "exact", "1", "count", "[-550, -450)"),
    ("-90", None, None, "exact", "1", "count", "[-90, -90]"),
    ("200", None, None, "exact", "1", "ratio", "[180, 220)"),
    ("201", None, None, "exact", "1", "ratio", "[201, 201]"),
    ("20000", None, None, "exact", "0.01", "ratio", "[180, 220)"),
    ("500", None, None, "about", "1", "count", "[400, 600]"),
    ("512", None, None, "about", "1", "count", "[460.8, 563.2]"),
    ("1.2", None, None, "exact", "1000", "count", "[1150, 1250)"),
    ("100", None, None, "exact", "0.01", "ratio", "[1, 1]"),
    ("50", None, None, "exact", "0.01", "ratio", "[0.45, 0.55)"),
    ("20", None, None, "exact", "0.01", "ratio", "[0.18, 0.22)"),
    ("97.4", None, None, "exact", "0.01", "ratio", "[0.9735, 0.9745)"),
    ("5e6", None, None, "exact", "1", "money", "[4500000, 5500000)"),
    ("5", None, None, "exact", "1e6", "money", "[4500000, 5500000)"),
    ("5000000", None, None, None, "1", "money", "[4500000, 5500000)"),
    ("1.2e12", None, None, "exact", "1", "count", "[1150000000000, 1250000000000)"),
    ("671e9", None, None, "exact", "1", "count", "[670500000000, 671500000000)"),
    ("1e9", None, None, "exact", "1", "money", "[900000000, 1100000000)"),
    ("10", None, None, "exact", "1", "money", "[9, 11)"),
    ("15", None, None, "exact", "1", "money", "[14.5, 15.5)"),
    ("105", None, None, "exact", "1", "money", "[104.5, 105.5)"),
    ("3", None, None, "exact", "1", "money", "[2.7, 3.3)"),
    ("9", None, None, "exact", "1", "money", "[8.5, 9.5)"),
    ("2.50", None, None, "exact", "1", "money", "[2.45, 2.55)"),
    ("-5", None, None, "exact", "1", "money", "[-5.5, -4.5)"),
    ("-2", None, None, "about", "1", "money", "[-2.4, -1.6]"),
    ("50000", None, None, "about", "1", "count", "[40000, 60000]"),
    ("20000", None, None, "about", "1", "count", "[16000, 24000]"),
    ("8", None, None, "about", "1", "count", "[7.2, 8.8]"),
    ("8", None, None, "about", "1", "money", "[7, 9]"),
    ("1.6e9", None, None, "about", "1", "money", "[1440000000, 1760000000]"),
    ("1.61e9", None, None, "about", "1", "money", "[1449000000, 1771000000]"),
    ("3", None, None, "exact", "31557600", "time", "[85205520, 104140080)"),
]

# date → first and last day.
DATES = [
    ("2025", "2025-01-01", "2025-12-31"),
    ("2025-05", "2025-05-01", "2025-05-31"),
    ("2024-02", "2024-02-01", "2024-02-29"),
    ("2025-05-17", "2025-05-17", "2025-05-17"),
    ("202X", "2020-01-01", "2029-12-31"),
    ("2025-XX", "2025-01-01", "2025-12-31"),
    ("2025-05-XX", "2025-05-01", "2025-05-31"),
    ("2025-05/2025-08", "2025-05-01", "2025-08-31"),
    ("2025-05-17/2026", "2025-05-17", "2026-12-31"),
    ("2025-05/..", "2025-05-01", None),
    ("../2025-05", None, "2025-05-31"),
    ("2025-05~", "2025-04-01", "2025-06-30"),
    ("2025-05?", "2025-04-01", "2025-06-30"),
    ("2025-05%", "2025-04-01", "2025-06-30"),
    ("2025-05-17~", "2025-05-16", "2025-05-18"),
    ("2025~", "2024-01-01", "2026-12-31"),
    ("2025-03~", "2025-02-01", "2025-04-30"),
    ("2025-01~", "2024-12-01", "2025-02-28"),
    ("2025-12?", "2025-11-01", "2026-01-31"),
    ("2025-05~/2025-08", "2025-04-01", "2025-08-31"),
    ("2025-05/2025-08~", "2025-05-01", "2025-09-30"),
    ("2025-05~/..", "2025-04-01", None),
    ("../2025-05-17?", None, "2025-05-18"),
    ("0002~", "0001-01-01", "0003-12-31"),
    ("0001~", "0001-01-01", "0002-12-31"),
    ("0001-01~", "0001-01-01", "0001-02-28"),
    ("9999~", "9998-01-01", "9999-12-31"),
    ("9999-12-31~", "9999-12-30", "9999-12-31"),
    ("2025-03-31?", "2025-03-30", "2025-04-01"),
    ("2024-02-29/2025~", "2024-02-29", "2026-12-31"),
    ("2024-01-31~/2024-02-29~", "2024-01-30", "2024-03-01"),
    ("XXXX-04", None, None),
    ("XXXX", None, None),
    ("XXXX-04-05", None, None),
]


def printed(interval: Interval) -> str:
    (low, after), (high, before) = interval
    first = "(-∞" if low == -INFINITY else f"{'(' if after else '['}{_plain(low)}"
    last = "∞)" if high == INFINITY else f"{_plain(high)}{')' if before else ']'}"
    return f"{first}, {last}"


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"


@pytest.mark.parametrize("row", QUANTITIES, ids=lambda row: " ".join(str(part) for part in row if part is not None))
def test_a_quantity_stands_for_the_interval_that_the_rules_give(row: tuple[str | None, ...]) -> None:
    *numbers, approximation, factor, dimension, interval = row
    number, least, most = (None if text is None else Decimal(text) for text in numbers)
    assert printed(of_quantity(Amount(number, least, most, approximation), Decimal(factor or 1), dimension or "")) == interval


@pytest.mark.parametrize(("edtf", "first", "last"), DATES)
def test_a_date_stands_for_the_days_that_it_allows(edtf: str, first: str | None, last: str | None) -> None:
    interval = of_date(edtf)
    assert interval.low == ((-INFINITY if first is None else Decimal(date.fromisoformat(first).toordinal())), 0)
    assert interval.high == ((INFINITY if last is None else Decimal(date.fromisoformat(last).toordinal())), 0)
    assert interval.says_nothing is (first is None and last is None)


@pytest.mark.parametrize(
    ("amount", "interval"),
    [
        (Amount(Decimal(500), None, None, "more_than"), "(500, 1000]"),
        (Amount(Decimal(500), None, None, "at_least"), "[500, 1000]"),
        (Amount(Decimal(500), None, None, "at_most"), "(-∞, 500]"),
        (Amount(Decimal(500), None, None, "about"), "[400, 600]"),
        (Amount(Decimal(0), None, None, "at_least"), "[0, ∞)"),
        (Amount(Decimal(-5), None, None, "at_least"), "[-5, ∞)"),
    ],
)
def test_a_floor_above_nought_is_usually_meant_up_to_twice_itself_and_nothing_else_is_changed(amount: Amount, interval: str) -> None:
    assert printed(usually_meant(of_quantity(amount, Decimal(1), "money"))) == interval


def _interval(text: str) -> Interval:
    first, last = text[1:-1].split(",")
    return Interval((Decimal(first), int(text[0] == "(")), (Decimal(last), -int(text[-1] == ")")))


@pytest.mark.parametrize(
    ("one", "other", "apart", "holds", "held"),
    [
        ("[1,2]", "[2,3]", False, False, False),
        ("[1,2)", "[2,3]", True, False, False),
        ("[1,2]", "(2,3]", True, False, False),
        ("[1,2)", "(2,3]", True, False, False),
        ("[1,4]", "[2,3]", False, True, False),
        ("[1,4)", "[1,4]", False, False, True),
        ("(1,4]", "[1,4]", False, False, True),
        ("(1,4)", "(1,4)", False, True, True),
        ("[1,1]", "[2,2]", True, False, False),
        ("[-Infinity,2)", "[2,Infinity]", True, False, False),
    ],
)
def test_intervals_overlap_and_hold_one_another_by_their_ends(one: str, other: str, apart: bool, holds: bool, held: bool) -> None:
    first, second = _interval(one), _interval(other)
    assert first.apart(second) is second.apart(first) is apart
    assert first.holds(second) is holds
    assert second.holds(first) is held


numbers = st.decimals(-(10**14), 10**14, allow_nan=False, allow_infinity=False, places=4)
factors = st.sampled_from([Decimal(text) for text in ("1", "0.01", "1000", "1e15", "31557600")])
dimensions = st.sampled_from(["money", "count", "ratio", "time"])
approximations = st.sampled_from([None, "exact", "about", "at_least", "more_than", "at_most", "less_than", "order_of_magnitude"])


@law
@given(numbers, approximations, factors, dimensions)
def test_a_printed_number_lies_in_its_interval_or_at_its_edge(
    number: Decimal, approximation: str | None, factor: Decimal, dimension: str
) -> None:
    low, high = of_quantity(Amount(number, None, None, approximation), factor, dimension)
    assert low[0] <= number * factor <= high[0]
    assert low <= high or number == 0


@law
@given(numbers, factors, dimensions)
def test_no_number_is_off_by_more_than_a_tenth_and_about_it_is_at_least_twice_as_wide(
    number: Decimal, factor: Decimal, dimension: str
) -> None:
    alone = of_quantity(Amount(number, None, None, "exact"), factor, dimension)
    about = of_quantity(Amount(number, None, None, "about"), factor, dimension)
    assert alone.high[0] - alone.low[0] <= abs(number * factor) / 5
    assert about.high[0] - about.low[0] >= 2 * (alone.high[0] - alone.low[0])
    assert about.holds(alone)


@law
@given(numbers, approximations, st.integers(-3, 6), dimensions)
def test_the_power_of_ten_of_the_unit_does_not_change_what_is_meant(
    number: Decimal, approximation: str | None, power: int, dimension: str
) -> None:
    scale = Decimal(10) ** power
    in_ones = of_quantity(Amount(number, None, None, approximation), Decimal(1), dimension)
    assert of_quantity(Amount(number / scale, None, None, approximation), scale, dimension) == in_ones
