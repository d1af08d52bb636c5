"""Claims that differ from the release before although the table changes says nothing of it: what this ledger promises never happens."""

from collections.abc import Iterator

from iddia.diff import Difference, difference
from iddia.diff.reading import read_package
from iddia.diff.version import Version
from iddia.errors import CouldNotRunError, Problem, shortened
from iddia.formats.publication import Publication
from iddia.language import Said
from iddia.model.release import Reasons
from iddia.release.reasons import changes_of
from iddia.retrieval.number import is_version, order
from iddia.verify.history import Trouble, claims_of, placed, rows_of

_HISTORY = frozenset({"changes"})
_OF_OTHERS = ("added", "retracted")
"""What the history of ids is checked for."""
_SHOWN = 3
Fields = dict[str, str]
"""What of a claim differs: by field, in words."""


class _Published(Version):
    """A package that was read already."""

    def __init__(self, package: Publication) -> None:
        self.name = package.version
        self._files = package.files

    def read(self, path: str) -> bytes:
        """A file's bytes."""
        if (content := self._files.get(self.inside(path))) is None:
            raise CouldNotRunError((f"{self.name}: there is no {path}", f"{self.name}: {path} yok"))
        return content


def check_unseen(package: Publication, previous: Publication, inside: str) -> Iterator[Problem]:
    """A problem for each claim of both releases of which a field differs that no row of changes since the one before names.

    Raises CouldNotRunError where the two cannot be compared.
    """
    found = difference(read_package(_Published(previous)), read_package(_Published(package)), without=_HISTORY)
    told = {(row["claim_id"], row["field"]) for row in rows_of(package) if _is_since(row["version"], previous.version)}
    rows = claims_of(package)
    yield from placed(package, inside, list(_untold(_differing(found, package.version), told, rows, previous.version)))


def _differing(found: Difference, version: str) -> dict[str, Fields]:
    """What the table changes has to tell of ``version``, by the very rule that a release writes it by."""
    claims: dict[str, Fields] = {}
    for row in changes_of(found, Reasons(), version):
        if row.change not in _OF_OTHERS:
            words = f"{row.field}: {shortened(row.before or '')} → {shortened(row.after or '')}"
            claims.setdefault(row.claim_id, {})[row.field] = words
    return claims


def _untold(claims: dict[str, Fields], told: set[tuple[str, str]], rows: dict[str, int], before: str) -> Iterator[Trouble]:
    for claim_id, fields in claims.items():
        if unseen := [name for name in fields if (claim_id, name) not in told]:
            shown = "; ".join(fields[name] for name in unseen[:_SHOWN]) + " …" * (len(unseen) > _SHOWN)
            names = ", ".join(unseen)
            words = (
                f"{claim_id} differs from {before} in {names}, and no row of changes tells of it",
                f"{claim_id}, {before} sürümündekinden farklı ({names}); changes tablosunda bunu anlatan satır yok",
            )
            yield Trouble("claim-changed-unseen", words, "claims", rows.get(claim_id), _TELL, shown)


def _is_since(version: str, previous: str) -> bool:
    return is_version(version) and is_version(previous) and order(version) > order(previous)


_TELL: Said = ("give the reason in releases/next.yaml, and release anew", "nedenini releases/next.yaml dosyasına yazıp yeniden yayımlayın")
