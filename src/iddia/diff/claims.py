"""What happened to each claim, told from the rows that differ: added, retracted, corrected, re-attributed or re-graded.

Told are the rows of claims, attributions and evidence. Mentions, relations and figures are computed, and assessments and predictions
are judged by others: what differs in them is no change of a claim.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from iddia.diff.columns import cells_where, rows_where
from iddia.diff.order import in_order
from iddia.diff.pairing import Pair, pairs
from iddia.diff.readable import readable
from iddia.diff.records import ClaimChange, Difference, Happened, Package, Row, TableDifference

CLAIMS, ID, STATEMENT, PROPOSITION = "claims", "claim_id", "statement_en", "proposition_id"
SEVERAL = ("attributions", "evidence")
"""Tables with several rows a claim."""
_HAPPENED: dict[str, Happened] = {
    "modality": "re-graded",
    "review": "re-graded",
    "evidence.cue": "re-graded",
    "attributions": "re-attributed",
    "evidence.speaker": "re-attributed",
}
"""What a change of a field is; of any other, the claim is corrected."""


def claim_changes(difference: Difference, old: Package, new: Package) -> tuple[ClaimChange, ...]:
    """A record for each thing of each claim that differs, by claim and field; every claim of which anything differs has one.

    ``difference`` is that of ``old`` and ``new``. ``proposition_id`` follows from the content and has a record only where nothing else
    of the claim differs. A claim is known by its claim_id, which must be unique in both.
    """
    tables = {table.name: table for table in difference.tables}
    told = pairs(tables.get(CLAIMS), ID)
    found: dict[str, list[ClaimChange]] = {one: list(_of_row(pair)) for one, pair in told.items()}
    for name in SEVERAL:
        if name in tables:
            ids = _in_both(_touched(tables[name], old, new), old, new)
            for change in _of_several(name, ids, old, new):
                found.setdefault(change.claim_id, []).append(change)
    return tuple(change for one in sorted(found, key=lambda one: in_order([one])) for change in _without_consequence(found[one]))


def _of_row(pair: Pair) -> Iterator[ClaimChange]:
    if pair.after is None and pair.before is not None:
        yield ClaimChange(pair.id, "retracted", STATEMENT, pair.before.get(STATEMENT, ""), "")
    elif pair.before is None and pair.after is not None:
        yield ClaimChange(pair.id, "added", STATEMENT, "", pair.after.get(STATEMENT, ""))
    for column, before, after in pair.cells():
        yield ClaimChange(pair.id, _HAPPENED.get(column, "corrected"), column, before, after)


def _without_consequence(changes: list[ClaimChange]) -> list[ClaimChange]:
    return [change for change in changes if change.field != PROPOSITION] or changes


def _touched(table: TableDifference, old: Package, new: Package) -> set[str]:
    """The claims of whose rows in the table any differ."""
    found = {row[ID] for row in (*table.added, *table.removed) if row.get(ID)}
    if ID in table.key:
        return found | {change.key[table.key.index(ID)] for change in table.changed}
    keys = {change.key for change in table.changed}
    sides = [package.tables[table.name].rows for package in (old, new)] if keys else []
    return found | {row[ID] for rows in sides for row in rows if row.get(ID) and table.key_of(row) in keys}


def _in_both(ids: set[str], old: Package, new: Package) -> frozenset[str]:
    for package in (old, new):
        ids = cells_where(package.tables[CLAIMS].rows, ID, frozenset(ids)) if ids and CLAIMS in package.tables else set()
    return frozenset(ids)


def _rows(package: Package, table: str, ids: frozenset[str]) -> Iterable[Row]:
    return rows_where(package.tables[table].rows, ID, ids) if table in package.tables else []


def _of_several(table: str, ids: frozenset[str], old: Package, new: Package) -> Iterator[ClaimChange]:
    """A record for each claim and role whose rows are not the same."""
    before, after = (_grouped(table, _rows(package, table, ids)) for package in (old, new)) if ids else ({}, {})
    for claim, role in sorted(before.keys() | after.keys()):
        sides = readable(table, before.get((claim, role), []), after.get((claim, role), []))
        if sides is not None:
            name = f"{table}.{role}" if role else table
            yield ClaimChange(claim, _HAPPENED.get(name, "corrected"), name, *sides)


def _grouped(table: str, rows: Iterable[Row]) -> Mapping[tuple[str, str], list[Row]]:
    found: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        found[row[ID], row.get("role", "") if table == "evidence" else ""].append(row)
    return found
