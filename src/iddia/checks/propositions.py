"""Whether claims have the same proposition_id when, and only when, they say the same."""

from collections.abc import Iterator

import numpy as np
import polars as pl

from iddia.checks.nearest import first_rows
from iddia.checks.table import Table

WORDS = (
    "subject",
    "property",
    "value_kind",
    "unit",
    "value_entity",
    "value_date",
    "value_boolean",
    "compared_to",
    "per",
    "time",
    "polarity",
)
NUMBERS = ("number", "number_min", "number_max")
_ALIKE = 1e-9


def propositions(claims: Table, units: Table | None) -> Iterator[tuple[int, int, bool]]:
    """Pairs of rows, the first claim of its kind second: same content and another id (False), or same id and other content (True)."""
    columns = (*WORDS, *NUMBERS, "value_text", "proposition_id")
    if not claims.fits(*columns):
        return
    fine = claims.sound(*columns) & ~claims.nulls("proposition_id")
    kept = np.flatnonzero(fine)
    frame = _frame(claims)
    if len(kept) < len(frame):
        frame = frame.filter(pl.Series(fine))
    hashes = frame.drop("proposition_id").hash_rows(seed=5)
    ids = frame["proposition_id"]
    both = pl.DataFrame({"content": hashes, "id": ids}).hash_rows(seed=7).n_unique()
    if both == hashes.n_unique() == ids.n_unique():
        return
    del hashes
    numbers = ids.to_numpy()
    first = first_rows(frame.drop("proposition_id"))
    for row in np.flatnonzero(numbers != numbers[first]):
        yield int(kept[row]), int(kept[first[row]]), False
    normal = _normal(frame, claims, units)
    first = first_rows(ids.to_frame())
    unlike = np.zeros(len(frame), bool)
    for name in normal.columns:
        values = normal[name]
        others = values.gather(pl.Series(first.astype(np.uint32)))
        if values.dtype == pl.Float64:
            near = ((values - others).abs() <= _ALIKE * others.abs()) | (values.is_null() & others.is_null())
            unlike |= ~near.fill_null(False).to_numpy()
        else:
            unlike |= ~values.eq_missing(others).to_numpy()
    for row in np.flatnonzero(unlike):
        yield int(kept[row]), int(kept[first[row]]), True


def _frame(claims: Table) -> pl.DataFrame:
    coded = {name: pl.Series(claims.numbered(name)[0], dtype=pl.Int32) for name in WORDS}
    return pl.DataFrame(
        {
            **coded,
            **{name: claims.values(name, "number") for name in NUMBERS},
            **{name: claims.values(name, "hash") for name in ("value_text", "proposition_id")},
        }
    )


def _normal(frame: pl.DataFrame, claims: Table, units: Table | None) -> pl.DataFrame:
    """What makes a proposition_id: numbers in the base unit of their dimension; texts aside, whose spelling may differ."""
    names = ["subject", "property", "value_entity", "value_date", "compared_to", "per", "time", "polarity"]
    kept = frame.select(names)
    if units is None or not units.fits("unit_id", "factor", "dimension"):
        return kept
    factors = dict(zip(units.texts("unit_id").to_list(), units.values("factor", "number").to_list(), strict=True))
    words = claims.numbered("unit")[1]
    factor = np.array([*((factors.get(word) or np.nan) for word in words), 1.0])[frame["unit"].to_numpy()]
    scaled = {name: (frame[name] * pl.Series(factor)).fill_nan(None) for name in NUMBERS}
    return kept.with_columns(**scaled)
