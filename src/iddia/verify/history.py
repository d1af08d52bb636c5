"""The life of every claim id: added once, then there or retracted, never both, never used again; and what was told of it stays told."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from iddia.errors import Place, Problem
from iddia.formats.publication import Publication
from iddia.language import Said
from iddia.retrieval.number import is_version, order
from iddia.verify.package import lines_of, path_of

ADDED, RETRACTED = "added", "retracted"
Row = dict[str, Any]


@dataclass(frozen=True)
class Trouble:
    """A problem before it has a place: the row of changes or claims that shows it, from 0; no row: the file as a whole."""

    code: str
    message: Said
    table: str
    row: int | None = None
    mend: Said = ("correct the table changes, and release anew", "changes tablosunu düzeltip yeniden yayımlayın")
    got: str | None = None


def check_history(package: Publication, inside: str) -> Iterator[Problem]:
    """What is wrong with the ids of a released package. ``inside`` names the archive that holds it, ended by a slash, or is empty."""
    yield from placed(package, inside, [*_versions(package), *_lives(package)])


def check_previous(package: Publication, previous: Publication, inside: str) -> Iterator[Problem]:
    """What of the release before is lost or told otherwise: its claims, and what happened to them until then."""
    yield from placed(package, inside, [*_dropped(package, previous), *_rewritten(package, previous)])


def rows_of(package: Publication) -> list[Row]:
    """The rows of the table changes; none where the package has no such table."""
    table = package.tables.get("changes")
    return [] if table is None else [dict(row) for row in table.to_pylist()]


def claims_of(package: Publication) -> dict[str, int]:
    """The ids of all claims, each with its row, from 0."""
    ids = package.tables["claims"].column("claim_id").to_pylist()
    return {claim_id: row for row, claim_id in enumerate(ids)}


def _versions(package: Publication) -> Iterator[Trouble]:
    for number, row in enumerate(rows_of(package)):
        version = row["version"]
        if not is_version(version) or order(version) > order(package.version):
            message = (
                f"{row['claim_id']} is told to have changed in {version}, which is no release up to {package.version}",
                f"{row['claim_id']} için {version} sürümünde bir değişiklik yazılmış; {package.version} sürümüne dek böyle bir sürüm yok",
            )
            yield Trouble("change-version", message, "changes", number)


def _lives(package: Publication) -> Iterator[Trouble]:
    """Each id through the versions: told is what cannot have been."""
    claims = claims_of(package)
    state: dict[str, str] = {}
    rows = [(order(row["version"]), number, row) for number, row in enumerate(rows_of(package)) if is_version(row["version"])]
    for _, number, row in sorted(rows, key=lambda one: one[:2]):
        claim_id, change = row["claim_id"], row["change"]
        before = state.get(claim_id)
        if change == ADDED and before is not None:
            yield Trouble("claim-reused", _say(_REUSED, claim_id), "changes", number, _NEW_ID)
        elif ADDED not in {change, before}:
            yield Trouble("change-stray", _say(_RETRACTED_BEFORE if before else _NOT_YET, claim_id), "changes", number)
        state[claim_id] = change if change in {ADDED, RETRACTED} else before or ADDED
        if change == RETRACTED and claim_id in claims:
            yield Trouble("claim-retracted-kept", _say(_BOTH, claim_id), "changes", number)
    for claim_id, row_of_claim in claims.items():
        if claim_id not in state:
            yield Trouble("claim-not-added", _say(_UNTOLD, claim_id), "claims", row_of_claim)
    last = {row["claim_id"]: number for _, number, row in rows}
    for claim_id, change in state.items():
        if change != RETRACTED and claim_id not in claims:
            yield Trouble("claim-lost", _say(_LOST, claim_id), "changes", last[claim_id], _KEEP)


def _dropped(package: Publication, previous: Publication) -> Iterator[Trouble]:
    kept = claims_of(package).keys() | {row["claim_id"] for row in rows_of(package) if row["change"] == RETRACTED}
    for claim_id in claims_of(previous):
        if claim_id not in kept:
            words = (
                f"{claim_id}, which {previous.version} has, is neither among the claims nor told as retracted",
                f"{previous.version} sürümündeki {claim_id} ne savlar arasında ne de geri çekilmiş olarak yazılı",
            )
            yield Trouble("claim-lost", words, "claims", None, _KEEP)


def _rewritten(package: Publication, previous: Publication) -> Iterator[Trouble]:
    now = {_key(row): (number, row) for number, row in enumerate(rows_of(package))}
    before = {_key(row): row for row in rows_of(previous)}
    for key, row in before.items():
        told = " ".join(map(str, key))
        if key not in now:
            words = (
                f"{previous.version} tells of a change that is gone: {told}",
                f"{previous.version} sürümünde yazan değişiklik yok olmuş: {told}",
            )
            yield Trouble("history-changed", words, "changes")
        elif now[key][1] != row:
            words = (
                f"{previous.version} tells this change otherwise: {told}",
                f"bu değişiklik {previous.version} sürümünde başka türlü yazıyor: {told}",
            )
            yield Trouble("history-changed", words, "changes", now[key][0])
    for key, (number, row) in now.items():
        if key not in before and is_version(row["version"]) and order(row["version"]) <= order(previous.version):
            words = (
                f"{previous.version} did not tell of this change yet: {' '.join(map(str, key))}",
                f"bu değişiklik {previous.version} sürümünde yazmıyordu: {' '.join(map(str, key))}",
            )
            yield Trouble("history-changed", words, "changes", number)


def _key(row: Row) -> tuple[Any, ...]:
    return row["version"], row["claim_id"], row["field"]


def _say(words: Said, claim_id: str) -> Said:
    return words[0].format(claim_id), words[1].format(claim_id)


def placed(package: Publication, inside: str, troubles: list[Trouble]) -> Iterator[Problem]:
    """The problems at their places; ``inside`` as in ``check_history``."""
    lines = {
        table: lines_of(package.files[path_of(package, table)], {one.row for one in troubles if one.table == table and one.row is not None})
        for table in {one.table for one in troubles if one.row is not None}
    }
    for one in troubles:
        line = 1 if one.row is None else lines[one.table].get(one.row, 1)
        yield Problem(one.code, Place(f"{inside}{_file(package, one.table)}", line), one.message, got=one.got, mend=one.mend)


def _file(package: Publication, table: str) -> str:
    return path_of(package, table) if table in package.tables else "datapackage.json"


_REUSED = ("{} was added before, and an id is never given again", "{} daha önce eklenmişti; bir kimlik yeniden verilmez")
_NOT_YET = ("{} changes here, and was never added", "{} burada değişiyor ama hiç eklenmemiş")
_RETRACTED_BEFORE = ("{} changes here, and was retracted before", "{} burada değişiyor ama daha önce geri çekilmiş")
_BOTH = ("{} is retracted, and still among the claims", "{} geri çekilmiş ama hâlâ savlar arasında")
_UNTOLD = ("no row of changes tells when {} was added", "{} savının ne zaman eklendiği changes tablosunda yazmıyor")
_LOST = ("{} was added and never retracted, and is not among the claims", "{} eklenmiş, geri çekilmemiş ama savlar arasında yok")
_NEW_ID = ("give the claim a number that was never used", "sava hiç kullanılmamış bir numara verin")
_KEEP = ("keep the claim, or retract it with a reason", "savı koruyun ya da gerekçesiyle geri çekin")
