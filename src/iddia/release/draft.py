"""A new release before its files are made: what differs from the last one, the version that this asks for, and the reasons."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from iddia.assertions.subjects import bounds
from iddia.corpus import Corpus
from iddia.diff.compare import difference
from iddia.diff.reading import read_package
from iddia.diff.records import Difference, Package
from iddia.diff.version import Folder
from iddia.errors import CouldNotRunError, Problem, ProblemsError
from iddia.model.release import ReadRelease
from iddia.model.tables import Change
from iddia.package.build import Built
from iddia.package.csvfile import render
from iddia.package.descriptor import digests
from iddia.project.releases import Releases, version_key
from iddia.release.files import made_with
from iddia.release.kept import HISTORY, check_history, check_unused
from iddia.release.levels import FIRST, Ground, grounds, level_of, next_version
from iddia.release.moment import VARIABLE, day_of, moment_now
from iddia.release.notes import told
from iddia.release.previous import previous_package
from iddia.release.reasons import changes_of
from iddia.release.rules import RULES
from iddia.release.unexplained import idle, missing, reused

OWN_HISTORY = frozenset({HISTORY})
"""What tells of releases is no part of what they are compared by."""


@dataclass(frozen=True)
class Draft:
    """A release to be; ``difference`` is the one from the release before, None for the first."""

    record: ReadRelease
    changes: Sequence[Change]
    grounds: Sequence[Ground]
    difference: Difference | None


class UnexplainedError(ProblemsError):
    """Reasons are missing or wrong; ``version`` is what the release would be, after ``previous``, and ``grounds`` ask for it."""

    def __init__(self, problems: Iterable[Problem], version: str, previous: str | None, why: Sequence[Ground]) -> None:
        super().__init__(problems)
        self.version, self.previous, self.grounds = version, previous, why


def draft(root: Path, room: Path, built: Built, wanted: str | None) -> Draft:
    """The next release of what was ``built`` in ``room``. Raises as ``plan`` does."""
    releases = built.corpus.releases
    last, new = releases.last, read_package(Folder(room))
    old = Package({}) if last is None else previous_package(root, last)
    if last is not None:
        check_history(old, new, last)
    found = difference(old, new, without=OWN_HISTORY)
    why = [] if last is None else _why(found, built, last)
    version = _version(None if last is None else last.version, why, wanted)
    check_unused(root, version, releases)
    changes = changes_of(found, releases.reasons, version)
    if problems := list(_problems(built.corpus, found, old, new, changes)):
        raise UnexplainedError(problems, version, None if last is None else last.version, why)
    moment = _moment(last)
    record = ReadRelease(
        version=version,
        date=day_of(moment),
        moment=moment,
        previous=None if last is None else last.version,
        level=level_of(why) or "first",
        made_with=made_with(),
        bounds={name: Decimal(str(bound)) for name, bound in bounds(built.corpus.assertions.tables).items()},
        files=digests(built.tables | {"changes": _all_changes(releases, changes)}),
    )
    told_as = replace(found, new_version=version)
    return Draft(record, changes, why, None if last is None else told_as)


def _why(found: Difference, built: Built, last: ReadRelease) -> list[Ground]:
    """What asks for a level; where no row and no column differs, it is words of the schemas, or only how files are written."""
    if differing := grounds(found):
        return differing
    now = digests(built.tables)
    differing_files = sorted(path for path in now.keys() | last.files.keys() if now.get(path) != last.files.get(path))
    schemas = [path for path in differing_files if path.startswith("schema/")]
    return [Ground(RULES["words"], "schema", tuple(schemas))] if schemas else [Ground(RULES["packaging"], "dist")]


def _version(last: str | None, why: list[Ground], wanted: str | None) -> str:
    level = level_of(why)
    computed = FIRST if last is None or level is None else next_version(last, level)
    if wanted is None:
        return computed
    if version_key(wanted) < version_key(computed):
        raise _too_small(wanted, computed, last, [ground for ground in why if ground.rule.level == level])
    return wanted


def _too_small(wanted: str, computed: str, last: str | None, why: list[Ground]) -> CouldNotRunError:
    english, turkish = ("; ".join(f"{ground.rule.what[side]} ({told(ground)})" for ground in why) for side in (0, 1))
    if last is None:
        return CouldNotRunError(
            (f"{wanted} is too small: the first release is {computed}", f"{wanted} küçük kalıyor: ilk sürüm {computed}"),
        )
    return CouldNotRunError(
        (
            f"{wanted} is too small: the version after {last} is {computed}, since {english}",
            f"{wanted} küçük kalıyor: {last} sürümünden sonra {computed} gelir, çünkü {turkish}",
        )
    )


def _problems(corpus: Corpus, found: Difference, old: Package, new: Package, changes: list[Change]) -> Iterator[Problem]:
    reasons, file = corpus.releases.reasons, corpus.releases.next_file
    places = {claim.id: account.article.place(("claims", at, "id")) for account in corpus.accounts for at, claim in account.article.claims}
    yield from reused(found, old, new, places)
    yield from missing(changes, found)
    yield from idle(changes, found, reasons, file)


def _moment(last: ReadRelease | None) -> int:
    moment = moment_now()
    if last is not None and day_of(moment) == last.date:
        return max(moment, last.moment)
    if last is not None and moment < last.moment:
        raise CouldNotRunError(
            (
                f"now is before {last.version} was published ({day_of(moment)}, {last.date}): set the clock, or {VARIABLE}",
                f"tarih {last.version} sürümünden önce görünüyor ({day_of(moment)}, {last.date}): saati ya da {VARIABLE} değerini düzeltin",
            )
        )
    return moment


def _all_changes(releases: Releases, changes: Sequence[Change]) -> bytes:
    return render(Change, [*(change for one in releases.published for change in one.changes), *changes])
