"""The known word that comes nearest to a wrong one; quick enough to be asked for thousands of wrong ones."""

from collections.abc import Sequence

import numpy as np
import polars as pl

from iddia.errors import did_you_mean

_FEW = 2_000
_AROUND = 4
_LIKE = 60.0


class Nearest:
    """Finds the value of a column most like a word. In a long column only the values that begin alike are looked at."""

    def __init__(self, values: pl.Series) -> None:
        self._values = values
        self._known: dict[str, int | None] = {}
        self._order: pl.Series | None = None
        self._sorted: pl.Series | None = None

    def row(self, word: str) -> int | None:
        """The row of the nearest value, None when none comes near."""
        if word not in self._known:
            self._known[word] = self._find(word[:200])
        return self._known[word]

    def _find(self, word: str) -> int | None:
        if len(self._values) <= _FEW:
            rows: Sequence[int] = range(len(self._values))
        else:
            if self._sorted is None or self._order is None:
                self._order = self._values.arg_sort(nulls_last=True)
                self._sorted = self._values.gather(self._order).drop_nulls()
            at = int(self._sorted.search_sorted(word))
            rows = self._order[max(0, at - _AROUND) : at + _AROUND].to_list()
        return _best(word, {row: value for row in rows if (value := self._values[row]) is not None})


def _best(word: str, choices: dict[int, str]) -> int | None:
    try:
        from rapidfuzz import fuzz, process
    except ImportError:
        near = did_you_mean(word, choices.values())
        return next((row for row, value in choices.items() if value == near), None)
    found = process.extractOne(word, choices, scorer=fuzz.ratio, score_cutoff=_LIKE)
    return None if found is None else int(found[2])


def nearest_word(word: str, words: Sequence[str]) -> str | None:
    """The word most like ``word`` among a few."""
    row = _best(word[:200], dict(enumerate(words)))
    return None if row is None else words[row]


def first_rows(keys: pl.DataFrame) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
    """For each row the first row that has the same cells."""
    names = keys.columns
    numbered = keys.with_row_index("row")
    first = numbered.select(pl.col("row").first().over(names).alias("first"))["first"]
    return first.to_numpy().astype(np.int64)
