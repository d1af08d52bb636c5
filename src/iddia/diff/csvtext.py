"""Rows of a CSV file as text, strictly, and large files as whole columns; both ways give the same cells."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

from iddia.diff.columns import ColumnRows
from iddia.diff.records import Row
from iddia.language import SaidError

LARGE = 4 << 20
"""Bytes from which on a file is read as columns: below, importing polars takes longer than reading."""
_LONGEST_CELL = 50_000_000
_BLOCK = 8 << 20


@dataclass(frozen=True)
class Csv:
    """A file's header and rows."""

    header: list[str]
    rows: Sequence[Row]


def read_csv(data: bytes, large: int = LARGE) -> Csv:
    """The rows of the file; lines without any cell are passed over. Raises SaidError, which says in which line, for what is no CSV."""
    found = _columns(data) if len(data) >= large else None
    return found or _rows(data)


def _columns(data: bytes) -> Csv | None:
    """The file by pyarrow; None where it reads otherwise than the strict reader, or says less of what is wrong."""
    import polars as pl
    import pyarrow as pa
    from pyarrow import csv as arrow

    header = _header(data)
    if not _is_plain(data) or len(set(header)) != len(header) or not header:
        return None
    try:
        table = arrow.read_csv(
            pa.BufferReader(data),
            arrow.ReadOptions(block_size=_BLOCK),
            arrow.ParseOptions(newlines_in_values=True),
            arrow.ConvertOptions(column_types=dict.fromkeys(header, pa.string()), strings_can_be_null=False),
        )
    except pa.ArrowInvalid:
        return None
    frame = pl.from_arrow(table)
    if not isinstance(frame, pl.DataFrame) or frame.columns != header:  # a column without a name is given one
        return None
    return Csv(header, ColumnRows(frame))


def _header(data: bytes) -> list[str]:
    """The first record, if it stands on one line; [] where the strict reader has to see."""
    line = data[: data.find(b"\n")].removeprefix(b"\xef\xbb\xbf")
    try:
        return next(csv.reader([line.decode("utf-8")], strict=True), [])
    except (UnicodeDecodeError, csv.Error):
        return []


def _is_plain(data: bytes) -> bool:
    """Whether quotation marks stand only where every reader takes them alike; a line end of any kind is one to both."""
    import numpy as np

    from iddia.checks.records import misplaced

    array = np.frombuffer(data, np.uint8)
    # In blocks, so that what is made on the way stays in the processor's cache and out of the peak of memory.
    blocks = (np.flatnonzero(array[start : start + _BLOCK] == ord('"')) + start for start in range(0, len(array), _BLOCK))
    quotes = np.concatenate([*blocks, np.zeros(0, np.int64)])
    return quotes.size % 2 == 0 and misplaced(array, quotes) is None


def _rows(data: bytes) -> Csv:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SaidError(f"is not UTF-8 at byte {error.start}", f"UTF-8 değil: {error.start}. bayt") from None
    usual = csv.field_size_limit(_LONGEST_CELL)
    try:
        return _parsed(text)
    finally:
        csv.field_size_limit(usual)


def _parsed(text: str) -> Csv:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: list[Row] = []
    try:
        header = next(reader, [])
        if len(set(header)) != len(header):
            raise SaidError("has two columns of one name", "aynı adı taşıyan iki sütun içeriyor")
        for cells in reader:
            if cells and len(cells) != len(header):
                raise SaidError(
                    f"the row that ends in line {reader.line_num}: {len(cells)} cells for {len(header)} columns",
                    f"{reader.line_num}. satırda biten kayıt: {len(header)} sütun için {len(cells)} hücre",
                )
            if cells:
                rows.append(dict(zip(header, cells, strict=True)))
    except csv.Error as error:
        raise SaidError(f"line {reader.line_num}: no CSV: {error}", f"{reader.line_num}. satır: CSV değil: {error}") from None
    return Csv(header, tuple(rows))
