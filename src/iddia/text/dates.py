"""Dates: the part of EDTF that readings use, and Turkish date words in running text.

EDTF is ISO 8601-2:2019, https://www.loc.gov/standards/datetime/. Read here: a year, month or day, X for unknown
digits ("XXXX-04" is some April), one of ? ~ % behind it, and an interval of two such, ".." for an open end.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date

from iddia.language import SaidError
from iddia.text.spans import Span
from iddia.text.turkish import key, turkish_upper

_POINT = re.compile(r"(?P<y>[0-9]{4}|[0-9]{2}XX|[0-9]{3}X|XXXX)(?:-(?P<m>[0-9]{2}|XX)(?:-(?P<d>[0-9]{2}|XX))?)?[?~%]?")
EDTF_PATTERN = r"^(?:[0-9X]{4}(?:-[0-9X]{2}(?:-[0-9X]{2})?)?[?~%]?|\.\.)(?:/(?:[0-9X]{4}(?:-[0-9X]{2}(?:-[0-9X]{2})?)?[?~%]?|\.\.))?$"
MONTHS = ("Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran", "Temmuz", "Ağustos", "Eylül", "Ekim", "Kasım", "Aralık")
_MONTH_NUMBER = {key(name): number for number, name in enumerate(MONTHS, 1)}


def bounds(edtf: str) -> tuple[date | None, date | None]:
    """Earliest and latest day an EDTF string allows; None where it leaves that end open or unknown.

    Raises SaidError, which says what is wrong, for anything else, impossible days and reversed intervals.
    """
    first, slash, last = edtf.partition("/")
    if not slash:
        return _point(first)
    if first == last == "..":
        raise SaidError(f"{edtf!r} is an interval without a date", f"{edtf!r} tarihi olmayan bir aralık")
    earliest = None if first == ".." else _point(first)[0]
    latest = None if last == ".." else _point(last)[1]
    if earliest and latest and earliest > latest:
        raise SaidError(f"{edtf!r} ends before it begins", f"{edtf!r} başlamadan bitiyor")
    return earliest, latest


def _point(edtf: str) -> tuple[date | None, date | None]:
    match = _POINT.fullmatch(edtf)
    if match is None:
        raise SaidError(
            f"{edtf!r} is no EDTF date such as 2025, 2025-08, 2025-08-15, XXXX-04 or 2025-05/2025-08",
            f"{edtf!r} bir EDTF tarihi değil; örnekler: 2025, 2025-08, 2025-08-15, XXXX-04, 2025-05/2025-08",
        )
    year, month, day = match["y"], match["m"], match["d"]
    if month not in (None, "XX") and not 1 <= int(month) <= 12:
        raise SaidError(
            f"{edtf!r} has month {month}; months run from 01 to 12", f"{edtf!r} için ay {month} verilmiş; aylar 01 ile 12 arasındadır"
        )
    if day not in (None, "XX"):
        # A day without its month or year may still be possible: 2024 is a leap year, January has 31 days.
        longest = calendar.monthrange(int(year) if year.isdigit() and year != "0000" else 2024, 1 if month in (None, "XX") else int(month))[
            1
        ]
        if not 1 <= int(day) <= longest:
            raise SaidError(
                f"{edtf!r} has day {day}; that month has {longest} days", f"{edtf!r} için gün {day} verilmiş; o ay {longest} gün çeker"
            )
    if year in {"XXXX", "0000"}:
        return None, None
    return _edge(year, month, day, first=True), _edge(year, month, day, first=False)


def _edge(year: str, month: str | None, day: str | None, *, first: bool) -> date:
    y = max(1, int(year.replace("X", "0" if first else "9")))
    m = int(month) if month not in (None, "XX") else (1 if first else 12)
    if day not in (None, "XX"):
        while int(day) > calendar.monthrange(y, m)[1]:  # 29 February of a year whose last digits are unknown
            y += 1 if first else -1
        return date(y, m, int(day))
    return date(y, m, 1 if first else calendar.monthrange(y, m)[1])


@dataclass(frozen=True)
class DateWords:
    """Words of a text that name a date; what they do not say is None."""

    span: Span
    year: int | None
    month: int | None
    day: int | None

    def agrees_with(self, edtf: str) -> bool:
        """Whether the EDTF string says what the words say; what the words leave out may be anything."""
        ends = [_POINT.fullmatch(end) for end in edtf.split("/") if end != ".."]
        return any(
            match is not None
            and (self.year is None or match["y"] == f"{self.year:04}")
            and (self.month is None or match["m"] == f"{self.month:02}")
            and (self.day is None or match["d"] == f"{self.day:02}")
            for match in ends
        )


_MONTH_NAMES = "|".join(MONTHS)
_ANY_CASE = "|".join(f"[{name[0]}{name[0].lower()}]{name[1:]}|{turkish_upper(name)}" for name in MONTHS)
# A month's name with a small letter is a date only beside a day, a year or "ayı": "ocak" is an oven too, "ekim" sowing, "aralık" a gap.
_DATE_WORDS = re.compile(
    r"(?P<iso>\b[12]\d{3}-\d{2}-\d{2}\b)"
    r"|\b(?P<dotted>\d{1,2}[./]\d{1,2}[./][12]\d{3})\b(?![./]\d)"
    rf"|\b(?P<d>\d{{1,2}}) (?P<m1>{_ANY_CASE})(?![a-zçğıöşü])(?:[ ,]+(?P<y1>[12]\d{{3}})\b)?"
    rf"|\b(?P<y3>(?:19|20)\d{{2}}) (?P<m5>{_ANY_CASE})(?![a-zçğıöşü]|[ ,]+[12]\d{{3}}\b)"
    rf"|\b(?P<m2>{_ANY_CASE})[ ,]+(?P<y2>[12]\d{{3}})\b"
    rf"|\b(?P<m3>{_ANY_CASE})(?= ay(?:ı|i)\w*| AYI)(?: \w+)?"
    rf"|\b(?P<m4>{_MONTH_NAMES})(?![a-zçğıöşü])"
    r"|\b(?P<year>[12]\d{3})(?= (?:yıl|sene))|\b(?P<bare>(?:19|20)\d{2})(?=['’][a-zçğıöşü]++(?! (?:fazla|az|çok|aşkın)\b))"
)


def dates(text: str) -> list[DateWords]:
    """Every date written with a month's name, as 2025-08-15 or 15.08.2025, or as a year marked as one ("2023 yılında")."""
    return [_date_words(match) for match in _DATE_WORDS.finditer(text)]


def _date_words(match: re.Match[str]) -> DateWords:
    span, said = Span(*match.span()), match.groupdict()
    if said["iso"]:
        year, month, day = map(int, said["iso"].split("-"))
        return DateWords(span, year, month, day)
    if said["dotted"]:
        day, month, year = map(int, re.split(r"[./]", said["dotted"]))
        return DateWords(span, year, month, day)
    name = next((said[group] for group in ("m1", "m2", "m3", "m4", "m5") if said[group]), None)
    printed = next((said[group] for group in ("y1", "y2", "y3", "year", "bare") if said[group]), None)
    return DateWords(
        span,
        int(printed) if printed else None,
        _MONTH_NUMBER[key(name)] if name else None,
        int(said["d"]) if said["d"] else None,
    )
