"""What is wrong with one cell by its column: its type, its constraints, and letters that do harm.

Each test is there twice. ``suspects`` looks at many values at once and may suspect a good one, never pass a bad one;
``faults`` says exactly what is wrong with one value. Patterns alone are matched at once only: the engine needs time in
proportion to the text, whatever the pattern.
"""

import re
import unicodedata
from datetime import date
from decimal import Decimal
from functools import lru_cache

import numpy as np
import polars as pl

from iddia.checks.fault import Fault
from iddia.checks.nearest import nearest_word
from iddia.checks.records import Bools
from iddia.checks.tables import Column
from iddia.language import Said
from iddia.text.dates import bounds

PRINTED = frozenset({"quote", "surface", "suffix", "value_raw", "verb", "title", "name", "form"})
"""Columns that hold words as they are printed or spelled elsewhere: any letter may stand in them."""

_INTEGER = r"[+-]?[0-9]+"
_NUMBER = r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?"
_SHAPES = {
    "integer": _INTEGER,
    "number": _NUMBER,
    "date": r"[0-9]{4}-[0-9]{2}-[0-9]{2}",
    "year": r"-?[0-9]{4}",
    "yearmonth": r"[0-9]{4}-[0-9]{2}",
    "time": r"[0-9]{2}:[0-9]{2}:[0-9]{2}",
    "datetime": r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z?",
}
_LONG_NUMBER = r"[eE]|.{19}"
_LEAST = {"integer": Decimal(-(2**63)), "number": -Decimal("1.7976931348623157E+308")}
_MOST = {"integer": Decimal(2**63 - 1), "number": Decimal("1.7976931348623157E+308")}
"""What fits into 64 bits, as every reader of tables keeps numbers."""
LEGIBLE = frozenset({"cell-formula", "cell-invisible"})
"""Faults that leave no doubt what the cell says."""
TYPES = frozenset({*_SHAPES, "string", "boolean", "any"})
"""Types of Table Schema that can be checked."""

FORMULA = r"^[=@\t\r]|^[+\-](?:[^0-9.]|\.[^0-9]|$)"
_INVISIBLE = "\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\U000e0000-\U000e007f"
INVISIBLE = f"[{_INVISIBLE}\u200c\u200d]"
_FORMULA, _HIDDEN = re.compile(FORMULA), re.compile(f"[{_INVISIBLE}]|[\u200c\u200d]")
_DIRECTIONS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_EVERY_YEAR = r"\A[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|1[0-9]|2[0-8]))?)?\z"
"""EDTF of a day, month or year that is there in every year."""
_SHOWN = 60


class Bad:
    """The tests of one column, compiled."""

    def __init__(self, column: Column) -> None:
        self.column = column
        self.is_open = column.name in PRINTED or column.enum is not None or column.type != "string"
        self.faults = lru_cache(20_000)(self._faults)

    def misfits(self, values: pl.Series) -> Bools:
        """Which of the values do not match the column's pattern."""
        if self.column.pattern is None or values.null_count() == len(values):
            return np.zeros(len(values), bool)
        return ~_true(values.str.contains(whole(self.column.pattern)), default=True)

    def suspects(self, values: pl.Series, *, hidden: bool) -> Bools:
        """Which of the values, nulls aside, may be bad. ``hidden`` says whether some cell nearby holds an invisible letter."""
        column = self.column
        bad = self.misfits(values)
        if values.null_count() == len(values):
            return bad
        if column.enum is not None:
            bad |= ~_true(values.is_in(list(column.enum)), default=True)
        if column.type == "boolean":
            bad |= ~_true(values.is_in([*column.true_values, *column.false_values]), default=True)
        if (shape := _SHAPES.get(column.type)) is not None:
            bad |= ~_true(values.str.contains(rf"\A{shape}\z"), default=True)
        if column.type not in {"integer", "number", "boolean", "string", "any"}:
            bad[:] = True
        if column.is_number:
            bad |= _true(values.str.contains(_LONG_NUMBER), default=False)
        if column.is_edtf:
            bad |= ~_true(values.str.contains(_EVERY_YEAR), default=True)
        bad |= self._out_of_bounds(values)
        if not self.is_open:
            bad |= _true(values.str.contains(FORMULA), default=False)
            if hidden:
                bad |= _true(values.str.contains(INVISIBLE), default=False)
        bad &= values.is_not_null().to_numpy()
        return bad

    def _out_of_bounds(self, values: pl.Series) -> Bools:
        """Values beyond the bounds, or so near to one that a float cannot tell."""
        column = self.column
        bad = np.zeros(len(values), bool)
        if column.is_number and (column.minimum is not None or column.maximum is not None):
            numbers = values.cast(pl.Float64, strict=False).fill_null(0.0 if column.minimum is None else float(column.minimum)).to_numpy()
            slack = 1e-9
            if column.minimum is not None:
                bad |= ~(numbers >= float(column.minimum) + slack * abs(float(column.minimum)))
            if column.maximum is not None:
                bad |= ~(numbers <= float(column.maximum) - slack * abs(float(column.maximum)))
        if column.min_length is not None:
            bad |= ~_true(values.str.len_chars() >= column.min_length, default=True)
        if column.max_length is not None:
            bad |= ~_true(values.str.len_chars() <= column.max_length, default=True)
        return bad

    def _faults(self, value: str, *, fits: bool) -> Fault | None:
        """What is wrong with a value; None when nothing is. ``fits`` says whether it matches the pattern, if there is one."""
        return self._type(value) or self._constraint(value, fits=fits) or self._length(value) or self._edtf(value) or self._letters(value)

    def _type(self, value: str) -> Fault | None:
        column = self.column
        shape = _SHAPES.get(column.type)
        if column.type == "boolean":
            fine = value in column.true_values or value in column.false_values
        else:
            fine = shape is None or re.fullmatch(shape, value) is not None
        if fine and shape is not None and not column.is_number:
            fine = _exists(column.type, value)
        if fine:
            return None
        expected, mend = _expected(column)
        message = (f"the cell is no {column.type}", f"hücre {_TYPE_NAMES[column.type]} değil")
        nearest = nearest_word(value, (*column.true_values, *column.false_values)) if column.type == "boolean" else None
        return Fault("cell-type", message, shown(value), expected, mend, nearest)

    def _constraint(self, value: str, *, fits: bool) -> Fault | None:
        column = self.column
        if column.enum is not None and value not in column.enum and not (column.is_number and _among(value, column.enum)):
            message = ("the cell is none of the words listed for it", "hücre, izin verilen sözcüklerden biri değil")
            mend = ("write one of those", "bunlardan birini yazın")
            return Fault("cell-enum", message, shown(value), ", ".join(column.enum), mend, nearest_word(value, column.enum))
        if column.pattern is not None and not fits:
            found = odd_letters(value)
            message = ("the cell has another form than its column asks for", "hücre, sütununun istediği biçimde değil")
            if found:
                message = (f"{message[0]}: {found[0]}", f"{message[1]}: {found[1]}")
            mend = ("write it in that form, in plain letters of a keyboard", "bu biçimde, düz klavye harfleriyle yazın")
            return Fault("cell-pattern", message, shown(value), column.pattern, mend)
        if column.is_number:
            number = Decimal(value)
            minimum = _LEAST[column.type] if column.minimum is None else column.minimum
            maximum = _MOST[column.type] if column.maximum is None else column.maximum
            if number < minimum:
                words = ("the number is too small", "sayı çok küçük")
                expected = (f"{minimum} or more", f"{minimum} ya da fazlası")
                return Fault("cell-minimum", words, value[:_SHOWN], expected, ("correct the number", "sayıyı düzeltin"))
            if number > maximum:
                words = ("the number is too large", "sayı çok büyük")
                expected = (f"{maximum} or less", f"{maximum} ya da azı")
                return Fault("cell-maximum", words, value[:_SHOWN], expected, ("correct the number", "sayıyı düzeltin"))
        return None

    def _length(self, value: str) -> Fault | None:
        column = self.column
        if column.min_length is not None and len(value) < column.min_length:
            expected = (f"{column.min_length} letters or more", f"{column.min_length} ya da daha çok harf")
            return Fault("cell-min-length", ("the cell is too short", "hücre çok kısa"), shown(value), expected, _LENGTH)
        if column.max_length is not None and len(value) > column.max_length:
            expected = (f"{column.max_length} letters or fewer", f"{column.max_length} ya da daha az harf")
            return Fault("cell-max-length", ("the cell is too long", "hücre çok uzun"), shown(value), expected, _LENGTH)
        return None

    def _edtf(self, value: str) -> Fault | None:
        if not self.column.is_edtf:
            return None
        try:
            bounds(value)
        except ValueError:
            message = ("no such date, or an interval that ends before it begins", "böyle bir tarih yok ya da aralık başlamadan bitiyor")
            expected = "EDTF: 2025, 2025-08, 2025-08-15, XXXX-04, 2025-05/2025-08"
            return Fault("date-form", message, shown(value), expected, ("write a date of the calendar", "takvimde olan bir tarih yazın"))
        return None

    def _letters(self, value: str) -> Fault | None:
        if self.is_open:
            return None
        if _FORMULA.search(value):
            message = ("a spreadsheet would run the cell as a formula", "hesap tablosu bu hücreyi formül diye çalıştırır")
            expected = ("no =, @, +, -, tab or carriage return at the start", "başında =, @, +, -, sekme ya da satır başı olmadan")
            return Fault("cell-formula", message, shown(value), expected, ("begin the cell with a word", "hücreye bir sözcükle başlayın"))
        for match in _HIDDEN.finditer(value):
            letter = match[0]
            if letter in "\u200c\u200d" and _joins(value, match.start()):
                continue
            name, at = unicodedata.name(letter, "TAG"), match.start() + 1
            what = f"U+{ord(letter):04X} {name}"
            if _DIRECTIONS.match(letter):
                message = (
                    "a letter that cannot be seen turns the direction of the text",
                    "görünmeyen bir karakter yazının yönünü değiştiriyor",
                )
            else:
                message = ("a letter that cannot be seen stands in the cell", "hücrede görünmeyen bir karakter var")
            mend = (f"remove it; it is letter {at} of the cell", f"silin; hücrenin {at}. karakteri")
            return Fault("cell-invisible", message, what, ("letters that can be seen", "görünen harfler"), mend)
        return None


_LENGTH: Said = ("change the cell, or the schema's bound", "hücreyi ya da şemadaki sınırı değiştirin")
_TYPE_NAMES = {
    "integer": "tam sayı",
    "number": "sayı",
    "boolean": "true ya da false",
    "date": "gün",
    "year": "yıl",
    "yearmonth": "ay",
    "time": "saat",
    "datetime": "gün ve saat",
}
_EXAMPLES = {
    "integer": "12, -3",
    "number": "12, -3.5, 0.25",
    "date": "2025-08-15",
    "year": "2025",
    "yearmonth": "2025-08",
    "time": "09:30:00",
    "datetime": "2025-08-15T09:30:00Z",
}


def shown(value: str) -> str:
    """The start of a value in quotation marks, blanks and all."""
    return f'"{value}"' if len(value) <= _SHOWN else f'"{value[:_SHOWN]}…"'


def _expected(column: Column) -> tuple[str, Said]:
    if column.type == "boolean":
        return ", ".join((*column.true_values, *column.false_values)), ("write one of those", "bunlardan birini yazın")
    mend = ("write it in that form, with the digits 0 to 9 and without blanks", "bu biçimde, 0-9 rakamlarıyla ve boşluksuz yazın")
    return _EXAMPLES[column.type], mend


def _exists(kind: str, value: str) -> bool:
    """Whether a value of the right shape is a day or time that there is."""
    try:
        if kind in {"date", "datetime"}:
            date.fromisoformat(value[:10])
        if kind == "yearmonth":
            date(max(1, int(value[:4])), int(value[5:7]), 1)
    except ValueError:
        return False
    if kind not in {"time", "datetime"}:
        return True
    hour, minute, second = (int(part) for part in value.removesuffix("Z")[-8:].split(":"))
    return hour < 24 and minute < 60 and second < 60


def _among(value: str, choices: tuple[str, ...]) -> bool:
    """Whether a number is one of the numbers listed."""
    return any(re.fullmatch(_NUMBER, choice) is not None and Decimal(choice) == Decimal(value) for choice in choices)


def whole(pattern: str) -> str:
    """The pattern for a cell as a whole."""
    return rf"\A(?:{pattern})\z"


@lru_cache(1_000)
def can_match(pattern: str) -> bool:
    """Whether the pattern is one that can be matched in linear time (no look-around, no back-reference)."""
    try:
        for one in (pattern, whole(pattern)):  # alone too: a)|(b is none
            pl.Series(["", "a"]).str.contains(one)
    except pl.exceptions.PolarsError:
        return False
    return True


def _true(mask: pl.Series, *, default: bool) -> Bools:
    return mask.fill_null(default).to_numpy()


def _joins(value: str, at: int) -> bool:
    """Whether a joiner stands between two letters, marks or symbols, as in scripts and emoji that need it."""
    around = value[at - 1 : at] + value[at + 1 : at + 2]
    return at > 0 and len(around) == 2 and all(unicodedata.category(letter)[0] in "LMS" for letter in around)


def odd_letters(value: str) -> Said | None:
    """The letters of an id that are no plain ones, by name: they may look like plain ones."""
    odd = [letter for letter in value if not letter.isascii()]
    if not odd:
        return None
    names = ", ".join(f"U+{ord(letter):04X} {unicodedata.name(letter, '?')}" for letter in dict.fromkeys(odd[:3]))
    return f"it holds {names}", f"içinde {names} var"
