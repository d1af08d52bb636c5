"""A stretch of text by its offsets."""

import re
from bisect import bisect_right
from typing import NamedTuple

_LINE_END = re.compile(r"\r\n|\r|\n")


class Span(NamedTuple):
    """Offsets in Unicode code points; ``end`` is exclusive."""

    start: int
    end: int

    def cut(self, text: str) -> str:
        """The words the span stands for."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether at least one code point is in both."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        """Whether all of ``other`` is inside."""
        return self.start <= other.start and other.end <= self.end


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """Physical line and column, both from 1; a column counts code points, a line ends at LF, CR or CRLF."""
    return Lines(text)(offset)


class Lines:
    """The physical lines of a text, for asking the line and column of many offsets."""

    def __init__(self, text: str) -> None:
        self.starts = [0, *(end.end() for end in _LINE_END.finditer(text))]

    def __call__(self, offset: int) -> tuple[int, int]:
        """What ``line_and_column`` says of ``offset``."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def offset(self, line: int, column: int) -> int:
        """The way back: the offset of a line and column."""
        return self.starts[line - 1] + column - 1
