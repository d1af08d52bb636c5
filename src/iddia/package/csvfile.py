"""Rows as CSV: UTF-8, LF, a comma, plain dot decimals, empty for null; the same bytes everywhere."""

import re
from collections.abc import Iterable
from decimal import Decimal

from iddia.model.columns import CLAIM_ID_PATTERN, VERSION_PATTERN, Row

Cell = str | int | Decimal | bool | None

# What makes a cell need quotation marks. Not left to the csv module, which before Python 3.13 quotes no lone carriage return.
_NEEDS_QUOTES = re.compile(r'[,"\r\n]')


def render(model: type[Row], rows: Iterable[Row]) -> bytes:
    """The table's file, rows in the order of their key."""
    columns = list(model.model_fields)
    ordered = sorted(rows, key=lambda row: [_order(getattr(row, column)) for column in model.key])
    lines = [",".join(columns), *(",".join([_quoted(cell(getattr(row, column))) for column in columns]) for row in ordered)]
    return ("\n".join(lines) + "\n").encode("utf-8")


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if _NEEDS_QUOTES.search(text) else text


def _order(value: Cell) -> tuple[int, int | Decimal, str, int]:
    """Numbers by size, texts by code point; claim ids and versions by their numbers, so that .100 comes behind .99."""
    if isinstance(value, (int, Decimal)):
        return 0, value, "", 0
    if value and re.match(CLAIM_ID_PATTERN, value):
        stem, _, number = value.rpartition(".")
        return 1, 0, stem, int(number)
    if value and re.match(VERSION_PATTERN, value):
        return 1, 0, ".".join(part.zfill(9) for part in value.split(".")), 0
    return 1, 0, value or "", 0


def cell(value: Cell) -> str:
    """One value as it stands in a file: true and false, numbers without exponent or trailing zeros, "" for null."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        text = f"{value:f}"
        return text.rstrip("0").rstrip(".") if "." in text else text
    return str(value)
