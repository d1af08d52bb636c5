"""A stretch of text by its offsets."""

from typing import NamedTuple


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
    before = text[:offset].replace("\r\n", "\n ").replace("\r", "\n")
    line = before.count("\n") + 1
    start = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
    return line, offset - start + 1
