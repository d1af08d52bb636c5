"""What is wrong with the reasons for a release: claims without one, reasons for what did not change, ids that say something else now."""

from collections.abc import Iterable, Iterator, Mapping

from iddia.diff.records import Difference, Package
from iddia.errors import Place, Problem, shortened
from iddia.model.release import Reasons
from iddia.model.tables import Change
from iddia.project.releases import NEXT
from iddia.release.reasons import UNIT, columns_of
from iddia.yamlfile import YamlFile


def missing(rows: Iterable[Change], difference: Difference) -> Iterator[Problem]:
    """A problem for each claim without a reason; one for a unit, a column or an article of which one reason is enough for several."""
    columns = columns_of(difference)
    own = {(change.claim_id, change.field) for change in difference.claims}
    anew = {claim_id: unit.id for unit in difference.units if unit.table == "units" for claim_id in unit.claims}
    by_unit, by_column, by_claim = dict[str, list[str]](), dict[str, list[str]](), dict[str, list[Change]]()
    for row in (row for row in rows if not row.reason):
        if row.field == UNIT and (row.claim_id, UNIT) not in own:
            by_unit.setdefault(anew[row.claim_id], []).append(row.claim_id)
        elif row.field in columns:
            by_column.setdefault(row.field, []).append(row.claim_id)
        else:
            by_claim.setdefault(row.claim_id, []).append(row)
    yield from (_of_unit(unit, claims) for unit, claims in by_unit.items())
    yield from (_of_column(column, len(claims)) for column, claims in by_column.items())
    yield from _of_claims(by_claim, difference)


def _of_claims(changes: dict[str, list[Change]], difference: Difference) -> Iterator[Problem]:
    """One for an article of which several claims came or went, and one for each other claim."""
    passing: dict[str, list[str]] = {}
    for claim_id, rows in changes.items():
        if rows[0].change in ("added", "retracted"):
            passing.setdefault(claim_id.rpartition(".")[0], []).append(claim_id)
    whole = {source: claims for source, claims in passing.items() if len(claims) > 1}
    yield from (_of_source(source, [changes[claim] for claim in claims]) for source, claims in whole.items())
    numbers = {unit.id: f"{unit.before} → {unit.after}" for unit in difference.units if unit.table == "claims"}
    for claim_id, rows in changes.items():
        if claim_id not in whole.get(claim_id.rpartition(".")[0], ()):
            yield _of_claim(claim_id, rows, numbers.get(claim_id))


def _of_unit(unit: str, claims: list[str]) -> Problem:
    return Problem(
        "reason-missing",
        Place(NEXT),
        (
            f"UNIT CHANGED: {unit} is no longer what it was, and nothing says why; claims that use it: {len(claims)}",
            f"BİRİM DEĞİŞTİ: {unit} artık eskisi gibi değil, nedeni yazılmamış; geçtiği sav sayısı: {len(claims)}",
        ),
        got=", ".join(claims[:5]) + (" …" if len(claims) > 5 else ""),
        mend=(f'under units: add   {unit}: "..."', f'units: altına ekleyin:   {unit}: "..."'),
    )


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
