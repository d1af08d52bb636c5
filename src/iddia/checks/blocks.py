"""Cells of a piece of a file as columns: pyarrow splits the records, strictly, and what it cannot split is told apart here."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import polars as pl
import pyarrow as pa
from numpy.typing import NDArray
from pyarrow import csv

from iddia.checks.records import BLANK, BLANK_MEND, Bools, Flaw, Piece, cell_counts
from iddia.errors import CouldNotRunError
from iddia.language import Said

BYTES: Said = ("a byte of the row is no UTF-8", "satırdaki bir bayt UTF-8 değil")
BYTES_MEND: Said = ("save the file as UTF-8", "dosyayı UTF-8 olarak kaydedin")
MORE_MEND: Said = (
    "remove a cell, or put a cell that holds a comma in quotation marks",
    "fazla hücreyi silin ya da virgül içeren hücreyi tırnağa alın",
)
FEWER_MEND: Said = ("add the missing cells, empty ones as bare commas", "eksik hücreleri ekleyin; boş olanlar için yalnız virgül koyun")


@dataclass
class Cells:
    """A column's cells in a piece: ``values`` one a row, or, with ``codes``, one a different value; null is no cell.

    ``codes`` gives each row the number of its value, -1 for null.
    """

    values: pl.Series
    codes: NDArray[np.int32] | None = None

    def __len__(self) -> int:
        return len(self.values if self.codes is None else self.codes)

    def nulls(self) -> Bools:
        """Which rows have no value."""
        return self.values.is_null().to_numpy() if self.codes is None else self.codes < 0

    def rows(self, of_values: Bools) -> Bools:
        """The rows whose values are marked in ``of_values``."""
        if self.codes is None:
            return of_values
        padded: Bools = np.append(of_values, False)
        marked: Bools = padded[self.codes]
        return marked


def split(
    piece: Piece, width: int, coded: Sequence[bool], missing: Sequence[str], report: Callable[[Flaw], None]
) -> tuple[Piece, list[Cells]]:
    """The piece without the records that have too many cells, too few, or bytes that are no UTF-8, each reported; and its columns."""
    if not len(piece.lengths):
        return piece, [Cells(pl.Series([], dtype=pl.String), np.zeros(0, np.int32) if code else None) for code in coded]
    table = _read(piece, width, coded, missing)
    if table is None:
        piece = piece.without(_miscounted(piece, width, report))
        piece = piece.without(_misencoded(piece, report))
        if not len(piece.lengths):
            return split(piece, width, coded, missing, report)
        table = _read(piece, width, coded, missing)
    if table is None or table.num_rows != len(piece.lengths):
        raise CouldNotRunError("the records of a file were counted in two ways and the counts differ; nothing can be said of it")
    columns = [_cells(column) for column in table.columns]
    if (blank := _without_value(columns)) is not None:
        ends = np.cumsum(piece.lengths)
        for row in np.flatnonzero(blank):
            record = piece.data[ends[row] - piece.lengths[row] : ends[row]]
            blank[row] = not record.strip(b',"\r\n')  # a word that stands for a missing value is no blank
            if blank[row]:
                report(Flaw("row-blank", record, int(piece.lines[row]), 0, BLANK, BLANK_MEND))
        if blank.any():
            return split(piece.without(blank), width, coded, missing, report)
    return piece, columns


def _without_value(columns: list[Cells]) -> Bools | None:
    """The rows without any value, None when there are none."""
    blank = np.ones(len(columns[0]), bool)
    for column in columns:
        blank &= column.nulls()
        if not blank.any():
            return None
    return blank


def _read(piece: Piece, width: int, coded: Sequence[bool], missing: Sequence[str]) -> "pa.Table | None":
    names = [f"c{number}" for number in range(width)]
    kinds = {name: pa.dictionary(pa.int32(), pa.string()) if code else pa.string() for name, code in zip(names, coded, strict=True)}
    data = piece.data
    if data.startswith(b"\xef\xbb\xbf"):
        data = b"\xef\xbb\xbf" + data  # a mark at the very start is taken off, and this one belongs to a cell
    try:
        return csv.read_csv(
            pa.BufferReader(data),
            csv.ReadOptions(use_threads=False, column_names=names, block_size=len(data) + 1),
            csv.ParseOptions(newlines_in_values=True, ignore_empty_lines=False),
            csv.ConvertOptions(
                column_types=kinds,
                null_values=list(missing),
                strings_can_be_null=True,
                quoted_strings_can_be_null=True,
                auto_dict_encode=False,
            ),
        )
    except pa.ArrowInvalid:
        return None


def _cells(column: "pa.ChunkedArray") -> Cells:
    if pa.types.is_dictionary(column.type):
        whole = column.combine_chunks() if column.num_chunks != 1 else column.chunk(0)
        if isinstance(whole, pa.ChunkedArray):
            whole = whole.unify_dictionaries().combine_chunks()
        return Cells(_series(whole.dictionary), _numbers(whole.indices))
    return Cells(_series(column))


def _numbers(indices: "pa.Array") -> NDArray[np.int32]:
    """Numbers with -1 for null, read off the buffers."""
    count = len(indices)
    if indices.null_count == count:
        return np.full(count, -1, np.int32)
    valid, numbers = indices.buffers()
    codes = np.frombuffer(numbers, np.int32)[indices.offset : indices.offset + count]
    if not indices.null_count:
        return codes
    bits = np.unpackbits(np.frombuffer(valid, np.uint8), bitorder="little")[indices.offset : indices.offset + count]
    return np.where(bits.view(bool), codes, np.int32(-1))


def _series(values: "pa.Array | pa.ChunkedArray") -> pl.Series:
    found = pl.from_arrow(values)
    if not isinstance(found, pl.Series):
        raise TypeError("a column was expected")
    return found.cast(pl.String)


def _miscounted(piece: Piece, width: int, report: Callable[[Flaw], None]) -> Bools:
    counts = cell_counts(piece)
    wrong: Bools = counts != width
    ends = np.cumsum(piece.lengths)
    for row in np.flatnonzero(wrong):
        record = piece.data[ends[row] - piece.lengths[row] : ends[row]]
        count = int(counts[row])
        if count > width:
            words = (f"the row has {count} cells, more than the header", f"satırda {count} hücre var, başlıktakinden fazla")
        else:
            words = (
                f"the row has {count} cell{'s' * (count != 1)}, fewer than the header",
                f"satırda {count} hücre var, başlıktakinden az",
            )
        code, mend = ("cell-extra", MORE_MEND) if count > width else ("cell-missing", FEWER_MEND)
        report(Flaw(code, record, int(piece.lines[row]), width if count > width else -1, words, mend, str(count)))
    return wrong


def _misencoded(piece: Piece, report: Callable[[Flaw], None]) -> Bools:
    wrong = np.zeros(len(piece.lengths), bool)
    try:
        piece.data.decode("utf-8")
    except UnicodeDecodeError:
        end = 0
        for row, length in enumerate(piece.lengths.tolist()):
            record = piece.data[end : end + length]
            end += length
            try:
                record.decode("utf-8")
            except UnicodeDecodeError as error:
                wrong[row] = True
                got = f"0x{record[error.start]:02x}"
                report(Flaw("file-encoding", record, int(piece.lines[row]), error.start, BYTES, BYTES_MEND, got))
    return wrong
