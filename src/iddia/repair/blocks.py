"""Putting keys and entries on lines of their own in order: whole lines change places, comments with the entry they stand above or beside.

No byte of a moved line changes but for the dash and the spaces before it. Blank lines stay where they are between entries.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise

import yaml

from iddia.repair.layout import Layout
from iddia.repair.nodes import end, is_block_scalar, is_flow, scalars, start
from iddia.repair.order import Order, order_of_entries, order_of_keys

_COMMENT = re.compile(r" *#")
_DASHES = re.compile(r" *(?:- *)+")


def order_blocks(text: str, node: yaml.Node, layout: Layout) -> str:
    """The text with keys and entries in the layout's order; what cannot be moved safely stays.

    ``node`` is the text as it was read; lines end with LF.
    """
    if any(_keeps_blank_lines(scalar, text) for scalar in scalars(node)):
        return text
    page = _Page(text)
    page.arrange(node, layout, is_root=True)
    return "".join(page.lines)


def _keeps_blank_lines(scalar: yaml.ScalarNode, text: str) -> bool:
    """Whether the blank lines below are part of the scalar (``|+``), so that nothing can be moved in between."""
    header = text[start(scalar) : text.find("\n", start(scalar))]
    return is_block_scalar(scalar) and "+" in header.partition("#")[0]


@dataclass(frozen=True)
class _Entry:
    """One key with its value, or one entry of a list: its first and last line (indexes), and the column it begins at."""

    first: int
    last: int
    column: int


class _Page:
    """The lines of a text: as they were read, by which everything is found, and as they are put."""

    def __init__(self, text: str) -> None:
        self.read = text.splitlines(keepends=True)
        self.lines = list(self.read)
        self.starts = [0]
        for line in self.read:
            self.starts.append(self.starts[-1] + len(line))
        self.text = text

    def arrange(self, node: yaml.Node, layout: Layout, *, is_root: bool = False) -> None:
        """Put the node in order, what is inside first: that moves lines within an entry, and leaves it on the lines it had."""
        if is_flow(node):
            return
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                self.arrange(value, layout.of_value(key.value))
            if (order := order_of_keys(node, layout)) is not None:
                self._move([self._pair(key, value) for key, value in node.value], order, is_root=is_root)
        elif isinstance(node, yaml.SequenceNode):
            for entry in node.value:
                self.arrange(entry, layout)
            if (order := order_of_entries(node, layout)) is not None:
                self._move([self._listed(entry) for entry in node.value], order, is_root=False)

    def _line(self, offset: int) -> int:
        return bisect_right(self.starts, offset) - 1

    def _pair(self, key: yaml.Node, value: yaml.Node) -> _Entry:
        first = self._line(start(key))
        return _Entry(first, self._line(max(end(key, self.text), end(value, self.text)) - 1), start(key) - self.starts[first])

    def _listed(self, entry: yaml.Node) -> _Entry:
        """An entry of a list from its dash, which may stand on a line above."""
        first = self._line(start(entry))
        before = self.read[first][: start(entry) - self.starts[first]]
        while "-" not in before and first > 0 and (not before.strip() or _COMMENT.match(before)):
            first -= 1
            before = self.read[first]
        return _Entry(first, self._line(end(entry, self.text) - 1), before.find("-"))

    def _move(self, entries: list[_Entry], order: Order, *, is_root: bool) -> None:
        if not self._can_move(entries):
            return
        begins = self._begins(entries, is_root=is_root)
        blanks = [self._blank_lines(begin, entry.first) for begin, entry in zip(begins, entries, strict=False)]
        chunks = [self.lines[begin:stop] for begin, stop in pairwise(begins)]
        leads = [chunk[:count] for chunk, count in zip(chunks, blanks, strict=True)]
        bodies = [chunk[count:] for chunk, count in zip(chunks, blanks, strict=True)]
        dashes = self.read[entries[0].first][: entries[0].column]
        if "-" in dashes and order[0] != 0:
            new = order[0]
            bodies[new] = _led(bodies[new], entries[new].first - begins[new] - blanks[new], dashes)
            bodies[0] = [" " * len(dashes) + bodies[0][0][len(dashes) :], *bodies[0][1:]]
        self.lines[begins[0] : begins[-1]] = [line for lead, at in zip(leads, order, strict=True) for line in (*lead, *bodies[at])]

    def _can_move(self, entries: list[_Entry]) -> bool:
        """Whether all begin at one column, the first behind nothing but spaces and dashes (and so the others behind spaces)."""
        column = entries[0].column
        before = self.read[entries[0].first][: max(column, 0)]
        return all(entry.column == column >= 0 for entry in entries) and (not before.strip(" ") or _DASHES.fullmatch(before) is not None)

    def _begins(self, entries: list[_Entry], *, is_root: bool) -> list[int]:
        """The line at which each entry begins with what stands above it, and the one behind the last."""
        begins = [self._begin(entries[0], is_root=is_root)]
        return [*begins, *(self._behind(entry) for entry in entries)]

    def _begin(self, entry: _Entry, *, is_root: bool) -> int:
        """The line at which a first entry begins; the comment at the head of the file, up to a blank line, belongs to the file."""
        begin = entry.first
        if "-" in self.read[begin][: entry.column]:
            return begin
        while begin > 0 and self._is_between(begin - 1):
            begin -= 1
        if not is_root:
            return begin
        blank = [line + 1 for line in range(begin, entry.first) if not self.read[line].strip()]
        return blank[-1] if blank else entry.first

    def _behind(self, entry: _Entry) -> int:
        """The line behind an entry and the comments right below that are indented deeper than it."""
        line = entry.last + 1
        while line < len(self.read) and (comment := _COMMENT.match(self.read[line])) and comment.end() - 1 > entry.column:
            line += 1
        return line

    def _is_between(self, line: int) -> bool:
        return not self.read[line].strip() or _COMMENT.match(self.read[line]) is not None

    def _blank_lines(self, begin: int, first: int) -> int:
        return next((line - begin for line in range(begin, first) if self.read[line].strip()), first - begin)


def _led(body: list[str], above: int, dashes: str) -> list[str]:
    """An entry that comes to stand first, behind the dashes; the ``above`` lines of comment over it then stand over them."""
    comments = [" " * dashes.index("-") + line.lstrip(" ") if line.strip() else line for line in body[:above]]
    return [*comments, dashes + body[above][len(dashes) :], *body[above + 1 :]]
