"""A difference as the sections and tables of a page, whatever the page is written in."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from iddia.diff import words
from iddia.diff.records import ClaimChange, Difference, Row, TableDifference
from iddia.diff.told import Claim, claims, tables
from iddia.language import Language, said


@dataclass(frozen=True)
class Prose:
    """A cell of words."""

    text: str


@dataclass(frozen=True)
class Code:
    """A cell of data."""

    text: str


@dataclass(frozen=True)
class Change:
    """Two cells, before and after, and what stands for an empty one."""

    before: str
    after: str
    nothing: str


Line = Sequence[Prose | Code | Change | tuple[Code, ...]]


@dataclass(frozen=True)
class Block:
    """A table of the page: what heads it, its columns, how many lines it has, and the lines, made as they are asked for."""

    heading: str | None
    columns: tuple[str, ...]
    count: int
    lines: Callable[[], Iterator[Line]]


@dataclass(frozen=True)
class Section:
    """What is told of units (``is_warning``), of claims, or of a table. ``is_open``: to be seen at once."""

    name: str
    counts: str
    blocks: tuple[Block, ...]
    is_open: bool
    is_warning: bool = False


def sections(found: Difference, language: Language) -> list[Section]:
    """The page: units, claims, tables by name."""
    told = []
    if found.units:
        told.append(
            Section(said(words.UNIT_CHANGED, language), str(len(found.units)), (_units(found, language),), is_open=True, is_warning=True)
        )
    if found.claims:
        counts = words.claims_counted(found, language)
        told.append(Section(words.CLAIMS, counts, tuple(_claims(claims(found, language), language)), is_open=True))
    for table, rest in tables(found):
        told.append(
            Section(table.name, words.counted_of(table, rest, language), tuple(_table(rest, language)), is_open=table.name == words.CLAIMS)
        )
    return told


def _units(found: Difference, language: Language) -> Block:
    empty = words.side("", language)

    def lines() -> Iterator[Line]:
        for one in found.units:
            sides = Change(one.before, one.after, empty)
            yield Code(words.subject_of_unit(one, language)), sides, Code(", ".join(one.claims))

    head = (said(words.WHAT, language), *_sides(language), said(words.USERS, language))
    return Block(None, head, len(found.units), lines)


def _sides(language: Language) -> tuple[str, str]:
    return said(words.BEFORE, language), said(words.AFTER, language)


def _claims(listed: list[Claim], language: Language) -> Iterator[Block]:
    claim, statement, column = (said(one, language) for one in (words.CLAIM, words.STATEMENT, words.COLUMN))
    for kind, heading in words.HAPPENED.items():
        if kind in {"added", "retracted"}:
            ours = [one for one in listed if kind in one.happened]
            if ours:
                yield Block(said(heading, language), (claim, statement), len(ours), _statements(ours))
            continue
        changes = [change for one in listed for change in one.changes if words.happened(change) == kind]
        if changes:
            yield Block(said(heading, language), (claim, column, *_sides(language)), len(changes), _changes(changes, language))


def _statements(listed: list[Claim]) -> Callable[[], Iterator[Line]]:
    return lambda: ((Code(one.id), Prose(one.statement or "")) for one in listed)


def _changes(changes: list[ClaimChange], language: Language) -> Callable[[], Iterator[Line]]:
    empty = words.side("", language)
    return lambda: ((Code(one.claim_id), Code(one.field), Change(one.before, one.after, empty)) for one in changes)


def _table(table: TableDifference, language: Language) -> Iterator[Block]:
    key, content = said(words.KEY, language), said(words.CONTENT, language)
    if table.schema:
        count = len(table.schema) + len(table.renamed)
        yield Block(None, (said(words.SCHEMA, language), *_sides(language)), count, lambda: _schema(table, language))
    for done, rows in (("added", table.added), ("removed", table.removed)):
        if rows:
            columns = [key] * bool(table.key) + [content] * _has_content(table, rows[0])
            yield Block(said(words.DONE[done], language), tuple(columns), len(rows), _of_rows(table, rows))
    if table.changed:
        count = sum(len(change.cells) for change in table.changed)
        columns = [key, said(words.COLUMN, language), *_sides(language)]
        yield Block(said(words.DONE["changed"], language), tuple(columns), count, lambda: _cells(table, language))


def _schema(table: TableDifference, language: Language) -> Iterator[Line]:
    none = words.side("", language, words.NONE)
    for one in table.renamed:
        yield Prose(f"{said(words.COLUMN, language)}: {said(words.RENAMED, language)}"), Change(one.before, one.after, none)
    for change in table.schema:
        yield Prose(words.subject_of(change, language)), Change(change.before or "", change.after or "", none)


def _of_rows(table: TableDifference, rows: Sequence[Row]) -> Callable[[], Iterator[Line]]:
    def line(row: Row) -> Line:
        cells = tuple(Code(f"{column}: {cell}") for column, cell in row.items() if cell and column not in table.key)
        return [Code(", ".join(table.key_of(row)))] * bool(table.key) + [cells] * _has_content(table, row)

    return lambda: map(line, rows)


def _has_content(table: TableDifference, row: Row) -> bool:
    """Whether there is more to a row than its key."""
    return not table.key or len(row) > len(table.key)


def _cells(table: TableDifference, language: Language) -> Iterator[Line]:
    empty = words.side("", language)
    for change in table.changed:
        for cell in change.cells:
            yield Code(", ".join(change.key)), Code(cell.column), Change(cell.before, cell.after, empty)
