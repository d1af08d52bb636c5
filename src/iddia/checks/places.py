"""Where the cells of a record stand: worked out only for records in which something is wrong."""

import re

from iddia.errors import Place
from iddia.text.spans import Lines

_CELL = re.compile(r'"(?:[^"]++|"")*+(?:"[^,\n]*+)?+|[^,\n]*+')


def cell_spans(record: str) -> list[tuple[int, int]]:
    """First and last offset of each cell of a record without its line end, quotation marks included."""
    spans = []
    at = 0
    while at <= len(record):
        match = _CELL.match(record, at)
        end = match.end() if match else at
        spans.append((at, end))
        at = end + 1
    return spans


def without_end(record: bytes) -> bytes:
    """A record without its line end."""
    return record.removesuffix(b"\n").removesuffix(b"\r")


def cell_place(file: str, record: bytes, line: int, cell: int) -> Place:
    """The place of a record's cell, from 0; the last cell there is, when there are fewer."""
    text = without_end(record).decode("utf-8", "replace")
    spans = cell_spans(text)
    start, end = spans[min(cell, len(spans) - 1) if cell >= 0 else -1]
    return span_place(file, text, line, start, end)


def byte_place(file: str, record: bytes, line: int, at: int) -> Place:
    """The place of a byte of a record; what stands before it may be broken too."""
    text = record[:at].decode("utf-8", "replace")
    return span_place(file, text + " ", line, len(text), len(text) + 1)


def span_place(file: str, text: str, line: int, start: int, end: int) -> Place:
    """The place of a span of a record's text, whose first line is ``line`` of the file."""
    lines = Lines(text)
    first, column = lines(start)
    last, end_column = lines(end)
    return Place(file, line + first - 1, column, line + last - 1, end_column)


def unquoted(cell: str) -> str:
    """What a cell says."""
    return cell[1:-1].replace('""', '"') if len(cell) > 1 and cell[0] == cell[-1] == '"' else cell
