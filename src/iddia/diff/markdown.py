"""A difference as Markdown, as a pull request's summary shows it: units and claims first, every other table folded."""

from collections.abc import Iterator

from iddia.diff import words
from iddia.diff.escaping import code, parted, prose
from iddia.diff.records import Difference
from iddia.diff.sections import Block, Change, Line, Prose, Section, sections
from iddia.language import Language, Said, said

MAXIMUM_BYTES = 1_000_000
"""A step summary on GitHub holds 1 MiB; what is left is for whatever else stands in it."""
_FOR_THE_LAST_LINE = 400


def markdown(found: Difference, language: Language, limit: int = MAXIMUM_BYTES) -> str:
    """The difference within ``limit`` bytes of UTF-8; what does not fit is counted in the last line."""
    if found.is_empty:
        return said(words.NO_DIFFERENCE, language)
    first = [prose(line)] if (line := words.versions(found, language)) else []
    told = sections(found, language)
    frames = [_frame(section) for section in told]
    room = limit - _FOR_THE_LAST_LINE - _bytes(first)
    page, left_out = first, 0
    fitting = _fitting(frames, room)
    room -= sum(_bytes([*opening, *closing]) for opening, closing in frames[:fitting])
    for section, (opening, closing) in zip(told[:fitting], frames, strict=False):
        page += opening
        for block in section.blocks:
            taken, shown = _taken(block, room)
            room -= _bytes(taken)
            page += taken
            left_out += block.count - shown
            room = 0 if shown < block.count else room
        page += closing
    if left_out or fitting < len(told):
        page += ["", _left_out(left_out, len(told) - fitting, language)]
    return "\n".join(page).strip("\n")


def _bytes(lines: list[str]) -> int:
    return sum(len(line.encode("utf-8")) + 1 for line in lines)


def _frame(section: Section) -> tuple[list[str], list[str]]:
    """What stands above and below a section's tables: its counts, always to be seen."""
    title = f"{prose(section.name)}: {prose(section.counts)}"
    if section.is_open:
        return ["", f"### {'⚠️ ' * section.is_warning}{title}"], []
    return ["", f"<details><summary>{title}</summary>"], ["", "</details>"]


def _fitting(frames: list[tuple[list[str], list[str]]], room: int) -> int:
    """How many of the frames fit, from the first on."""
    for number, (opening, closing) in enumerate(frames):
        room -= _bytes([*opening, *closing])
        if room < 0:
            return number
    return len(frames)


def _taken(block: Block, room: int) -> tuple[list[str], int]:
    """The block's head and as many of its lines as there is room for, and how many; nothing, where not one fits."""
    head = _head(block.heading, *block.columns)
    taken = list(head)
    room -= _bytes(taken)
    for line in _lines(block):
        room -= _bytes([line])
        if room < 0:
            break
        taken.append(line)
    shown = len(taken) - len(head)
    return (taken, shown) if shown else ([], 0)


def _left_out(lines: int, tables: int, language: Language) -> str:
    others: Said = (f" and {tables:,} more tables" if tables else "", f", {tables} tablo daha" if tables else "")
    return said(
        (
            f"**{lines:,} more lines{others[0]} are not shown here:** the page holds no more. `iddia diff` prints all of them.",
            f"**{lines} satır daha{others[1]} burada gösterilmiyor:** sayfaya sığmıyor. `iddia diff` hepsini yazar.",
        ),
        language,
    )


def _head(heading: str | None, *columns: str) -> list[str]:
    lines = ["", f"| {' | '.join(columns)} |", f"|{' --- |' * len(columns)}"]
    return lines if heading is None else ["", f"**{heading}**", *lines]


def _lines(block: Block) -> Iterator[str]:
    for line in block.lines():
        yield f"| {' | '.join(_cells(line))} |"


def _cells(line: Line) -> Iterator[str]:
    for cell in line:
        if isinstance(cell, Change):
            yield from (code(side or cell.nothing) for side in parted(cell.before, cell.after))
        elif isinstance(cell, tuple):
            yield " ".join(code(one.text) for one in cell)
        else:
            yield prose(cell.text) if isinstance(cell, Prose) else code(cell.text)
