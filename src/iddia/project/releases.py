"""What was published: releases/<version>/ as `iddia release` wrote it, and the reasons that are collected for the next release."""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from os.path import lexists
from pathlib import Path

from pydantic import ValidationError

from iddia.errors import Place, Problem, did_you_mean, shortened
from iddia.language import Said
from iddia.model.columns import VERSION_PATTERN
from iddia.model.release import ReadRelease, Reasons
from iddia.model.tables import Change
from iddia.project.judgements import KnownClaims
from iddia.project.validation import findings_of, kind_of, write
from iddia.project.vocabulary import NO_MAPPING
from iddia.yamlfile import YamlFile, read_text, read_yaml

FOLDER = "releases"
NEXT = f"{FOLDER}/next.yaml"
RECORD, CHANGES, NOTES = "release.yaml", "changes.csv", "notes.md"
_RESTORE: Said = (
    "what was published is not changed: restore the file (git checkout)",
    "yayımlanan değişmez: dosyayı eski hâline getirin (git checkout)",
)


@dataclass(frozen=True)
class Published:
    """One release: its record, and what it did to each claim."""

    record: ReadRelease
    changes: tuple[Change, ...]


@dataclass
class Releases:
    """All releases, the oldest first, and the reasons for the next."""

    published: tuple[Published, ...] = ()
    reasons: Reasons = field(default_factory=Reasons)
    next_file: YamlFile = field(default_factory=lambda: YamlFile(NEXT))

    @property
    def last(self) -> ReadRelease | None:
        """The record of the newest release."""
        return self.published[-1].record if self.published else None

    @property
    def retracted(self) -> dict[str, Change]:
        """The claims that were published once and are no longer, by id."""
        return {change.claim_id: change for release in self.published for change in release.changes if change.change == "retracted"}

    @property
    def claim_ids(self) -> frozenset[str]:
        """The ids of all claims that were ever published."""
        return frozenset(change.claim_id for release in self.published for change in release.changes)


def version_key(version: str) -> tuple[int, ...]:
    """What versions are ordered by: 1.10.0 comes after 1.9.0."""
    return tuple(int(part) for part in version.split("."))


def read_releases(root: Path, problems: list[Problem]) -> Releases:
    """Read releases/ below ``root``; there may be none. What is wrong is added to ``problems``."""
    folder = root / FOLDER
    if not lexists(folder):
        return Releases()
    if folder.is_symlink() or not folder.is_dir():
        problems.append(_broken(Place(FOLDER), ("this is no folder", "bu bir klasör değil")))
        return Releases()
    problems.extend(_strays(folder))
    versions = sorted((path.name for path in folder.iterdir() if re.match(VERSION_PATTERN, path.name)), key=version_key)
    published = tuple(one for version in versions if (one := _published(root, version, problems)) is not None)
    if len(published) == len(versions):
        problems.extend(_chain(published))
    releases = Releases(published)
    if lexists(root / NEXT):
        releases.next_file = read_yaml(root / NEXT, NEXT)
        problems.extend(releases.next_file.problems)
        releases.reasons = _reasons(releases.next_file, problems)
    return releases


def _strays(folder: Path) -> Iterator[Problem]:
    known = ("next.yaml", "README.md")
    for path in sorted(folder.iterdir()):
        if path.name in known or path.name.startswith(".") or re.match(VERSION_PATTERN, path.name):
            continue
        near = did_you_mean(path.name, known)
        message, mend = ("nothing reads this file", "bu dosyayı hiçbir şey okumuyor"), ("remove it", "onu silin")
        if near:
            mend = f"call it {near}, or remove it", f"adını {near} yapın ya da onu silin"
        nearest = f"{FOLDER}/{near}" if near else None
        yield Problem("file-unknown", Place(f"{FOLDER}/{path.name}"), message, got=f"{FOLDER}/{path.name}", nearest=nearest, mend=mend)


def _published(root: Path, version: str, problems: list[Problem]) -> Published | None:
    name = f"{FOLDER}/{version}/{RECORD}"
    file = read_yaml(root / name, name)
    problems.extend(file.problems)
    if file.problems:
        return None
    record: ReadRelease | None = None
    try:
        record = ReadRelease.model_validate(file.data)
    except ValidationError as error:
        for finding in findings_of(error, ReadRelease, (), file.data):
            got = finding.got
            problems.append(_broken(file.place(tuple(finding.at)), finding.message, got=got if isinstance(got, str) else None))
    if record is not None and record.version != version:
        message = "the folder is called by another version", "klasörün adı başka bir sürüm"
        problems.append(_broken(file.place(("version",)), message, got=record.version, expected=version))
        return None
    before = len(problems)
    changes = tuple(_changes(root, version, problems))
    return None if record is None or len(problems) > before else Published(record, changes)


def _changes(root: Path, version: str, problems: list[Problem]) -> Iterator[Change]:
    """The rows of the release's changes.csv."""
    name = f"{FOLDER}/{version}/{CHANGES}"
    if (text := read_text(root / name, name, problems)) is None:
        return
    columns = list(Change.model_fields)
    reader = csv.reader(io.StringIO(text, newline=""))
    header = next(reader, [])
    if header != columns:
        message = "these are not the columns of changes", "bunlar changes tablosunun sütunları değil"
        problems.append(_broken(Place(name), message, got=shortened(",".join(header)), expected=",".join(columns)))
        return
    line = reader.line_num + 1
    for cells in reader:
        here, line = Place(name, line), reader.line_num + 1
        row = dict(zip(columns, (cell or None for cell in cells), strict=False))
        try:
            change = Change.model_validate(row)
        except ValidationError as error:
            wrong = error.errors()[0]["loc"]
            message = "this is no row of changes", "bu bir changes satırı değil"
            problems.append(_broken(here, message, got=f"{'.'.join(map(str, wrong))}: {shortened(','.join(cells))}"))
            continue
        if change.version != version:
            message = "this row is of another release", "bu satır başka bir sürümün"
            problems.append(_broken(here, message, got=change.version, expected=version))
            continue
        yield change


def _chain(published: tuple[Published, ...]) -> Iterator[Problem]:
    """Each release names the one before it."""
    before: str | None = None
    for release in published:
        record = release.record
        if record.previous != before:
            message = "the release before this one is another", "bundan önceki sürüm başka"
            place = Place(f"{FOLDER}/{record.version}/{RECORD}")
            yield _broken(place, message, got=record.previous or "null", expected=before or "null")
        before = record.version


def _broken(place: Place, message: Said, *, got: str | None = None, expected: str | None = None) -> Problem:
    return Problem("release-broken", place, message, got=got, expected=expected, mend=_RESTORE)


def _reasons(file: YamlFile, problems: list[Problem]) -> Reasons:
    if file.problems:
        return Reasons()
    if not isinstance(file.data, dict):
        expected = "the keys claims, sources and units", "claims, sources ve units anahtarları"
        problems.append(Problem("value-type", file.place(()), NO_MAPPING, got=kind_of(file.data), expected=expected))
        return Reasons()
    try:
        return Reasons.model_validate(file.data)
    except ValidationError as error:
        for finding in findings_of(error, Reasons, (), file.data):
            at = tuple(finding.at)
            is_key = finding.code == "key-unknown" or at[-1:] == ("[key]",)
            at = at[:-1] if at[-1:] == ("[key]",) else at
            problems.append(finding.placed(file.key_place(at) if is_key else file.place(at)))
        return Reasons()


def check_releases(releases: Releases, claims: KnownClaims, sources: list[str], units: Mapping[str, object]) -> Iterator[Problem]:
    """Ids that were retracted and stand in a reading again; reasons for what nobody knows."""
    for claim_id, change in releases.retracted.items():
        if (place := claims.ids.get(claim_id)) is not None:
            yield _given_again(claim_id, change, place, {*claims.ids, *releases.claim_ids})
    file, reasons = releases.next_file, releases.reasons
    known = {"claims": {*claims.ids, *releases.claim_ids}, "sources": {*sources, *_sources(releases)}, "units": set(units)}
    for kind, given in (("claims", reasons.claims), ("sources", reasons.sources), ("units", reasons.units)):
        for one in given:
            if one in known[kind] or (kind == "claims" and not claims.lacks(one)):
                continue
            nearest = did_you_mean(one, known[kind])
            yield Problem(
                "reason-unknown",
                file.key_place((kind, one)),
                (f"a reason is given for {one}, which nobody knows", f"bilinmeyen bir kimlik için neden verilmiş: {one}"),
                got=one,
                expected=_EXPECTED[kind],
                nearest=nearest,
                mend=write(nearest) if nearest else ("remove the entry", "girdiyi silin"),
            )


_EXPECTED: dict[str, Said] = {
    "claims": ("the id of a claim, or of one that was published", "bir savın ya da yayımlanmış bir savın kimliği"),
    "sources": ("the id of an article", "bir makalenin kimliği"),
    "units": ("the id of a unit", "bir birimin kimliği"),
}


def _sources(releases: Releases) -> set[str]:
    return {claim_id.rpartition(".")[0] for claim_id in releases.claim_ids}


def _given_again(claim_id: str, change: Change, place: Place, ids: set[str]) -> Problem:
    source = claim_id.rpartition(".")[0]
    highest = max(int(one.rpartition(".")[2]) for one in ids if one.rpartition(".")[0] == source)
    free = f"{source}.{highest + 1:02}"
    return Problem(
        "claim-retracted",
        place,
        (
            f"this id was retracted in {change.version}, and no id is given twice",
            f"bu kimlik {change.version} sürümünde geri çekilmiş; hiçbir kimlik ikinci kez verilmez",
        ),
        got=claim_id,
        expected=free,
        mend=write(free),
    )
