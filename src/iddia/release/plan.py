"""What the next release is, or what the last one was: its version, its record and its files, all made in memory.

The last commit is built in a clean room. Where tables and schemas are those of the last release, that is made anew, with the bytes it
had; otherwise they are compared with it, and what differs decides the version.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from iddia.diff.compare import difference
from iddia.diff.reading import read_package
from iddia.diff.records import Package
from iddia.diff.version import Folder
from iddia.errors import CouldNotRunError
from iddia.model.release import ReadRelease
from iddia.model.tables import Change
from iddia.package.build import Built, make
from iddia.package.descriptor import digests
from iddia.project.releases import NEXT, Published
from iddia.release.draft import OWN_HISTORY, draft
from iddia.release.files import CHANGELOG, check_texts, files_of, made_with, publication_of
from iddia.release.kept import check_records, check_told
from iddia.release.levels import Ground, next_version
from iddia.release.notes import in_changelog, notes
from iddia.release.previous import previous_package
from iddia.release.record import record_files, sums_path
from iddia.release.room import build_in, check_clean, clean_room
from iddia.sums import SUMS

AT_THE_TOP = ("CITATION.cff", ".zenodo.json")
"""Files of a release that services look for at the top of the repository."""


@dataclass(frozen=True)
class Plan:
    """A release as it would be; nothing of it is written yet.

    ``files`` are those of dist/<version>/ by path in it. ``kept`` is what the repository keeps of a new release by path in it, besides
    data/ and datapackage.json, which ``built`` has; nothing when the last release was made anew.
    """

    record: ReadRelease
    is_new: bool
    changes: Sequence[Change]
    grounds: Sequence[Ground]
    files: Mapping[str, bytes]
    built: Built
    kept: Mapping[str, bytes] = field(default_factory=dict)


def plan(root: Path, wanted: str | None = None) -> Plan:
    """The release that the last commit at ``root`` makes; ``wanted`` asks for a version, which must not be smaller than the one computed.

    Raises CouldNotRunError where the working folder is not what was committed, an earlier release cannot be read or the version is too
    small; ProblemsError with all that is wrong with the data, and every claim that changed without a reason.
    """
    check_clean(root)
    with clean_room(root) as room:
        built = build_in(room)
        check_texts(room)
        releases = built.corpus.releases
        check_records(root, releases)
        if releases.last is not None and digests(built.tables) == releases.last.files and wanted in (None, releases.last.version):
            return _again(root, room, built, releases.published[-1])
        return _next(root, room, built, wanted)


def _next(root: Path, room: Path, built: Built, wanted: str | None) -> Plan:
    """A new release: its record laid into the room, and everything built once more with it."""
    drafted = draft(root, room, built, wanted)
    record = drafted.record
    counts = built.counts | {"changes": len(drafted.changes)}
    entry = notes(record, drafted.grounds, drafted.changes, built.corpus.releases.reasons, counts)
    kept = record_files(record, drafted.changes, entry)
    changelog = (room / CHANGELOG).read_text("utf-8") if (room / CHANGELOG).is_file() else "# Changelog\n"
    kept[CHANGELOG] = in_changelog(changelog, entry).encode()
    (room / NEXT).unlink(missing_ok=True)
    for name, content in kept.items():
        (room / name).parent.mkdir(parents=True, exist_ok=True)
        (room / name).write_bytes(content)
    made = make(room)
    files = files_of(publication_of(room, made, record), record, drafted.difference)
    kept |= {name: files[name] for name in AT_THE_TOP}
    kept[sums_path(record.version)] = files[SUMS]
    return Plan(record, True, drafted.changes, drafted.grounds, files, made, kept)


def _again(root: Path, room: Path, built: Built, last: Published) -> Plan:
    """The last release from its record. Raises CouldNotRunError where its files would not have the bytes that were published."""
    record, before = last.record, Package({})
    if record.previous is not None:
        records = {one.record.version: one.record for one in built.corpus.releases.published}
        before = previous_package(root, records[record.previous])
    found = difference(before, read_package(Folder(room)), without=OWN_HISTORY)
    check_told(found, last.changes, record.version)
    files = files_of(publication_of(room, built, record), record, found if record.previous is not None else None)
    path = room / sums_path(record.version)
    if not path.is_file():
        lost = sums_path(record.version)
        raise CouldNotRunError((f"{lost} is missing: restore it (git checkout)", f"{lost} yok: geri getirin (git checkout)"))
    published = path.read_bytes()
    if files[SUMS] != published:
        raise _not_as_published(record, published.decode("utf-8", "replace"), files[SUMS].decode())
    return Plan(record, False, last.changes, (), files, built)


def _not_as_published(record: ReadRelease, published: str, made: str) -> CouldNotRunError:
    version, used = record.version, made_with()
    differing = ", ".join(sorted({line.partition("  ")[2] for line in {*published.splitlines()} ^ {*made.splitlines()}}))
    others = ", ".join(f"{name}=={wanted}" for name, wanted in record.made_with.items() if used.get(name) != wanted)
    if others:
        return CouldNotRunError(
            (
                f"{version} was made with {others}, and with what is installed here its bytes differ: {differing}. Install those versions",
                f"{version} şunlarla çıkarılmıştı: {others}; burada kurulu olanlarla baytlar değişiyor: {differing}. O sürümleri kurun",
            )
        )
    later = next_version(version, "patch")
    return CouldNotRunError(
        (
            (
                f"the way of writing {differing} has changed since {version} was published, and what was published stays as it is: "
                f"check out v{version}, or publish the new form of the same data with iddia release --version {later}"
            ),
            (
                f"{version} yayımlandıktan sonra şu dosyaların yazılışı değişmiş: {differing}. Yayımlanan değişmez: "
                f"v{version} etiketine geçin ya da aynı verinin yeni biçimini iddia release --version {later} ile yayımlayın"
            ),
        )
    )
