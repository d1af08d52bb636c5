"""Records of a CSV file, found on its bytes: where each one starts, on which physical line, and which are not well formed.

A file is read in pieces that end where a record ends. Quotation marks are well placed when an opening one begins a cell, a
closing one ends it, and those inside are doubled (RFC 4180); then an odd number of them before a line end means that the line
end is inside a cell. A record where they stand otherwise is reported and left out, for readers differ on what it says.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

from iddia.language import Said

SIZE = 8 << 20
"""Bytes that are read at once."""
LONGEST = 16 << 20
"""Bytes a record may have."""
_AFTER_STRAY = 1 << 12
"""Bytes that are looked at first behind a record that is not well formed; others like it may follow."""

_CELL = re.compile(rb'"(?:[^"]++|"")*+(?P<closed>")?+[^,\n]*+|[^,\n]*+')
_QUOTE, _LINE, _RETURN, _COMMA = 34, 10, 13, 44
_BEFORE = np.zeros(256, bool)
_BEFORE[[_COMMA, _LINE, _QUOTE]] = True
_BEHIND = np.zeros(256, bool)
_BEHIND[[_COMMA, _LINE, _RETURN, _QUOTE]] = True

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


@dataclass
class Piece:
    """Whole records that follow one another: their bytes, each one's place in the file, physical line and length in bytes."""

    data: bytes
    offsets: Ints
    lines: Ints
    lengths: Ints

    def without(self, dropped: Bools) -> "Piece":
        """The piece without some records."""
        if not dropped.any():
            return self
        starts = np.cumsum(self.lengths) - self.lengths
        kept = ~dropped
        edges = np.flatnonzero(np.diff(np.concatenate([[False], kept, [False]]).astype(np.int8)))
        ends = np.concatenate([starts, [len(self.data)]])
        data = b"".join([self.data[ends[first] : ends[last]] for first, last in zip(edges[::2], edges[1::2], strict=True)])
        return Piece(data, self.offsets[kept], self.lines[kept], self.lengths[kept])

    def holding(self, positions: Ints) -> Bools:
        """Which records hold at least one of the positions of ``data``."""
        held = np.zeros(len(self.lengths), bool)
        held[np.searchsorted(np.cumsum(self.lengths), positions, side="right")] = True
        return held


def joined(pieces: list[Piece]) -> Piece:
    """Pieces of one file as one."""
    if len(pieces) == 1:
        return pieces[0]
    parts = [np.concatenate([getattr(piece, name) for piece in pieces]) for name in ("offsets", "lines", "lengths")]
    return Piece(b"".join(piece.data for piece in pieces), *parts)


@dataclass(frozen=True)
class Flaw:
    """A record, or a byte of it, that is not well formed: the record's place in the file, its line, and what is wrong where."""

    code: str
    record: bytes
    line: int
    at: int
    message: Said
    mend: Said
    got: str | None = None


Report = Callable[[Flaw], None]

STRAY: Said = (
    "a quotation mark stands inside a cell that is not quoted, or is not doubled",
    "tırnak, tırnaksız bir hücrenin içinde ya da çiftlenmemiş",
)
STRAY_MEND: Said = (
    'put the whole cell in quotation marks and double those inside: "He said ""no""."',
    'hücrenin tamamını tırnağa alın, içindekileri çiftleyin: "O ""hayır"" dedi."',
)
UNCLOSED: Said = ("a cell opens with a quotation mark that is never closed", "hücre, hiç kapanmayan bir tırnakla açılıyor")
UNCLOSED_MEND: Said = (
    "close the cell with a quotation mark; nothing behind it was read",
    "hücreyi tırnakla kapatın; ardından gelen okunmadı",
)
LONG: Said = ("the record is longer than 16 MB; nothing behind it was read", "kayıt 16 MB'den uzun; ardından gelen okunmadı")
LONG_MEND: Said = ("shorten its cells, or close a quotation mark left open", "hücrelerini kısaltın ya da açık kalmış tırnağı kapatın")


class Records:
    """Cuts a file into pieces. ``see`` is shown all bytes read, in order; ``report`` gets what is not well formed."""

    def __init__(self, file: IO[bytes], see: Callable[[bytes], Any], report: Report) -> None:
        self._file, self._see, self._report = file, see, report
        self._buffer, self._cursor, self._offset, self._line, self._done = b"", 0, 0, 1, False
        self._window = SIZE
        self._counted = 0  # line feeds in the piece that was cut last

    def _more(self) -> None:
        """Read on; what was used up is forgotten."""
        chunk = self._file.read(SIZE)
        self._done = not chunk
        if chunk:
            self._see(chunk)
            self._buffer = self._buffer[self._cursor :] + chunk
            self._cursor = 0

    def head(self) -> bytes:
        """The first record without its line end; a byte order mark before it is passed over."""
        self._more()
        if self._buffer.startswith(b"\xef\xbb\xbf"):
            self._cursor = self._offset = 3
        while (end := self._walk()) is None:
            if self._done or len(self._buffer) > LONGEST:
                return self._buffer[self._cursor :]
            self._more()
        record = self._buffer[self._cursor : end]
        self._advance(record)
        return record.removesuffix(b"\n").removesuffix(b"\r")

    def drain(self) -> None:
        """Let what is left of the file be seen."""
        while not self._done:
            self._cursor = len(self._buffer)
            self._more()

    def _walk(self) -> int | None:
        """The end of the record at the cursor, as the usual readers take it; None when the bytes at hand do not say."""
        at = self._cursor
        while True:
            cell = _CELL.match(self._buffer, at)
            at = cell.end() if cell else len(self._buffer)
            if at == len(self._buffer):
                is_open = cell is not None and cell[0].startswith(b'"') and cell["closed"] is None
                return at if self._done and not is_open else None
            at += 1
            if self._buffer[at - 1] == _LINE:
                return at

    def _advance(self, record: bytes, newlines: int | None = None) -> None:
        self._cursor += len(record)
        self._offset += len(record)
        self._line += line_ends(record, newlines)

    def pieces(self) -> Iterator[Piece]:
        """The records behind the header, in pieces of some megabytes."""
        waiting: list[Piece] = []
        size = 0
        for piece in self._cut():
            waiting.append(piece)
            size += len(piece.data)
            if size >= SIZE // 2:
                yield joined(waiting)
                waiting, size = [], 0
        if waiting:
            yield joined(waiting)

    def _cut(self) -> Iterator[Piece]:
        while True:
            left = len(self._buffer) - self._cursor
            if left < self._window and not self._done:
                self._more()
                continue
            if not left:
                return
            piece, stray = self._scan(min(self._window, left))
            if piece is not None:
                self._advance(piece.data, self._counted)
                yield piece.without(self._malformed(piece))
            if stray:
                if not self._skip():
                    return
                self._window = _AFTER_STRAY
            elif piece is not None:
                self._window = min(SIZE, self._window * 2)
            elif left > self._window < LONGEST:
                self._window = min(LONGEST, self._window * 2)
            elif self._done or left > LONGEST:
                self._give_up()
                return
            else:
                self._more()

    def _scan(self, size: int) -> tuple[Piece | None, bool]:
        """The well quoted records among the next bytes, None for none; and whether one that is not stands behind them."""
        whole = self._done and self._cursor + size == len(self._buffer)
        array = np.frombuffer(self._buffer, np.uint8, size, self._cursor)
        ends = np.flatnonzero(array == _LINE)
        newlines = ends
        stop, stray = size, False
        quotes = np.flatnonzero(array == _QUOTE)
        if quotes.size:
            inside = np.searchsorted(quotes, ends) & 1
            ends = ends[inside == 0]
            if (bad := misplaced(array, quotes)) is not None:
                stray, stop = True, bad
        ends = ends[ends < stop] + 1
        if whole and not stray and quotes.size % 2 == 0 and (not ends.size or ends[-1] < size):
            ends = np.append(ends, size)
        if not ends.size:
            return None, stray
        data = self._buffer[self._cursor : self._cursor + int(ends[-1])]
        starts = np.concatenate([[0], ends[:-1]])
        lines = self._line + np.searchsorted(newlines, starts)
        if _RETURN in data:
            lone = _lone_returns(data)
            lines = lines + np.searchsorted(lone, starts)
        self._counted = int(np.searchsorted(newlines, len(data)))
        return Piece(data, starts + self._offset, lines, ends - starts), stray

    def _malformed(self, piece: Piece) -> Bools:
        """Which records of a piece cannot be read, each reported: blank ones, ones with a NUL or a carriage return of its own."""
        ends = np.cumsum(piece.lengths)
        blank = piece.lengths == 1
        blank &= np.frombuffer(piece.data, np.uint8)[ends - 1] == _LINE
        bad = [("row-blank", blank, BLANK, BLANK_MEND)]
        if _RETURN in piece.data:
            for at in np.flatnonzero(piece.lengths == 2):
                blank[at] = piece.data[ends[at] - 2 : ends[at]] == b"\r\n"
            bad.append(("line-end", piece.holding(_outside(piece.data, _lone_returns(piece.data))), LINE_END, LINE_END_MEND))
        if 0 in piece.data:
            bad.append(("cell-nul", piece.holding(np.flatnonzero(np.frombuffer(piece.data, np.uint8) == 0)), NUL, NUL_MEND))
        for code, rows, message, mend in bad:
            for row in np.flatnonzero(rows).tolist():
                record = piece.data[ends[row] - piece.lengths[row] : ends[row]]
                first = {"row-blank": 0, "line-end": _first_lone(record), "cell-nul": record.find(0)}[code]
                self._report(Flaw(code, record, int(piece.lines[row]), first, message, mend))
        malformed: Bools = np.logical_or.reduce([rows for _, rows, _, _ in bad])
        return malformed

    def _skip(self) -> bool:
        """Report the record at the cursor, whose quotation marks stand wrong, and go behind it; False when it has no end."""
        while (end := self._walk()) is None:
            if self._done or len(self._buffer) - self._cursor > LONGEST:
                self._give_up()
                return False
            self._more()
        record = self._buffer[self._cursor : end]
        array = np.frombuffer(record, np.uint8)
        at = misplaced(array, np.flatnonzero(array == _QUOTE))
        self._report(Flaw("cell-quote", record, self._line, at or 0, STRAY, STRAY_MEND))
        self._advance(record)
        return True

    def _give_up(self) -> None:
        """Report a record without an end, and let the rest be seen."""
        record = self._buffer[self._cursor : self._cursor + LONGEST]
        if self._done and len(self._buffer) - self._cursor <= LONGEST:
            at = next((cell.start() for cell in _cells(record) if cell[0].startswith(b'"') and cell["closed"] is None), 0)
            self._report(Flaw("quote-unclosed", record, self._line, at, UNCLOSED, UNCLOSED_MEND))
        else:
            self._report(Flaw("cell-too-long", record[:200], self._line, 0, LONG, LONG_MEND))
        self.drain()
        self._cursor = len(self._buffer)


BLANK: Said = ("the row is blank", "satır boş")
BLANK_MEND: Said = ("remove the line", "satırı silin")
LINE_END: Said = (
    "a carriage return stands alone, which some readers take for a line end",
    "tek başına bir satır başı (CR) karakteri var; kimi okuyucular bunu satır sonu sayar",
)
LINE_END_MEND: Said = ("end every line with LF, or with CR LF", "her satırı LF ya da CR LF ile bitirin")
NUL: Said = ("a NUL byte stands in the row", "satırda bir NUL baytı var")
NUL_MEND: Said = ("remove the byte", "baytı silin")


def _cells(record: bytes) -> Iterator[re.Match[bytes]]:
    at = 0
    while at <= len(record):
        cell = _CELL.match(record, at)
        if cell is None:
            return
        yield cell
        at = cell.end() + 1


def misplaced(array: NDArray[np.uint8], quotes: Ints) -> int | None:
    """The first quotation mark that neither opens a cell nor closes one nor is doubled, if there is one."""
    opening, closing = quotes[::2], quotes[1::2]
    wrong = opening[~_BEFORE[array[opening - 1]] & (opening > 0)]
    closing = closing[closing + 1 < len(array)]
    behind = array[closing + 1]
    fine = _BEHIND[behind]
    returns = np.flatnonzero(behind == _RETURN)
    if returns.size:
        after = np.minimum(closing[returns] + 2, len(array) - 1)
        fine[returns] = (array[after] == _LINE) | (closing[returns] + 2 >= len(array))
    worse = closing[~fine]
    found = [int(places[0]) for places in (wrong, worse) if places.size]
    return min(found) if found else None


_LONE = re.compile(rb"\r(?!\n)")


def _lone_returns(data: bytes) -> Ints:
    return np.array([match.start() for match in _LONE.finditer(data)], np.int64)


def _first_lone(record: bytes) -> int:
    return next((int(at) for at in _outside(record, _lone_returns(record))), 0)


def _outside(data: bytes, positions: Ints) -> Ints:
    """Those of the positions that are outside of quotation marks."""
    quotes = np.flatnonzero(np.frombuffer(data, np.uint8) == _QUOTE)
    outside: Ints = positions[(np.searchsorted(quotes, positions) & 1) == 0]
    return outside


def line_ends(data: bytes, newlines: int | None = None) -> int:
    """How many physical lines end in the bytes: at LF, CR or CR LF. ``newlines`` are the LF among them where they are counted already."""
    return (data.count(b"\n") if newlines is None else newlines) + (len(_lone_returns(data)) if b"\r" in data else 0)


def cell_counts(piece: Piece) -> Ints:
    """How many cells each record has."""
    array = np.frombuffer(piece.data, np.uint8)
    commas = _outside(piece.data, np.flatnonzero(array == _COMMA))
    ends = np.cumsum(piece.lengths)
    counts = np.searchsorted(commas, ends)
    result: Ints = np.diff(counts, prepend=0) + 1
    return result
