"""What a person is told of a difference, once each: numbers whose unit changed, then claims, then the rows that no claim stands for."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from iddia.diff.claims import CLAIMS, ID, SEVERAL
from iddia.diff.records import ClaimChange, Difference, Row, TableDifference
from iddia.diff.words import HAPPENED, happened, statement_column
from iddia.language import Language


@dataclass(frozen=True)
class Claim:
    """A claim of which anything differs: what happened to it, its statement where it came or went, and otherwise its changes."""

    id: str
    happened: tuple[str, ...]
    statement: str | None
    changes: tuple[ClaimChange, ...]


def claims(found: Difference, language: Language) -> list[Claim]:
    """The claims that came, those that went, and then those that changed; the statement in the language, if the row has it."""
    changes: dict[str, list[ClaimChange]] = defaultdict(list)
    for change in found.claims:
        changes[change.claim_id].append(change)
    statements = _statements(found, statement_column(language))
    listed = [_claim(one, several, statements) for one, several in changes.items()]
    order = ["added", "retracted"]
    return sorted(listed, key=lambda claim: order.index(claim.happened[0]) if claim.happened[0] in order else len(order))


def _claim(one: str, changes: list[ClaimChange], statements: dict[str, str]) -> Claim:
    kinds = {happened(change) for change in changes}
    first = changes[0]
    statement = statements.get(one) or first.after or first.before if kinds & {"added", "retracted"} else None
    return Claim(one, tuple(kind for kind in HAPPENED if kind in kinds), statement, tuple(changes))


def _statements(found: Difference, column: str) -> dict[str, str]:
    rows = (row for table in found.tables if table.name == CLAIMS for row in (*table.removed, *table.added))
    return {row[ID]: row[column] for row in rows if row.get(column) and ID in row}


def tables(found: Difference) -> Iterator[tuple[TableDifference, TableDifference]]:
    """Each table, for its counts, beside the part of it that is not told with its claims; without a claims table that is told whole."""
    ids = {change.claim_id for change in found.claims}
    for table in found.tables:
        rest = _rest(table, ids) if table.name in (CLAIMS, *SEVERAL) else table
        has_more = rest.schema or rest.counts().total() or rest.status != "changed"
        if table.name != CLAIMS or not found.claims or has_more:
            yield table, rest


def _rest(table: TableDifference, ids: set[str]) -> TableDifference:
    def is_told(row: Row) -> bool:
        return row.get(ID) in ids

    at = table.key.index(ID) if ID in table.key else None
    changed = table.changed if at is None else tuple(change for change in table.changed if change.key[at] not in ids)
    added, removed = (tuple(row for row in rows if not is_told(row)) for rows in (table.added, table.removed))
    return replace(table, added=added, removed=removed, changed=changed)
