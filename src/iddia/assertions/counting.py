"""The rows of a build held against what is asserted of them: too little fails, too much warns."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from iddia.assertions.checks import MODELS
from iddia.assertions.reading import Assertions
from iddia.assertions.subjects import Subject, subjects
from iddia.assertions.words import BRING_BACK, IS_RIGHT, too_few, too_many
from iddia.errors import Finding, Problem
from iddia.model.assertions import Side, TableAssertions
from iddia.model.columns import Row
from iddia.model.fields import extra_of

Rows = Mapping[str, Sequence[Row]]
_SHOWN = 5


def check_rows(assertions: Assertions, rows: Rows) -> list[Problem]:
    """Every bound that the rows of the tables break, placed at the bound: problems below a minimum, warnings above a maximum."""
    return assertions.placed(broken(assertions.tables, rows))


def broken(tables: Mapping[str, TableAssertions], rows: Rows) -> Iterator[Finding]:
    """The same by the path of keys. A share of no rows at all breaks nothing: that there are none is told by a count."""
    tallies = _Tallies(rows)
    for subject in subjects(tables):
        counted = tallies.groups(subject) if subject.measure == "each" else tallies.one(subject)
        yield from _compared(subject, "min", counted)
        yield from _compared(subject, "max", counted)


def _compared(subject: Subject, side: Side, counted: "Mapping[str, int] | _Counted") -> Iterator[Finding]:
    bound = subject.bound.value(side)
    if bound is None:
        return
    if isinstance(counted, _Counted):
        limit = bound * counted.total if subject.is_share else bound
        if counted.count < limit if side == "min" else counted.count > limit:
            yield _finding(subject, side, bound, counted.shown if subject.is_share else str(counted.count))
        return
    wrong = {key: count for key, count in counted.items() if (count < bound if side == "min" else count > bound)}
    if wrong:
        listed = ", ".join(f"{key} ({count})" for key, count in list(wrong.items())[:_SHOWN]) + ", …" * (len(wrong) > _SHOWN)
        yield _finding(subject, side, bound, f"{len(wrong)} / {len(counted)}: {listed}")


def _finding(subject: Subject, side: Side, bound: Decimal, got: str) -> Finding:
    at = (*subject.at, side)
    if side == "min":
        expected = f"at least {bound}", f"en az {bound}"
        return Finding("minimum-missed", at, too_few(subject), got=got, expected=expected, mend=BRING_BACK)
    expected = f"at most {bound}", f"en çok {bound}"
    return Finding("maximum-exceeded", at, too_many(subject), got=got, expected=expected, mend=IS_RIGHT, severity="warning")


class _Counted:
    """A number of rows or values, and of how many rows."""

    def __init__(self, count: int, total: int) -> None:
        self.count, self.total = count, total

    @property
    def shown(self) -> str:
        """As a share, with the numbers that make it."""
        return f"{self.count / self.total:.3g} ({self.count} / {self.total})"


class _Tallies:
    """How often each value stands in a column of a table, or of its rows with one value; each column is gone through once."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._subsets: dict[tuple[str, tuple[str, str] | None], Sequence[Row]] = {}
        self._columns: dict[tuple[str, tuple[str, str] | None, str], Counter[object]] = {}

    def one(self, subject: Subject) -> _Counted:
        """What is counted for any subject but of groups."""
        total = len(self._subset(subject.table, subject.where))
        if subject.measure == "rows":
            return _Counted(total, total)
        tally = self._tally(subject.table, subject.where, subject.column)
        if subject.measure == "distinct":
            return _Counted(len(tally.keys() - {None}), total)
        count = total - tally[None] if subject.measure == "filled" else tally[subject.value]
        return _Counted(count, total)

    def groups(self, subject: Subject) -> dict[str, int]:
        """How many rows refer to each row of the other table, also to those to which none does."""
        other, _, key = extra_of(MODELS[subject.table].model_fields[subject.column])["to"].partition(".")
        tally = self._tally(subject.table, subject.where, subject.column)
        return {str(one): tally[one] for one in self._tally(other, None, key) if one is not None}

    def _tally(self, table: str, where: tuple[str, str] | None, column: str) -> Counter[object]:
        at = table, where, column
        if at not in self._columns:
            self._columns[at] = Counter(_as_written(getattr(row, column)) for row in self._subset(table, where))
        return self._columns[at]

    def _subset(self, table: str, where: tuple[str, str] | None) -> Sequence[Row]:
        if where is None:
            return self._rows[table]
        if (table, where) not in self._subsets:
            column, value = where
            self._subsets[table, where] = [row for row in self._rows[table] if _as_written(getattr(row, column)) == value]
        return self._subsets[table, where]


def _as_written(cell: object) -> object:
    """A cell; true and false as the file of the assertions names them."""
    return ("false", "true")[cell] if isinstance(cell, bool) else cell
