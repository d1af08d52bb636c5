"""A difference as Markdown, as a pull request's summary shows it: the claims first, every other table folded."""

from collections.abc import Iterator
from dataclasses import dataclass

from iddia.diff import words
from iddia.diff.escaping import code, parted, prose
from iddia.diff.records import Difference, Row, TableDifference
from iddia.language import Language, Said, said

MAXIMUM_BYTES = 1_000_000
"""A step summary on GitHub holds 1 MiB; what is left is for whatever else stands in it."""
_FOR_THE_LAST_LINE = 400


@dataclass
class _Block:
    """A table of Markdown: its head, how many lines follow, and the lines, made as they are asked for."""

    head: list[str]
    count: int
    lines: Iterator[str]


def markdown(found: Difference, language: Language, limit: int = MAXIMUM_BYTES) -> str:
    """The difference within ``limit`` bytes of UTF-8; what does not fit is counted in the last line."""
    if found.is_empty:
        return said(words.NO_DIFFERENCE, language)
    first = [prose(line)] if (line := words.versions(found, language)) else []
    tables = words.in_reading_order(found)
    frames = [_frame(table, language) for table in tables]
    room = limit - _FOR_THE_LAST_LINE - _bytes(first)
    page, left_out = first, 0
    fitting = _fitting(frames, room)
    room -= sum(_bytes([*opening, *closing]) for opening, closing in frames[:fitting])
    for table, (opening, closing) in zip(tables[:fitting], frames, strict=False):
        page += opening
        for block in _blocks(table, language):
            taken = _taken(block, room)
            room -= _bytes(taken)
            page += taken
            shown = max(0, len(taken) - len(block.head))
            left_out += block.count - shown
            room = 0 if shown < block.count else room
        page += closing
    if left_out or fitting < len(tables):
        page += ["", _left_out(left_out, len(tables) - fitting, language)]
    return "\n".join(page).strip("\n")


def _bytes(lines: list[str]) -> int:
    return sum(len(line.encode("utf-8")) + 1 for line in lines)


def _frame(table: TableDifference, language: Language) -> tuple[list[str], list[str]]:
    """What stands above and below a table's details: its counts, always to be seen."""
    counts = f"{prose(table.name)}: {words.of_table(table, language)}"
    if table.name == words.CLAIMS:
        return ["", f"### {counts}"], []
    return ["", f"<details><summary>{counts}</summary>"], ["", "</details>"]


def _fitting(frames: list[tuple[list[str], list[str]]], room: int) -> int:
    """How many of the frames fit, from the first on."""
    for number, (opening, closing) in enumerate(frames):
        room -= _bytes([*opening, *closing])
        if room < 0:
            return number
    return len(frames)


def _taken(block: _Block, room: int) -> list[str]:
    """The block's head and as many of its lines as there is room for; nothing, where not one fits."""
    taken = list(block.head)
    room -= _bytes(taken)
    for line in block.lines:
        room -= _bytes([line])
        if room < 0:
            break
        taken.append(line)
    return taken if len(taken) > len(block.head) else []


def _left_out(lines: int, tables: int, language: Language) -> str:
    others: Said = (f" and {tables:,} more tables" if tables else "", f", {tables} tablo daha" if tables else "")
    return said(
        (
            f"**{lines:,} more lines{others[0]} are not shown here:** the page holds no more. `iddia diff` prints all of them.",
            f"**{lines} satır daha{others[1]} burada gösterilmiyor:** sayfaya sığmıyor. `iddia diff` hepsini yazar.",
        ),
        language,
    )


def _blocks(table: TableDifference, language: Language) -> Iterator[_Block]:
    what, before, after = (said(one, language) for one in (words.SCHEMA, words.BEFORE, words.AFTER))
    key = said(words.KEY, language) if table.name != words.CLAIMS else said(words.CLAIM, language)
    if table.schema:
        yield _Block(_head(None, what, before, after), len(table.schema), _schema(table, language))
    for done, rows in (("added", table.added), ("removed", table.removed)):
        if rows:
            content = words.STATEMENT if _is_told(table, rows[0], language) else words.CONTENT
            columns = [key] * bool(table.key) + [said(content, language)] * _has_content(table, rows[0])
            head = _head(said(words.DONE[done], language), *columns)
            yield _Block(head, len(rows), (_row(table, row, language) for row in rows))
    if table.changed:
        head = _head(said(words.DONE["changed"], language), key, said(words.COLUMN, language), before, after)
        yield _Block(head, sum(len(change.cells) for change in table.changed), _changes(table, language))


def _head(heading: str | None, *columns: str) -> list[str]:
    lines = ["", f"| {' | '.join(columns)} |", f"|{' --- |' * len(columns)}"]
    return lines if heading is None else ["", f"**{heading}**", *lines]


def _schema(table: TableDifference, language: Language) -> Iterator[str]:
    for change in table.schema:
        sides = (words.side(side, language, words.NONE) for side in parted(change.before or "", change.after or ""))
        yield _line(prose(words.subject_of(change, language)), *map(code, sides))


def _row(table: TableDifference, row: Row, language: Language) -> str:
    if _is_told(table, row, language):
        return _line(code(", ".join(table.key_of(row))), prose(row[words.statement_column(language)]))
    cells = " ".join(code(f"{column}: {cell}") for column, cell in row.items() if cell and column not in table.key)
    return _line(*[code(", ".join(table.key_of(row)))] * bool(table.key), *[cells] * _has_content(table, row))


def _has_content(table: TableDifference, row: Row) -> bool:
    """Whether there is more to a row than its key."""
    return not table.key or len(row) > len(table.key)


def _is_told(table: TableDifference, row: Row, language: Language) -> bool:
    return table.name == words.CLAIMS and bool(table.key) and words.statement_column(language) in row


def _changes(table: TableDifference, language: Language) -> Iterator[str]:
    for change in table.changed:
        for cell in change.cells:
            sides = (words.side(side, language) for side in parted(cell.before, cell.after))
            yield _line(code(", ".join(change.key)), code(cell.column), *map(code, sides))


def _line(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
