import calendar
import re
from datetime import date
from typing import Any

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from iddia.text.dates import EDTF_PATTERN, MONTHS, bounds, dates
from iddia.text.spans import Span

law = settings(deadline=None, max_examples=150)
years = st.integers(1, 9999)
days = st.dates(date(1, 1, 1), date(9999, 12, 31))
qualified = st.sampled_from(["", "?", "~", "%"])


def _oracle(edtf: str) -> tuple[date | None, date | None]:
    parsed: Any = parse_edtf(edtf)
    first, last = parsed.lower_strict(), parsed.upper_strict()
    return date(max(1, first.tm_year), first.tm_mon, first.tm_mday), date(last.tm_year, last.tm_mon, last.tm_mday)


def _hidden(year: int, unknown: int) -> str:
    return f"{year:04}"[: 4 - unknown] + "X" * unknown


points = st.one_of(
    st.builds(lambda year, mark: f"{year:04}{mark}", years, qualified),
    st.builds(lambda day, mark: f"{day:%Y}".zfill(4) + f"-{day:%m}{mark}", days, qualified),
    st.builds(lambda day, mark: day.isoformat() + mark, days, qualified),
)
hidden = st.builds(
    lambda day, unknown, form: (_hidden(day.year, unknown) + form).replace("MM", f"{day:%m}").replace("DD", f"{min(day.day, 28):02}"),
    days,
    st.integers(0, 2),
    st.sampled_from(["", "-MM", "-XX", "-MM-DD", "-MM-XX", "-XX-DD", "-XX-XX"]),
)


@law
@given(st.one_of(points, hidden))
def test_bounds_of_a_date_are_those_of_the_edtf_library(edtf: str) -> None:
    assert bounds(edtf) == _oracle(edtf)
    assert re.fullmatch(EDTF_PATTERN, edtf)


@law
@given(st.one_of(points, hidden), st.one_of(points, hidden))
def test_an_interval_runs_from_the_first_earliest_to_the_last_latest_day_or_is_refused(first: str, last: str) -> None:
    earliest, latest = bounds(first)[0], bounds(last)[1]
    assert earliest is not None
    assert latest is not None
    assert re.fullmatch(EDTF_PATTERN, f"{first}/{last}")
    if earliest > latest:
        with pytest.raises(ValueError, match="ends before it begins"):
            bounds(f"{first}/{last}")
    else:
        assert bounds(f"{first}/{last}") == (earliest, latest)
    assert bounds(f"../{last}") == (None, latest)
    assert bounds(f"{first}/..") == (earliest, None)


@settings(law, max_examples=40)
@given(points, points)
def test_bounds_of_an_interval_are_those_of_the_edtf_library(first: str, last: str) -> None:
    edges = sorted([first, last], key=lambda point: _oracle(point)[0] or date.min)
    if (_oracle(edges[0])[0] or date.min) <= (_oracle(edges[1])[1] or date.max):
        assert bounds("/".join(edges)) == _oracle("/".join(edges))


@pytest.mark.parametrize("year", ["190X", "19XX", "202X", "000X", "20XX", "210X"])
def test_29_february_of_an_unknown_year_is_in_a_leap_year(year: str) -> None:
    allowed = range(max(1, int(year.replace("X", "0"))), int(year.replace("X", "9")) + 1)
    leap = [number for number in allowed if calendar.isleap(number)]
    assert bounds(f"{year}-02-29") == (date(leap[0], 2, 29), date(leap[-1], 2, 29))


@pytest.mark.parametrize("edtf", ["XXXX", "XXXX-04", "XXXX-04-15", "XXXX-02-29", "XXXX-XX-15", "XXXX-04-XX", "0000", "XXXX-04~"])
def test_without_a_year_no_day_is_earliest_or_latest(edtf: str) -> None:
    assert bounds(edtf) == (None, None)
    assert bounds(f"{edtf}/2025") == (None, date(2025, 12, 31))
    assert bounds(f"2025/{edtf}") == (date(2025, 1, 1), None)


@pytest.mark.parametrize(
    ("edtf", "why"),
    [
        ("2025-13", "has month 13"),
        ("2025-00", "has month 00"),
        ("XXXX-13", "has month 13"),
        ("2025-04-31", "that month has 30 days"),
        ("2025-02-29", "that month has 28 days"),
        ("1900-02-29", "that month has 28 days"),
        ("XXXX-02-30", "that month has 29 days"),
        ("202X-04-31", "that month has 30 days"),
        ("2025-XX-32", "that month has 31 days"),
        ("2025-01-00", "has day 00"),
        ("2025-08/2025-05", "ends before it begins"),
        ("2026/2025", "ends before it begins"),
        ("2025-08-15/2025-08-14", "ends before it begins"),
        ("203X/202X", "ends before it begins"),
        ("../..", "interval without a date"),
        ("..", "is no EDTF date"),
        ("", "is no EDTF date"),
        ("/", "is no EDTF date"),
        ("2025/", "is no EDTF date"),
        ("/2025", "is no EDTF date"),
        ("2025/2026/2027", "is no EDTF date"),
        ("2025/../..", "is no EDTF date"),
        ("25", "is no EDTF date"),
        ("2025-8", "is no EDTF date"),
        ("2025-08-5", "is no EDTF date"),
        ("20250815", "is no EDTF date"),
        ("X025", "is no EDTF date"),
        ("2X25", "is no EDTF date"),
        ("2025-0X", "is no EDTF date"),
        ("2025-08-1X", "is no EDTF date"),
        ("2025??", "is no EDTF date"),
        ("2025?-08", "is no EDTF date"),
        ("2025-08-15T10:00", "is no EDTF date"),
        ("2025-21", "has month 21"),
        ("-2025", "is no EDTF date"),
        (" 2025", "is no EDTF date"),
        ("2025\n", "is no EDTF date"),
        ("٢٠٢٥", "is no EDTF date"),
        ("Ağustos 2025", "is no EDTF date"),
    ],
)
def test_what_is_no_date_is_refused_with_the_reason(edtf: str, why: str) -> None:
    with pytest.raises(ValueError, match=re.escape(why)):
        bounds(edtf)


@law
@given(st.one_of(st.text("0123456789X-/.?~%", max_size=12), st.text(max_size=8)))
def test_any_string_has_bounds_in_order_or_is_refused_by_a_valueerror(edtf: str) -> None:
    try:
        earliest, latest = bounds(edtf)
    except ValueError:
        return
    assert re.fullmatch(EDTF_PATTERN, edtf)
    assert earliest is None or latest is None or earliest <= latest


@law
@given(
    st.integers(1000, 2999) | st.integers(1900, 2099),
    st.integers(1, 12),
    st.integers(1, 31),
    st.sampled_from(["", "'te", "’nın", " ayında"]),
)
def test_words_of_a_date_agree_with_what_they_were_rendered_from(year: int, month: int, day: int, ending: str) -> None:
    name = MONTHS[month - 1]
    forms = {f"{day} {name} {year}": (year, month, day), f"{name} {year}": (year, month, None), f"{day} {name}": (None, month, day)}
    forms |= {name: (None, month, None), f"{name}, {year}": (year, month, None)}
    forms |= {f"{year} {name}": (year, month, None)} if 1900 <= year < 2100 else {}
    edtf = f"{year:04}-{month:02}-{day:02}"
    for words, expected in forms.items():
        text = f"Yeni model {words}{ending} çıktı."
        (found,) = dates(text)
        assert (found.year, found.month, found.day) == expected
        assert found.span.cut(text).removesuffix(" ayında") == words
        assert found.agrees_with(edtf)
        assert found.agrees_with(f"{edtf}/..")
        assert found.agrees_with(f"../{edtf}~")
        assert not found.agrees_with(f"{year:04}-{month % 12 + 1:02}-{day:02}")
        assert found.agrees_with(f"{year + 1:04}-{month:02}-{day:02}") == (found.year is None)
        assert found.agrees_with(f"{year:04}-{month:02}-{day % 31 + 1:02}") == (found.day is None)
        assert found.agrees_with(f"XXXX-{month:02}-{day:02}") == (found.year is None)
        assert found.agrees_with(f"{year:04}-{month:02}") == (found.day is None)


@law
@given(st.dates(date(1000, 1, 1), date(2999, 12, 31)))
def test_iso_dates_and_marked_years_agree_too(day: date) -> None:
    (iso,) = dates(f"date {day.isoformat()} Yazar")
    assert (iso.year, iso.month, iso.day) == (day.year, day.month, day.day)
    (marked,) = dates(f"Şirket {day.year} yılında kuruldu.")
    assert (marked.year, marked.month, marked.day) == (day.year, None, None)
    assert iso.agrees_with(day.isoformat())
    assert marked.agrees_with(f"{day.year}")
    assert marked.agrees_with(day.isoformat())
    assert not marked.agrees_with(f"{day.year % 2999 + 1:04}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024'te çıktı", ["2024"]),
        ("2024’ten beri", ["2024"]),
        ("2025 senesinde", ["2025"]),
        ("Nisan ayı ortalarında", ["Nisan ayı"]),
        ("Mayıs'ın ve Eylül’de", ["Mayıs", "Eylül"]),
        ("1 Ocak 2025, 2 Şubat 2025", ["1 Ocak 2025", "2 Şubat 2025"]),
        ("Mart 2025'te", ["Mart 2025"]),
        ("2025'in başında, 2023'ün sonunda, 2024'e", ["2025", "2023", "2024"]),
        ("2000'den fazla dolar", []),
        ("15.08.2025 günü, 1/9/2025 günü", ["15.08.2025", "1/9/2025"]),
        ("eylül ayında ve 15 ağustos günü, mart 2025'te", ["eylül ayında", "15 ağustos", "mart 2025"]),
        ("AĞUSTOS AYINDA, EYLÜL 2025'TE", ["AĞUSTOS AYINDA", "EYLÜL 2025"]),
        ("ocak başında ekim ve aralık", []),
        ("Kasımpaşa ve Ekimde ve Martı", []),
        ("2024 Aralık'ta, 2024 aralık ayında, 2024 ARALIK", ["2024 Aralık", "2024 aralık", "2024 ARALIK"]),
        ("2024 Mart 2025", ["Mart 2025"]),
        ("Mart 2024 Nisan 2025", ["Mart 2024", "Nisan 2025"]),
        ("1500 ekim ve 2024 Aralıklı, 2024 Ekimde", []),
        ("2000 Dolar", []),
        ("1.2024 ve 2024 model", []),
        ("H2024'te", []),
        ("12024 yılında", []),
        ("", []),
    ],
)
def test_dates_are_found_where_words_mark_them(text: str, expected: list[str]) -> None:
    assert [found.span.cut(text) for found in dates(text)] == expected


def test_the_words_of_an_interval_may_name_either_end() -> None:
    (words,) = dates("Ağustos 2025")
    assert words.span == Span(0, 12)
    assert words.agrees_with("2025-05/2025-08")
    assert words.agrees_with("2025-08/2025-09")
    assert not words.agrees_with("2025-05/2025-09")
