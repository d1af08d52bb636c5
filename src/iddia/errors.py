"""What can be wrong, and who has to act.

A problem is a record with a place; a check yields problems and never writes a location itself. Three
exceptions carry them: the contributor's data, the registry's vocabulary, our own code.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Literal

from iddia.language import Language, Said, Words, said
from iddia.scalars import as_scalar
from iddia.text.hidden import is_hidden
from iddia.text.spans import Span


@dataclass(frozen=True)
class Place:
    """Where in a file: physical line and column from 1, columns in code points; ``end_column`` is exclusive."""

    file: str
    line: int = 1
    column: int = 1
    end_line: int | None = None
    end_column: int | None = None

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"

    def below(self, folder: str) -> "Place":
        """The same place, its file named from a folder further up."""
        return replace(self, file=f"{folder}/{self.file}")


def printable(text: str) -> str:
    """The text with whatever does not print as itself (control, zero-width and direction characters) shown by its escape."""
    return "".join(letter if is_printable(letter) else ascii(letter)[1:-1] for letter in text)


def is_printable(letter: str) -> bool:
    """Whether the code point prints as itself."""
    return letter.isprintable() and not is_hidden(letter)


LABELS: dict[str, Said] = {
    "got": ("got", "bulunan"),
    "expected": ("expected", "beklenen"),
    "nearest": ("nearest", "en yakın"),
    "mend": ("mend", "çözüm"),
}
"""How the parts of a problem are headed."""


Severity = Literal["error", "warning"]
"""A warning is shown wherever problems are, and stops nothing."""
WARNING: Said = ("warning", "uyarı")


@dataclass(frozen=True)
class Edit:
    """What mends a problem: ``text`` in place of what stands from the place's start to its end.

    ``is_safe`` when the edit cannot change what is meant: `iddia validate --fix` makes only these.
    """

    place: Place
    text: str
    is_safe: bool = False


@dataclass(frozen=True)
class Problem:
    """One thing to mend: where it is, what was got, what was expected, what comes nearest (and where), and how to mend it."""

    code: str
    place: Place
    message: Said
    got: Words | None = None
    expected: Words | None = None
    nearest: str | None = None
    mend: Words | None = None
    nearest_place: Place | None = None
    fix: Edit | None = None
    severity: Severity = "error"

    def details(self, language: Language) -> dict[str, str]:
        """What there is of got, expected, nearest and mend, in words; the nearest match with its place."""
        found = {label: said(words, language) for label in LABELS if (words := getattr(self, label)) is not None}
        if self.nearest_place is not None and "nearest" in found:
            found["nearest"] += f" ({self.nearest_place})"
        return found

    def below(self, folder: str) -> "Problem":
        """The same problem, its files named from a folder further up."""
        nearest = self.nearest_place.below(folder) if self.nearest_place else None
        fix = replace(self.fix, place=self.fix.place.below(folder)) if self.fix else None
        return replace(self, place=self.place.below(folder), nearest_place=nearest, fix=fix)

    def text(self, language: Language) -> str:
        """The problem as a person reads it: place, code and message on a line, a line for each detail. A warning says that it is one."""
        width = max(9, *(len(said(label, language)) for label in LABELS.values()))
        details = [f"    {said(LABELS[label], language):<{width}} {words}" for label, words in self.details(language).items()]
        kind = f"{said(WARNING, language)}: " * self.is_warning
        return "\n".join(map(printable, [f"{self.place}: {self.code}: {kind}{said(self.message, language)}", *details]))

    @property
    def is_warning(self) -> bool:
        """Whether it is worth a look, and no reason to stop."""
        return self.severity == "warning"

    def __str__(self) -> str:
        return self.text("en")


@dataclass(frozen=True)
class Finding:
    """A problem before it has a place: ``at`` is a path of keys in a YAML file, or a span of an article's text.

    Checks yield findings; who runs the check adds file, line and column. ``instead`` is the plain value that, put at ``at``,
    mends it; ``is_safe`` says that it cannot change what is meant.
    """

    code: str
    at: tuple[str | int, ...] | Span
    message: Said
    got: Words | None = None
    expected: Words | None = None
    nearest: str | None = None
    mend: Words | None = None
    nearest_place: Place | None = None
    instead: str | Decimal | None = None
    is_safe: bool = False
    severity: Severity = "error"

    def placed(self, place: Place) -> Problem:
        """The problem at its place."""
        fix = Edit(place, as_scalar(self.instead), self.is_safe) if self.instead is not None else None
        words = (self.message, self.got, self.expected, self.nearest, self.mend)
        return Problem(self.code, place, *words, nearest_place=self.nearest_place, fix=fix, severity=self.severity)


class IddiaError(Exception):
    """The root of all errors that iddia raises on purpose."""


class ProblemsError(IddiaError):
    """Something is wrong with what was read; all problems found are in ``problems``, in reading order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(problems, key=_reading_order)
        super().__init__(self.problems)  # the words are made when somebody asks for them

    def __str__(self) -> str:
        return "\n".join([*map(str, self.problems), self.summary()])

    def summary(self, language: Language = "en") -> str:
        """How many problems and warnings there are, in how many files."""
        files = len({problem.place.file for problem in self.problems})
        warnings = sum(problem.is_warning for problem in self.problems)
        count = len(self.problems) - warnings
        counts = [(count, "problem", "sorun")] * (count > 0 or not warnings) + [(warnings, *WARNING)] * (warnings > 0)
        if language == "tr":
            return f"{files} dosyada {', '.join(f'{many} {turkish}' for many, _, turkish in counts)}"
        listed = " and ".join(f"{many} {english}{'s' * (many != 1)}" for many, english, _ in counts)
        return f"{listed} in {files} file{'s' * (files != 1)}"


def _reading_order(problem: Problem) -> tuple[str | bool | int, ...]:
    """By folder; in an article's folder what is wrong with the reading comes before what it leaves unread."""
    place = problem.place
    folder, _, file = place.file.rpartition("/")
    end = (place.end_line or 0, place.end_column or 0)
    return folder, file == "article.txt", place.file, place.line, place.column, *end, problem.code, said(problem.message, "en")


class ContributionError(ProblemsError):
    """An article or its reading is wrong: the contributor has to act."""


class VocabularyError(ProblemsError):
    """The registry of entities or the vocabulary is wrong: its maintainer has to act."""


class CouldNotRunError(IddiaError):
    """The command cannot do its work here: something it needs is missing. ``words`` say what, in both languages or in one."""

    def __init__(self, words: Words) -> None:
        self.words = words
        super().__init__(said(words, "en"))


def no_seeds(root: Path) -> Said:
    """Why a project cannot be read where there is none."""
    return (
        f"there is no seeds/ in {root}: this needs a checkout of the project, not the installed package",
        f"seeds/ yok: {root}; bunun için kurulu paket değil, projenin deposu gerekir",
    )


class UnknownIdError(IddiaError, KeyError):
    """Nothing in the ledger has this id."""

    def __str__(self) -> str:
        return str(self.args[0])


class NoTableError(UnknownIdError, AttributeError):
    """The package that was loaded lacks one of iddia's tables."""


class UnknownVersionError(CouldNotRunError):
    """No such version is found where versions are looked for."""


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """The known word most like ``word``, if any comes near."""
    from difflib import get_close_matches  # only a failing run pays for it

    matches = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return matches[0] if matches else None


def shortened(text: str, limit: int = 90) -> str:
    """``text`` in quotation marks on one line, cut to ``limit`` code points."""
    line = " ".join(text.split())
    return f'"{line if len(line) <= limit else line[: limit - 1] + "…"}"'
