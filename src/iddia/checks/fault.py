"""A problem before it has a place."""

from dataclasses import dataclass

from iddia.errors import Place, Problem
from iddia.language import Said, Words


@dataclass(frozen=True)
class Fault:
    """What is wrong with a cell, a label, a part of a schema."""

    code: str
    message: Said
    got: Words | None
    expected: Words | None
    mend: Said
    nearest: str | None = None

    def at(self, place: Place, nearest_place: Place | None = None) -> Problem:
        """The problem at its place."""
        return Problem(self.code, place, self.message, self.got, self.expected, self.nearest, self.mend, nearest_place)
