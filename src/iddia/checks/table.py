"""One table, read once from start to end: what is wrong within its rows is found, and what other tables need of it is kept.

Kept are, for each row, its place in the file, and of a column either a number for its word (``Coded``) or its values. Where
exactly a cell stands is worked out from the file again, and only for cells in which something is wrong.
"""

import hashlib
import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import IO, Any

import numpy as np
import polars as pl
import pyarrow as pa
from numpy.typing import NDArray

from iddia.checks.blocks import Cells, split
from iddia.checks.fault import Fault
from iddia.checks.faults import LEGIBLE, Bad
from iddia.checks.labels import Header
from iddia.checks.places import byte_place, cell_place, cell_spans, span_place, unquoted, without_end
from iddia.checks.records import Bools, Flaw, Ints, Piece, Records
from iddia.checks.tables import Resource
from iddia.errors import CouldNotRunError, Place, Problem
from iddia.language import Said

_HASHES = {32: "md5", 40: "sha1", 64: "sha256", 128: "sha512"}
_IN_ONE_GO = 1 << 20
_LOST = 1_000_000
WORKERS = min(4, os.cpu_count() or 1)


@dataclass
class Coded:
    """A column as numbers of its different values, -1 for null."""

    codes: NDArray[np.int32]
    words: list[str]


@dataclass
class Kept:
    """What is kept of a column while its table is read."""

    kind: str
    codes: list[NDArray[np.int32]] = field(default_factory=list)
    words: dict[str, int] = field(default_factory=dict)
    series: list[pl.Series] = field(default_factory=list)

    def add(self, cells: Cells, values: pl.Series | None) -> None:
        """Take in the cells of the next piece."""
        if self.kind != "coded":
            assert values is not None
            self.series.append(values)
            return
        assert cells.codes is not None
        known = self.words
        table = [known.setdefault(word, len(known)) for word in cells.values.to_list()]
        self.codes.append(np.array([*table, -1], np.int32)[cells.codes])


@dataclass
class Part:
    """What reading a piece gives."""

    piece: Piece
    flaws: list[Flaw]
    cells: dict[str, Cells]
    kept: dict[str, pl.Series]
    faults: list[tuple[str, Ints, list[Fault]]]


def derived(kind: str, cells: Cells) -> pl.Series | None:
    """What is kept of a column's cells: the texts, the numbers, or their lengths in code points."""
    values = cells.values
    if kind == "number":
        return values.cast(pl.Float64, strict=False)
    if kind == "integer":
        return values.str.strip_prefix("+").cast(pl.Int64, strict=False)
    if kind == "length":
        return values.str.len_chars()
    if kind == "hash":
        return values.hash(seed=1).set(values.is_null(), None)
    return values if kind == "text" else None


class Table:
    """A resource being checked; ``problems`` are those found so far, ``wrong`` the rows of each column whose cell is wrong."""

    def __init__(self, resource: Resource, coded: Iterable[str], kept: dict[str, str]) -> None:
        self.resource, self.schema = resource, resource.schema
        self.problems: list[Problem] = []
        self.wrong: dict[str, list[int]] = {}
        self._coded = set(coded)
        self._plan = dict(kept)
        self._kept = {name: Kept(kind) for name, kind in kept.items()}
        self._offsets: list[Ints] = []
        self._lines: list[NDArray[np.int32]] = []
        self._lengths: list[NDArray[np.int32]] = []
        self.header: Header | None = None
        self._at: dict[str, int] = {}
        self._bad: dict[str, Bad] = {}
        self._records: dict[int, tuple[str, list[tuple[int, int]]]] = {}
        self.is_readable = True
        self.lost: set[str] = set()
        self.repeated: set[int] = set()
        self.meant: dict[str, set[int]] = {}
        self._claim_rows: Ints | None = None
        self._derived: dict[tuple[str, str], pl.Series] = {}

    @property
    def name(self) -> str:
        """The table's name."""
        return self.resource.name

    def read(self) -> None:
        """Read the file and check its bytes, labels, records and cells."""
        size, digest = 0, _digest(self.resource.hash)

        def see(chunk: bytes) -> None:
            nonlocal size
            size += len(chunk)
            if digest is not None:
                digest[1].update(chunk)

        with self.resource.path.open("rb", buffering=0) as file:
            self._state = _state(file)
            records = Records(file, see, self._flaw)
            label = records.head()
            self.header = Header(self.resource.file, label, self.schema)
            self.problems += self.header.problems
            if self.header.is_sound:
                self._rows(records)
            else:
                self.is_readable = False
            records.drain()
        self._sum(size, digest)
        self.offsets, self.lengths = _all(self._offsets, np.int64), _all(self._lengths, np.int32)
        self.lines = _all(self._lines, np.int32)
        self._finish()
        pa.default_memory_pool().release_unused()

    def _rows(self, records: Records) -> None:
        assert self.header is not None
        self._at = self.header.at
        self._kept = {name: kept for name, kept in self._kept.items() if name in self._at}
        self._bad = {name: Bad(column) for name in self._at if (column := self.schema.column(name)) is not None}
        small = self.resource.path.stat().st_size < _IN_ONE_GO
        for part in map(self._part, records.pieces()) if small else _ahead(self._part, records.pieces()):
            self._take(part)

    def _part(self, piece: Piece) -> Part:
        """Split and check a piece; runs beside others and changes nothing."""
        assert self.header is not None
        flaws: list[Flaw] = []
        codes = [label in self._coded and self._at.get(label) == number for number, label in enumerate(self.header.labels)]
        piece, columns = split(piece, len(codes), codes, self.schema.missing, flaws.append)
        cells = {name: columns[number] for name, number in self._at.items()}
        hidden = _is_exotic(piece.data)
        found = [_found(bad, cells[name], hidden=hidden) for name, bad in self._bad.items()]
        faults = [(name, rows, which) for name, (rows, which) in zip(self._bad, found, strict=True) if len(rows)]
        kept = {name: one for name, kind in self._kept.items() if (one := derived(kind.kind, cells[name])) is not None}
        return Part(piece, flaws, {name: cells[name] for name, kind in self._kept.items() if kind.kind == "coded"}, kept, faults)

    def _take(self, part: Part) -> None:
        first = sum(map(len, self._offsets))
        for flaw in part.flaws:
            self._flaw(flaw)
        for name, kept in self._kept.items():
            kept.add(part.cells.get(name, _NONE), part.kept.get(name))
        self._offsets.append(part.piece.offsets)
        self._lines.append(part.piece.lines.astype(np.int32))
        self._lengths.append(part.piece.lengths.astype(np.int32))
        ends = np.cumsum(part.piece.lengths)
        for name, rows, faults in part.faults:
            for row, fault in zip(rows.tolist(), faults, strict=True):
                end = int(ends[row])
                self._remember(first + row, part.piece.data[end - int(part.piece.lengths[row]) : end])
                place = self._placed(first + row, name, int(part.piece.lines[row]))
                self.problems.append(fault.at(place))
            unread = [row + first for row, fault in zip(rows.tolist(), faults, strict=True) if fault.code not in LEGIBLE]
            self.wrong.setdefault(name, []).extend(unread)
        self._records.clear()

    def _flaw(self, flaw: Flaw) -> None:
        file = self.resource.file
        if flaw.code in {"quote-unclosed", "cell-too-long"} or len(self.lost) > _LOST:
            self.is_readable = False
        else:
            text = without_end(flaw.record).decode("utf-8", "replace")
            self.lost.update(unquoted(text[start:end]) for start, end in cell_spans(text))
        if flaw.code in {"cell-extra", "cell-missing"}:
            place = cell_place(file, flaw.record, flaw.line, flaw.at)
        else:
            place = byte_place(file, flaw.record, flaw.line, flaw.at)
        self.problems.append(Problem(flaw.code, place, flaw.message, got=flaw.got, mend=flaw.mend))

    def _sum(self, size: int, digest: "tuple[str, hashlib._Hash] | None") -> None:
        """Whether the file is the one that the descriptor speaks of."""
        resource = self.resource
        if resource.hash is not None and digest is None:
            place = self._described("hash")
            self.problems.append(
                Problem("file-hash-unknown", place, HASH_UNKNOWN, got=resource.hash[:60], expected="sha256:...", mend=HASH_MEND)
            )
        elif digest is not None and digest[1].hexdigest() != digest[0]:
            got = digest[1].hexdigest()
            self.problems.append(Problem("file-hash", self._described("hash"), HASH, got=got, expected=digest[0], mend=HASH_MEND))
        if resource.bytes is not None and resource.bytes != size:
            place = self._described("bytes")
            self.problems.append(Problem("file-bytes", place, BYTES, got=str(size), expected=str(resource.bytes), mend=HASH_MEND))

    def _described(self, key: str) -> Place:
        return self.resource.places[key]

    def _finish(self) -> None:
        """Put the kept parts together."""
        self.coded: dict[str, Coded] = {}
        self.series: dict[str, pl.Series] = {}
        for name, kept in self._kept.items():
            if kept.kind == "coded":
                self.coded[name] = Coded(_all(kept.codes, np.int32), list(kept.words))
                kept.codes.clear()
            else:
                self.series[name] = pl.concat(kept.series, rechunk=False) if kept.series else pl.Series([], dtype=_DTYPES[kept.kind])
                kept.series.clear()

    def has(self, *names: str) -> bool:
        """Whether all these columns were kept."""
        return all(name in self.coded or name in self.series for name in names)

    def fits(self, *names: str) -> bool:
        """Whether all these columns were kept, and are of the type that the rules of the ledger take them for."""
        return self.has(*names) and self.schema.unlike.isdisjoint(names)

    def __len__(self) -> int:
        return len(self.offsets)

    def values(self, name: str, kind: str) -> pl.Series:
        """A column as ``derived`` makes it, also where a key or a closed list had it kept in another way."""
        if name in self.series and self._plan[name] == kind:
            return self.series[name]
        if (name, kind) not in self._derived:
            found = derived(kind, Cells(self.texts(name).cast(pl.String)))
            assert found is not None
            self._derived[name, kind] = found
        return self._derived[name, kind]

    def texts(self, name: str) -> pl.Series:
        """A column's values, null for none."""
        if name in self.series:
            return self.series[name]
        coded = self.coded[name]
        words = pl.Series([*coded.words, None], dtype=pl.String)
        return words.gather(pl.Series(np.where(coded.codes < 0, len(coded.words), coded.codes), dtype=pl.UInt32))

    def numbered(self, name: str) -> tuple[NDArray[np.int32], list[str]]:
        """A column as numbers of its different values, -1 for null, and those values."""
        if name not in self.coded:
            values = self.series[name]
            different = values.drop_nulls().unique(maintain_order=True)
            codes = values.replace_strict(different, pl.Series(range(len(different)), dtype=pl.Int32), default=-1, return_dtype=pl.Int32)
            self.coded[name] = Coded(codes.fill_null(-1).to_numpy(), different.to_list())
        return self.coded[name].codes, self.coded[name].words

    def claim_rows(self, claims: "Table") -> Ints:
        """The row of ``claims`` that each row's claim_id names, -1 for none."""
        if self._claim_rows is None:
            ids = pl.DataFrame({"id": claims.texts("claim_id")}).with_row_index("at").unique("id", keep="first")
            ours = pl.DataFrame({"id": self.texts("claim_id")})
            found = ours.join(ids, on="id", how="left", maintain_order="left")["at"]
            self._claim_rows = found.cast(pl.Int64).fill_null(-1).to_numpy()
        return self._claim_rows

    def nulls(self, name: str) -> Bools:
        """Which rows have no value in the column."""
        return self.coded[name].codes < 0 if name in self.coded else self.series[name].is_null().to_numpy()

    def sound(self, *names: str) -> Bools:
        """The rows in whose cells of these columns nothing is wrong so far."""
        fine = np.ones(len(self), bool)
        for name in names:
            fine[self.wrong.get(name, [])] = False
        return fine

    def _remember(self, row: int, record: bytes) -> None:
        if row not in self._records:
            text = without_end(record).decode("utf-8", "replace")
            self._records[row] = (text, cell_spans(text))

    def fetch(self, rows: Iterable[int]) -> None:
        """Read some rows' records again, to place their cells. Raises ``CouldNotRunError`` where the file has changed since."""
        with self.resource.path.open("rb") as file:
            if _state(file) != self._state:
                raise CouldNotRunError(f"{self.resource.path} was changed while it was checked")
            for row in sorted(set(rows) - self._records.keys()):
                file.seek(int(self.offsets[row]))
                self._remember(row, file.read(int(self.lengths[row])))

    def _placed(self, row: int, name: str, line: int) -> Place:
        text, spans = self._records[row]
        return span_place(self.resource.file, text, line, *spans[self._at[name]])

    def place(self, row: int, name: str) -> Place:
        """Where a cell of a fetched row stands."""
        if row not in self._records:
            self.fetch([row])
        return self._placed(row, name, int(self.lines[row]))

    def cell(self, row: int, name: str) -> str:
        """What a cell of a fetched row says."""
        if row not in self._records:
            self.fetch([row])
        text, spans = self._records[row]
        start, end = spans[self._at[name]]
        return unquoted(text[start:end])

    def add(self, row: int, name: str, fault: Fault, nearest_place: Place | None = None) -> None:
        """Add a problem of a cell."""
        self.problems.append(fault.at(self.place(row, name), nearest_place))


def _state(file: IO[bytes]) -> tuple[int, ...]:
    """What changes when a file is written to or replaced."""
    found = os.fstat(file.fileno())
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns


def _found(bad: Bad, cells: Cells, *, hidden: bool) -> tuple[Ints, list[Fault]]:
    """The rows in which a column's cell is wrong, and what is wrong with it."""
    places = np.flatnonzero(bad.suspects(cells.values, hidden=hidden))
    if not places.size:
        return _empty(bad, cells)
    values = cells.values.gather(pl.Series(places, dtype=pl.UInt32))
    misfits = bad.misfits(values).tolist()
    faults = [bad.faults(value, fits=not misfit) for value, misfit in zip(values.to_list(), misfits, strict=True)]
    wrong = {place: fault for place, fault in zip(places.tolist(), faults, strict=True) if fault is not None}
    if cells.codes is not None:
        marked = np.zeros(len(cells.values) + 1, bool)
        marked[list(wrong)] = True
        rows = np.flatnonzero(marked[cells.codes]) if wrong else np.zeros(0, np.int64)
        told = [wrong[code] for code in cells.codes[rows].tolist()]
    else:
        rows, told = np.array(list(wrong), np.int64), list(wrong.values())
    empty, missing = _empty(bad, cells)
    return np.concatenate([rows, empty]), [*told, *missing]


def _empty(bad: Bad, cells: Cells) -> tuple[Ints, list[Fault]]:
    if not bad.column.required or (cells.codes is None and not cells.values.null_count()):
        return np.zeros(0, np.int64), []
    rows = np.flatnonzero(cells.nulls())
    return rows, [EMPTY_CELL] * len(rows)


def _ahead(work: "object", pieces: Iterator[Piece]) -> Iterator[Part]:
    """The parts of the pieces in order, some worked on at the same time, few enough to stay small."""
    assert callable(work)
    with ThreadPoolExecutor(WORKERS) as pool:
        running: deque[Future[Part]] = deque()
        for piece in pieces:
            running.append(pool.submit(work, piece))
            if len(running) > WORKERS:
                yield running.popleft().result()
        while running:
            yield running.popleft().result()


def _is_exotic(data: bytes) -> bool:
    """Whether the bytes may hold an invisible letter: one of U+00AD, U+061C, U+2000 to U+206F other than dashes and marks, U+FEFF, tags."""
    array = np.frombuffer(data, np.uint8)
    # Every lead byte but those of U+0080 to U+017F, which hold Turkish; the soft hyphen is among these, and found by its second byte.
    at = np.concatenate([np.flatnonzero(array > 0xC5), np.flatnonzero(array == 0xAD) - 1])
    lead, second, third = (array.take(at + step, mode="clip") for step in (0, 1, 2))
    general = (lead == 0xE2) & (
        ((second == 0x80) & ((third <= 0x8F) & (third >= 0x8B) | (third >= 0xAA) & (third <= 0xAE))) | (second == 0x81)
    )
    rest = (lead == 0xC2) & (second == 0xAD) | (lead == 0xD8) & (second == 0x9C) | (lead == 0xEF) & (second == 0xBB) | (lead == 0xF3)
    return bool((general | rest).any())


def _digest(spelled: str | None) -> "tuple[str, hashlib._Hash] | None":
    """The expected hexadecimal digest and the sum to compute, or None where the spelling is not known."""
    if spelled is None:
        return None
    name, colon, value = spelled.partition(":")
    if not colon:
        name, value = "md5" if len(spelled) == 32 else "", spelled
    if name not in _HASHES.values() or _HASHES.get(len(value)) != name:
        return None
    return value.lower(), hashlib.new(name, usedforsecurity=False)


def _all(parts: list[NDArray[Any]], kind: type) -> NDArray[Any]:
    whole = np.concatenate(parts) if parts else np.zeros(0, kind)
    parts.clear()
    return whole


_NONE = Cells(pl.Series([], dtype=pl.String))
_DTYPES = {"text": pl.String, "number": pl.Float64, "integer": pl.Int64, "length": pl.UInt32, "hash": pl.UInt64}

EMPTY: Said = ("the cell is empty", "hücre boş")
EMPTY_EXPECTED: Said = ("a value", "bir değer")
EMPTY_MEND: Said = ("fill it in", "doldurun")
EMPTY_CELL = Fault("cell-required", EMPTY, None, EMPTY_EXPECTED, EMPTY_MEND)
HASH: Said = (
    "the file is not the one that the descriptor speaks of: its hash differs",
    "dosya, tanımlayıcının sözünü ettiği dosya değil: özeti farklı",
)
HASH_UNKNOWN: Said = ("the hash is of a kind that cannot be checked", "özet, denetlenemeyen türden")
HASH_MEND: Said = ("restore the file, or build the package again", "dosyayı geri alın ya da paketi yeniden üretin")
BYTES: Said = ("the file has another size than the descriptor says", "dosyanın boyutu tanımlayıcıdakinden farklı")
