"""What can be wrong, and who has to act.

A problem is a record with a place; a check yields problems and never writes a location itself. Three
exceptions carry them: the contributor's data, the registry's vocabulary, our own code.
"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from iddia.text.spans import Span


@dataclass(frozen=True, order=True)
class Place:
    """Where in a file: physical line and column from 1, columns in code points; ``end_column`` is exclusive."""

    file: str
    line: int = 1
    column: int = 1
    end_line: int | None = None
    end_column: int | None = None

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


def printable(text: str) -> str:
    """The text with whatever does not print as itself (control, zero-width and direction characters) shown by its escape."""
    return "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in text)


@dataclass(frozen=True)
class Problem:
    """One thing to mend: where it is, what was got, what was expected, what comes nearest, and how to mend it."""

    code: str
    place: Place
    message: str
    got: str | None = None
    expected: str | None = None
    nearest: str | None = None
    mend: str | None = None

    def __str__(self) -> str:
        parts = {label: getattr(self, label) for label in ("got", "expected", "nearest", "mend")}
        details = [f"    {label:<9} {value}" for label, value in parts.items() if value is not None]
        return "\n".join(map(printable, [f"{self.place}: {self.code}: {self.message}", *details]))

    def as_dict(self) -> dict[str, Any]:
        """The problem as plain values, the place flattened into it."""
        fields = asdict(self)
        return {"code": fields.pop("code"), **fields.pop("place"), **fields}


@dataclass(frozen=True)
class Finding:
    """A problem before it has a place: ``at`` is a path of keys in a YAML file, or a span of an article's text.

    Checks yield findings; who runs the check adds file, line and column.
    """

    code: str
    at: tuple[str | int, ...] | Span
    message: str
    got: str | None = None
    expected: str | None = None
    nearest: str | None = None
    mend: str | None = None

    def placed(self, place: Place) -> Problem:
        """The problem at its place."""
        return Problem(self.code, place, self.message, self.got, self.expected, self.nearest, self.mend)


class IddiaError(Exception):
    """The root of all errors that iddia raises on purpose."""


class ProblemsError(IddiaError):
    """Something is wrong with what was read; all problems found are in ``problems``, in reading order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(problems, key=_reading_order)
        super().__init__(str(self))

    def __str__(self) -> str:
        return "\n".join([*map(str, self.problems), self.summary()])

    def summary(self) -> str:
        """How many problems there are, in how many files."""
        files = len({problem.place.file for problem in self.problems})
        count = len(self.problems)
        return f"{count} problem{'s' * (count != 1)} in {files} file{'s' * (files != 1)}"


def _reading_order(problem: Problem) -> tuple[str, bool, Place, str, str]:
    """By folder; in an article's folder what is wrong with the reading comes before what it leaves unread."""
    folder, _, file = problem.place.file.rpartition("/")
    return folder, file == "article.txt", problem.place, problem.code, problem.message


class ContributionError(ProblemsError):
    """An article or its reading is wrong: the contributor has to act."""


class VocabularyError(ProblemsError):
    """The registry of entities or the vocabulary is wrong: its maintainer has to act."""


class CouldNotRunError(IddiaError):
    """The command cannot do its work here: something it needs is missing."""


class UnknownIdError(IddiaError, KeyError):
    """Nothing in the ledger has this id."""

    def __str__(self) -> str:
        return str(self.args[0])


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """The known word most like ``word``, if any comes near."""
    from difflib import get_close_matches  # only a failing run pays for it

    matches = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return matches[0] if matches else None


def shortened(text: str, limit: int = 90) -> str:
    """``text`` in quotation marks on one line, cut to ``limit`` code points."""
    line = " ".join(text.split())
    return f'"{line if len(line) <= limit else line[: limit - 1] + "…"}"'
