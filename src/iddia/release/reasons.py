"""The rows of the table changes for the next release: what of each claim differs, with the reason that releases/next.yaml gives.

A claim's own reason counts for whatever of it changed. An article's counts for its claims that are new or retracted, a unit's for the
claims whose unit was defined anew, a column's for its cells where the whole column is new or gone, or computed.
"""

from collections.abc import Iterable, Iterator, Mapping

from iddia.diff.records import ClaimChange, Difference, Package, UnitChange
from iddia.errors import Place, Problem, shortened
from iddia.model.release import Reasons
from iddia.model.tables import Change
from iddia.project.releases import NEXT
from iddia.yamlfile import YamlFile

UNIT = "unit"
COMPUTED = "proposition_id"


def changes_of(difference: Difference, reasons: Reasons, version: str) -> list[Change]:
    """The rows, by claim and field; an empty reason where none is given."""
    columns = columns_of(difference)
    found = [_row(change, version, _reason(change, reasons, columns)) for change in difference.claims]
    named = {(row.claim_id, row.field) for row in found}
    units = [row for row in _defined_anew(difference.units, reasons, version) if (row.claim_id, row.field) not in named]
    followed = {row.claim_id for row in units}  # what such a claim means by its content follows from its unit
    return [row for row in found if row.field != COMPUTED or row.claim_id not in followed] + units


def _row(change: ClaimChange, version: str, reason: str) -> Change:
    before, after = change.before or None, change.after or None
    return Change.model_construct(
        version=version, claim_id=change.claim_id, change=change.change, field=change.field, before=before, after=after, reason=reason
    )


def columns_of(difference: Difference) -> frozenset[str]:
    """The columns of claims of which one reason can be enough: those that came or went, and what is computed from the others."""
    schema = [change for table in difference.tables if table.name == "claims" for change in table.schema]
    computed = [change.field for change in difference.claims if change.field == COMPUTED]
    return frozenset([*(change.column for change in schema if change.attribute == "column" and change.column is not None), *computed])


def _reason(change: ClaimChange, reasons: Reasons, columns: frozenset[str]) -> str:
    if change.claim_id in reasons.claims:
        return reasons.claims[change.claim_id]
    if change.change in ("added", "retracted"):
        return reasons.sources.get(change.claim_id.rpartition(".")[0], "")
    return reasons.columns.get(change.field, "") if change.field in columns else ""


def _defined_anew(units: Iterable[UnitChange], reasons: Reasons, version: str) -> Iterator[Change]:
    """A row for each claim whose unit means something else now; what several columns of the unit say is joined."""
    told: dict[str, list[UnitChange]] = {}
    for unit in units:
        for claim_id in unit.claims if unit.table == "units" else ():
            told.setdefault(claim_id, []).append(unit)
    for claim_id, changed in told.items():
        before, after = (
            "; ".join(f"{unit.id}: {unit.column} {getattr(unit, side) or 'null'}" for unit in changed) for side in ("before", "after")
        )
        given = [reasons.claims.get(claim_id) or reasons.units.get(unit.id, "") for unit in changed]
        reason = "; ".join(dict.fromkeys(given)) if all(given) else ""
        yield Change.model_construct(
            version=version, claim_id=claim_id, change="corrected", field=UNIT, before=before, after=after, reason=reason
        )


def missing(rows: Iterable[Change], difference: Difference) -> Iterator[Problem]:
    """A problem for each claim without a reason; one for a column, and for an article, of which one reason is enough for several claims."""
    columns = columns_of(difference)
    without: dict[str, list[Change]] = {}
    by_column: dict[str, int] = {}
    for row in rows:
        if row.reason:
            continue
        if row.field in columns:
            by_column[row.field] = by_column.get(row.field, 0) + 1
        else:
            without.setdefault(row.claim_id, []).append(row)
    for column, count in by_column.items():
        yield _of_column(column, count)
    by_source: dict[str, list[str]] = {}
    for claim_id, changes in without.items():
        if changes[0].change in ("added", "retracted"):
            by_source.setdefault(claim_id.rpartition(".")[0], []).append(claim_id)
    for source, claims in by_source.items():
        if len(claims) > 1:
            yield _of_source(source, [without.pop(claim) for claim in claims])
    numbers = {unit.id: f"{unit.before} → {unit.after}" for unit in difference.units if unit.table == "claims"}
    for claim_id, changes in without.items():
        yield _of_claim(claim_id, changes, numbers.get(claim_id))


def _of_column(column: str, count: int) -> Problem:
    return Problem(
        "reason-missing",
        Place(NEXT),
        (f"{column} of {count} claims differs, and nothing says why", f"{count} savın {column} sütunu değişmiş; nedeni yazılmamış"),
        got=column,
        mend=(f'under columns: add   {column}: "..."', f'columns: altına ekleyin:   {column}: "..."'),
    )


def _of_source(source: str, changes: list[list[Change]]) -> Problem:
    ids = ", ".join(change[0].claim_id for change in changes[:5]) + (" …" if len(changes) > 5 else "")
    return Problem(
        "reason-missing",
        Place(NEXT),
        (
            f"{len(changes)} claims of {source} came or went, and nothing says why",
            f"{source} makalesinde {len(changes)} sav geldi ya da gitti; nedeni yazılmamış",
        ),
        got=ids,
        mend=(f'under sources: add   {source}: "..."', f'sources: altına ekleyin:   {source}: "..."'),
    )


def _of_claim(claim_id: str, changes: list[Change], number: str | None) -> Problem:
    """``number`` is the number with its unit before and after, where that changed."""
    told = [f"{row.change} {row.field}: {shortened(row.before or '')} → {shortened(row.after or '')}" for row in changes]
    got = "; ".join([*([f"UNIT CHANGED: {number}"] if number else []), *told])
    english, turkish = f"{claim_id} changed, and nothing says why", f"{claim_id} değişmiş; nedeni yazılmamış"
    if changes[0].change in ("added", "retracted"):
        verb = changes[0].change
        english = f"{claim_id} was {verb}, and nothing says why"
        turkish = f"{claim_id} {'eklenmiş' if verb == 'added' else 'geri çekilmiş'}; nedeni yazılmamış"
    mend = f'under claims: add   {claim_id}: "..."', f'claims: altına ekleyin:   {claim_id}: "..."'
    return Problem("reason-missing", Place(NEXT), (english, turkish), got=got, mend=mend)


def idle(rows: Iterable[Change], difference: Difference, reasons: Reasons, file: YamlFile) -> Iterator[Problem]:
    """A problem for each reason that no change takes."""
    changed = {row.claim_id for row in rows}
    came_or_went = {row.claim_id.rpartition(".")[0] for row in rows if row.change in ("added", "retracted")}
    units = {unit.id for unit in difference.units if unit.table == "units"}
    taken = {"claims": changed, "sources": came_or_went, "units": units, "columns": columns_of(difference)}
    for kind, changed_ones in taken.items():
        for one in getattr(reasons, kind):
            if one not in changed_ones:
                message = (
                    f"a reason is given for {one}, which did not change since the last release",
                    f"{one} için neden verilmiş, oysa son sürümden beri değişmemiş",
                )
                mend = "remove the entry, or find out why nothing changed", "girdiyi silin ya da neden değişmediğini bulun"
                yield Problem("reason-idle", file.key_place((kind, one)), message, got=one, mend=mend)


def reused(difference: Difference, old: Package, new: Package, places: Mapping[str, Place]) -> Iterator[Problem]:
    """Ids that stand at another claim now: subject, property and all content words are not those that were published."""
    changed: dict[str, set[str]] = {}
    for change in difference.claims:
        changed.setdefault(change.claim_id, set()).add(change.field)
    doubtful = {claim_id for claim_id, fields in changed.items() if {"subject", "property", "evidence.content"} <= fields}
    if not doubtful:
        return
    before, after = (_content(package, doubtful) for package in (old, new))
    for claim_id in sorted(doubtful):
        if not any(one in other or other in one for one in before[claim_id] for other in after[claim_id]):
            yield Problem(
                "id-reused",
                places.get(claim_id, Place("seeds")),
                (f"{claim_id} was another claim in {old.version}", f"{claim_id}, {old.version} sürümünde başka bir savdı"),
                got=shortened(next(iter(after[claim_id]), "")),
                expected=shortened(next(iter(before[claim_id]), "")),
                mend=(
                    "give this claim the next free id, and leave the old one out: it is then retracted",
                    "bu sava boştaki ilk kimliği verin; eskisi okumadan çıkarılınca geri çekilmiş olur",
                ),
            )


def _content(package: Package, claims: set[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {claim: [] for claim in claims}
    for row in package.tables["evidence"].rows:
        if row["claim_id"] in found and row["role"] == "content":
            found[row["claim_id"]].append(row["quote"])
    return found
