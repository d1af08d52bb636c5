"""The rows of the table changes for the next release: what of each claim differs, with the reason that releases/next.yaml gives.

A claim's own reason counts for whatever of it changed. An article's counts for its claims that are new or retracted, a unit's for the
claims whose unit was defined anew, a column's for its cells where the whole column is new or gone, or computed.
"""

from collections.abc import Iterable, Iterator

from iddia.diff.records import ClaimChange, Difference, UnitChange
from iddia.diff.units import OF_CLAIM
from iddia.model.release import Reasons
from iddia.model.tables import Change

UNIT, FIGURES_UNIT = "unit", "figures.unit"
COMPUTED = "proposition_id"


def changes_of(difference: Difference, reasons: Reasons, version: str) -> list[Change]:
    """The rows, by claim and field; an empty reason where none is given."""
    columns = columns_of(difference)
    found = [_row(change, version, _reason(change, reasons, columns)) for change in difference.claims]
    named = {(row.claim_id, row.field) for row in found}
    added = {row.claim_id for row in found if row.change == "added"}
    units = [
        row
        for row in _defined_anew(difference.units, reasons, version)
        if (row.claim_id, row.field) not in named and row.claim_id not in added
    ]
    followed = {row.claim_id for row in units}  # what such a claim means by its content follows from its unit
    return [row for row in found if row.field != COMPUTED or row.claim_id not in followed] + units


def _row(change: ClaimChange, version: str, reason: str) -> Change:
    before, after = change.before or None, change.after or None
    return Change.model_construct(
        version=version, claim_id=change.claim_id, change=change.change, field=change.field, before=before, after=after, reason=reason
    )


def columns_of(difference: Difference) -> frozenset[str]:
    """The columns of claims of which one reason can be enough: those that came or went, and what is computed from the others.

    A column that says what a number counts is among them only where it was renamed and every cell is the same.
    """
    claims = [table for table in difference.tables if table.name == "claims"]
    renamed = {name for table in claims for pair in table.renamed for name in (pair.before, pair.after)}
    passing = {change.column for table in claims for change in table.schema if change.attribute == "column" and change.column is not None}
    computed = {change.field for change in difference.claims if change.field == COMPUTED}
    return frozenset({column for column in passing if column not in OF_CLAIM or column in renamed} | computed)


def _reason(change: ClaimChange, reasons: Reasons, columns: frozenset[str]) -> str:
    if change.claim_id in reasons.claims:
        return reasons.claims[change.claim_id]
    if change.change in ("added", "retracted"):
        return reasons.sources.get(change.claim_id.rpartition(".")[0], "")
    return reasons.columns.get(change.field, "") if change.field in columns else ""


def _defined_anew(units: Iterable[UnitChange], reasons: Reasons, version: str) -> Iterator[Change]:
    """A row for each claim whose unit means something else now, or whose figures have another; what several say is joined."""
    told: dict[tuple[str, str], list[UnitChange]] = {}
    for unit in units:
        if unit.table == "units":
            for claim_id in unit.claims:
                told.setdefault((claim_id, UNIT), []).append(unit)
        elif unit.table == "figures":
            told.setdefault((unit.claims[0], FIGURES_UNIT), []).append(unit)
    for (claim_id, field), changed in told.items():
        before, after = (
            "; ".join(f"{unit.id}: {unit.column} {getattr(unit, side) or 'null'}" for unit in changed) for side in ("before", "after")
        )
        given = [reasons.claims.get(claim_id) or reasons.units.get(unit.id, "") for unit in changed]
        reason = "; ".join(dict.fromkeys(given)) if all(given) else ""
        yield Change.model_construct(
            version=version, claim_id=claim_id, change="corrected", field=field, before=before, after=after, reason=reason
        )
