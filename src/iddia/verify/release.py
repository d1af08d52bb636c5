"""A release in a folder, check by check; and the archive of a package alone."""

import datetime as dt
from collections.abc import Iterator, Mapping
from pathlib import Path

from iddia.analyst.opening import as_they_are, opened, version_of
from iddia.checks import check_package
from iddia.errors import CouldNotRunError, Place, Problem, ProblemsError
from iddia.formats.publication import Publication
from iddia.language import LANGUAGES, Said, said
from iddia.retrieval.number import is_version
from iddia.sums import SIGNATURE, SUMS, read_sums
from iddia.verify.forms import check_parquet, check_sqlite
from iddia.verify.history import check_history, check_previous
from iddia.verify.layout import RELEASE, package_file, wanted_files
from iddia.verify.models import apart, said_of
from iddia.verify.package import package_at
from iddia.verify.records import Record, read_record
from iddia.verify.remade import check_remade, is_of_this_iddia
from iddia.verify.summed import check_sums, digests_in, digests_of, files_below
from iddia.verify.unseen import check_unseen
from iddia.verify.verdict import Verdict


def verify_release(folder: Path, path: Path, previous: Path | None, key: Path | None) -> Verdict:
    """Verify the release in ``folder``; ``path`` is what was asked about: the folder itself, or the archive it was unpacked from."""
    verdict = Verdict()
    files, links = files_below(folder)
    verdict.add(links)
    sums = _bytes(files, SUMS)
    words = (f"{len(files) - 1} files have the sums of {SUMS}", f"{len(files) - 1} dosya {SUMS} ile uyuşuyor")
    known = {problem.place.file for problem in links}
    verdict.add((one for one in check_sums(sums, digests_of(files), (SIGNATURE,)) if one.got not in known), words)
    _signed(verdict, files, sums, key)
    found: list[Problem] = []
    record = read_record(_bytes(files, RELEASE), found)
    verdict.add(found)
    archive = _archive_in(files)
    version = _called(path) or record.version or version_of(archive or "")
    package, is_valid = _package(verdict, files, archive, record) if archive else (None, False)
    verdict.add(_names(record, version, archive, package))
    verdict.add(_incomplete(record, version, package, {*files, *known, *(one.file for one in read_sums(sums or b""))}))
    if package is None or archive is None:
        verdict.unchecked.append(_UNREAD)
        return verdict
    _forms(verdict, package, files, record)
    check_remade(verdict, package if is_valid else None, files, record)
    if "changes" not in package.tables:
        place = Place(f"{archive}/datapackage.json")
        verdict.add([Problem("table-missing", place, _NO_HISTORY, expected="changes", mend=_FETCH)])
    _history(verdict, package, f"{archive}/", previous or _beside(path, record.previous), record)
    return verdict


def verify_archive(path: Path, previous: Path | None) -> Verdict:
    """Verify the zip archive of a data package that stands alone."""
    verdict = Verdict()
    called = _called(path)
    if not verdict.add(_by_itself(verdict, path, Record()), _PACKAGE_RIGHT):
        return verdict
    with opened(path, as_they_are) as package:
        content = {name: package.files.read(name) for name in package.files.every()}
    verdict.add(check_sums(content.get(SUMS), digests_in(content)), _SUMS_INSIDE)
    published = package_at(path)
    if called is not None and published.version != called:
        verdict.add([_another_version(Place("datapackage.json"), published.version, called)])
    verdict.unchecked.append(_ALONE)
    _history(verdict, published, "", previous, Record(published.version))
    return verdict


def _signed(verdict: Verdict, files: Mapping[str, Path], sums: bytes | None, key: Path | None) -> None:
    signature = _bytes(files, SIGNATURE)
    if key is None:
        verdict.unchecked.append(_NO_SIGNATURE if signature is None else _NO_KEY)
        return
    try:
        from iddia.verify.signature import check_signature
    except ImportError as error:
        raise CouldNotRunError(
            (f'a signature is checked with py-minisign: pip install "iddia[sign]" ({error.name} is missing)',
             f'imza py-minisign ile denetlenir: pip install "iddia[sign]" ({error.name} eksik)')
        ) from None  # fmt: skip
    problem = check_signature(sums or b"", signature, key)
    verdict.add([problem] if problem else [], (f"the sums are signed by {key}", f"özetler {key} anahtarıyla imzalanmış"))


def _archive_in(files: Mapping[str, Path]) -> str | None:
    """The package's archive, by whatever version it is called."""
    return next((name for name in sorted(files) if version_of(name) is not None), None)


def _package(verdict: Verdict, files: Mapping[str, Path], name: str, record: Record) -> tuple[Publication | None, bool]:
    """Check the package of the release; its tables, where they can be read, and whether it is valid."""
    is_valid = verdict.add((_inside(problem, name) for problem in _by_itself(verdict, files[name], record)), _PACKAGE_RIGHT)
    try:
        package = package_at(files[name], record.date or dt.date.min, record.previous)
        with opened(files[name], as_they_are) as archive:
            content = {one: archive.files.read(one) for one in archive.files.every()}
    except (CouldNotRunError, ProblemsError):
        return None, is_valid
    verdict.add(_inside(problem, name) for problem in check_sums(content.get(SUMS), digests_in(content)))
    return package, is_valid


def _by_itself(verdict: Verdict, path: Path, record: Record) -> list[Problem]:
    """What is wrong with a package; by its own schemas where another version of iddia made it."""
    problems = check_package(path)
    if is_of_this_iddia(record):
        return problems
    problems, differing = apart(problems)
    if differing:
        verdict.unchecked.append(said_of(differing))
    return problems


def _inside(problem: Problem, archive: str) -> Problem:
    """The problem of a file in an archive, or of the archive itself, as seen from the release's folder."""
    return problem if problem.place.file == archive else problem.below(archive)


def _names(record: Record, version: str | None, archive: str | None, package: Publication | None) -> Iterator[Problem]:
    """Version of the folder, of release.json and of the package: one and the same."""
    if version is not None and record.version not in {None, version}:
        yield _another_version(record.place("version"), str(record.version), version)
    if version is not None and package is not None and package.version != version:
        yield _another_version(Place(f"{archive}/datapackage.json"), package.version, version)
    if package is not None and record.date is not None:
        day, created = record.date.isoformat(), str(package.descriptor.get("created"))[:10]
        if day != created:
            yield Problem("release-record", record.place("date"), _OTHER_DAY, got=day, expected=created, mend=_FETCH)


def _incomplete(record: Record, version: str | None, package: Publication | None, known: set[str]) -> Iterator[Problem]:
    """The files of every release that are not there; those that SHA256SUMS names are told already."""
    tables = record.counts if package is None else package.tables
    wanted = wanted_files(version, tables, has_previous=record.previous is not None) if version else set()
    for name in sorted(wanted - known):
        yield Problem("release-file-missing", Place(name), _INCOMPLETE, expected=name, mend=_FETCH)


def _another_version(place: Place, got: str, expected: str) -> Problem:
    return Problem("release-version", place, _VERSIONS_DIFFER, got=got, expected=expected, mend=_FETCH)


def _forms(verdict: Verdict, package: Publication, files: dict[str, Path], record: Record) -> None:
    tables = len(package.tables)
    verdict.add(
        check_parquet(package, files), (f"{tables} tables are the same in Parquet as in CSV", f"{tables} tablo Parquet'te CSV'dekiyle aynı")
    )
    verdict.add(
        check_sqlite(package, files),
        (f"{tables} tables are the same in SQLite as in CSV", f"{tables} tablo SQLite'ta CSV'dekiyle aynı"),
    )
    verdict.add(_counts(package, record), (f"{RELEASE} counts the rows rightly", f"{RELEASE} satırları doğru sayıyor"))


def _counts(package: Publication, record: Record) -> Iterator[Problem]:
    rows = {table: content.num_rows for table, content in package.tables.items()}
    for table in sorted({*rows, *record.counts}) if record.counts else ():
        if (got := record.counts.get(table)) != (expected := rows.get(table)):
            message = (
                f"{RELEASE} counts the rows of {table} otherwise than there are",
                f"{RELEASE}, {table} satırlarını olduğundan farklı sayıyor",
            )
            shown = [("no such table", "böyle bir tablo yok") if one is None else str(one) for one in (got, expected)]
            yield Problem("release-counts", record.place("counts", table), message, got=shown[0], expected=shown[1], mend=_FETCH)


def _history(verdict: Verdict, package: Publication, inside: str, previous: Path | None, record: Record) -> None:
    if "changes" not in package.tables:
        verdict.unchecked.append(_NO_CHANGES)
    else:
        claims = package.tables["claims"].num_rows
        words = (
            f"{claims} claims are there since they were added, none lost, none used anew",
            f"{claims} sav eklendiğinden beri yerinde; kaybolan da yeniden kullanılan da yok",
        )
        verdict.add(check_history(package, inside), words)
    if previous is None:
        if record.previous is not None:
            verdict.unchecked.append(_not_there(record.previous))
        return
    before = package_at(previous)
    if record.previous is not None and before.version != record.previous:
        message = (f"{previous} is not the release before", f"{previous} önceki sürüm değil")
        verdict.add(
            [Problem("release-version", record.place("previous"), message, got=before.version, expected=record.previous, mend=_FETCH)]
        )
        return
    words = (f"nothing that {before.version} told is lost", f"{before.version} sürümünde yazanlardan hiçbiri kaybolmamış")
    verdict.add(check_previous(package, before, inside), words)
    words = (
        f"every claim that differs from {before.version} is told in changes",
        f"{before.version} sürümünden farklı olan her sav changes tablosunda yazılı",
    )
    try:
        verdict.add(check_unseen(package, before, inside), words)
    except CouldNotRunError as error:
        english, turkish = (said(error.words, language) for language in LANGUAGES)
        verdict.unchecked.append((f"claims changed unseen: {english}", f"söylenmeden değişen savlar: {turkish}"))


def _beside(path: Path, version: str | None) -> Path | None:
    """The release before, where it stands beside."""
    if version is None:
        return None
    parent = path.resolve().parent
    names = (version, f"iddia-{version}-all.zip", package_file(version))
    return next((parent / name for name in names if (parent / name).exists()), None)


def _called(path: Path) -> str | None:
    """The version that a folder or archive is called by."""
    resolved = path.resolve()
    name = resolved.name if resolved.is_dir() else version_of(resolved.name.replace("-all.zip", ".zip")) or ""
    return name if is_version(name) else None


def _bytes(files: Mapping[str, Path], name: str) -> bytes | None:
    return files[name].read_bytes() if name in files else None


def _not_there(version: str) -> Said:
    return (
        f"the release before, {version}, does not stand beside: give it with --previous",
        f"önceki sürüm {version} yanında değil: --previous ile verin",
    )


_PACKAGE_RIGHT: Said = (
    "the data package is valid: descriptor, schemas, hashes, rows, references",
    "veri paketi geçerli: tanımlayıcı, şemalar, özetler, satırlar, göndermeler",
)
_SUMS_INSIDE: Said = (f"its files have the sums of {SUMS}", f"dosyaları {SUMS} ile uyuşuyor")
_ALONE: Said = ("the archive itself, which has no sum of its own here", "arşivin kendisi; burada ona ait bir özet yok")
_NO_SIGNATURE: Said = ("no signature: there is none", "imza: yok")
_NO_KEY: Said = ("the signature: give the public key with --key", "imza: açık anahtarı --key ile verin")
_UNREAD: Said = ("forms and history, as the package cannot be read", "biçimler ve geçmiş; çünkü paket okunamıyor")
_NO_CHANGES: Said = ("the history of claims: the package has no table changes", "savların geçmişi: pakette changes tablosu yok")
_OTHER_DAY: Said = ("this is another day than the package's", "bu, paketin gününden başka bir gün")
_VERSIONS_DIFFER: Said = ("this is another version than the release's", "bu, sürümün numarasından başka bir sürüm")
_NO_HISTORY: Said = ("the package of a release has the table changes", "bir sürümün paketinde changes tablosu bulunur")
_INCOMPLETE: Said = ("the release is not complete", "sürüm tam değil")
_FETCH: Said = ("fetch the release anew", "sürümü yeniden indirin")
