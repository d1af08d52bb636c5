"""The forms of a release made anew from its package, and held against what lies there byte for byte."""

from collections.abc import Iterator, Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from iddia import about
from iddia.errors import Place, Problem, shortened
from iddia.formats.linked.jsonld import jsonld
from iddia.formats.linked.nanopubs import nanopubs
from iddia.formats.linked.shapes import shapes
from iddia.formats.papers.citation import citation
from iddia.formats.papers.dictionary import dictionary
from iddia.formats.papers.zenodo import zenodo
from iddia.formats.publication import Form, Publication
from iddia.formats.tabular.datasette import datasette
from iddia.formats.tabular.duckdb import duckdb
from iddia.formats.tabular.parquet import parquet
from iddia.language import Said
from iddia.verify.records import Record
from iddia.verify.verdict import Verdict

TEXTS: tuple[Form, ...] = (citation, zenodo, dictionary, datasette, duckdb, jsonld, shapes, nanopubs)
"""Forms that follow from the package, the version, the day and the version before, and from the version of iddia."""


def check_remade(verdict: Verdict, package: Publication | None, files: dict[str, Path], record: Record) -> None:
    """Hold what follows from the package against what it gives; ``package`` is None where it is not valid."""
    if package is None or not is_of_this_iddia(record):
        verdict.unchecked.append(_OTHER_FORMS if package is None else _of_another_iddia(record))
        return
    told = {problem.place.file for problem in verdict.problems}
    try:
        verdict.add(check_texts(package, files), _TEXTS_RIGHT)
        for library, form in writers(record).items():
            verdict.add(check_bytes(form, package, files, told), _bytes_right(library))
    except (LookupError, TypeError, ValueError) as error:
        verdict.unchecked.append((f"{_OTHER_FORMS[0]} ({error!r})", f"{_OTHER_FORMS[1]} ({error!r})"))
        return
    verdict.unchecked.append(_PAPERS)


def is_of_this_iddia(record: Record) -> bool:
    """Whether the release was made with the version of iddia that is running."""
    return record.made_with.get(about.NAME) == about.VERSION


def writers(record: Record) -> dict[str, Form]:
    """What writes tables with a library of the very version that wrote the release's, by the library."""
    found: dict[str, Form] = {}
    if is_of_this_iddia(record) and _is_installed("pyarrow", record):
        found["pyarrow"] = parquet
    if is_of_this_iddia(record) and _is_installed("apsw", record):
        from iddia.formats.tabular.sqlite import sqlite

        found["apsw"] = sqlite
    return found


def check_texts(package: Publication, files: Mapping[str, Path]) -> Iterator[Problem]:
    """A problem for each form of ``TEXTS`` that is not what the package gives. A form that is not there is told elsewhere."""
    for form in TEXTS:
        for name, expected in form(package, {}).items():
            if name in files and (got := files[name].read_bytes()) != expected:
                yield _differs(name, got, expected)


def check_bytes(form: Form, package: Publication, files: Mapping[str, Path], told: set[str]) -> Iterator[Problem]:
    """A problem for each file of tables with other bytes than ``form`` writes; none for those in ``told``, of which cells differ."""
    for name, expected in form(package, {}).items():
        if name in files and name not in told and files[name].read_bytes() != expected:
            yield Problem("form-differs", Place(name), _BYTES, mend=_FETCH)


def _is_installed(library: str, record: Record) -> bool:
    try:
        return record.made_with.get(library) == version(library)
    except PackageNotFoundError:
        return False


def _of_another_iddia(record: Record) -> Said:
    made = record.made_with.get(about.NAME)
    with_ = (f"iddia {made}", f"iddia {made} ile") if made else ("some other iddia", "başka bir iddia ile")
    return (
        f"{_OTHER_FORMS[0]}, since this release was made with {with_[0]} and this is {about.VERSION}",
        f"{_OTHER_FORMS[1]}; çünkü sürüm {with_[1]} çıkarılmış, burada {about.VERSION} kurulu",
    )


def _bytes_right(library: str) -> Said:
    name = {"pyarrow": "Parquet", "apsw": "SQLite"}[library]
    return f"{name} has the bytes that the package gives", f"{name} dosyaları, paketten üretilenle bayt bayt aynı"


def _differs(name: str, got: bytes, expected: bytes) -> Problem:
    """The first line that is another."""
    lines = [content.decode("utf-8", "backslashreplace").splitlines() for content in (got, expected)]
    shared = min(map(len, lines))
    at = next((number for number in range(shared) if lines[0][number] != lines[1][number]), shared)
    shown = [shortened(side[at]) if at < len(side) else _END for side in lines]
    return Problem("form-differs", Place(name, at + 1), _OTHERWISE, got=shown[0], expected=shown[1], mend=_FETCH)


_OTHER_FORMS: Said = (
    "whether forms other than Parquet and SQLite say the same: they are held against their sums alone",
    "Parquet ve SQLite dışındaki biçimlerin aynı şeyi söyleyip söylemediği: onlara yalnız özetleriyle bakıldı",
)
_TEXTS_RIGHT: Said = (
    "JSON-LD, shapes, nanopublications, citations, dictionary and scripts are what the package gives",
    "JSON-LD, şekiller, nanoyayınlar, kaynak gösterimleri, sözlük ve betikler, paketten üretilenle aynı",
)
_PAPERS: Said = (
    "README.md, CHANGELOG.md, LICENSE, croissant.json, ro-crate-metadata.json and diff.* beyond their sums",
    "README.md, CHANGELOG.md, LICENSE, croissant.json, ro-crate-metadata.json ve diff.*: bunlara yalnız özetleriyle bakıldı",
)
_END: Said = ("the end of the file", "dosyanın sonu")
_OTHERWISE: Said = ("the package gives this form otherwise", "paketten üretilince bu biçim farklı çıkıyor")
_BYTES: Said = (
    "its tables are right, and what it says besides (descriptions, keys, views, search) is not what the package gives",
    "tabloları doğru; ama bunların dışında söyledikleri (açıklamalar, anahtarlar, görünümler, arama) paketten çıkandan farklı",
)
_FETCH: Said = (
    "fetch the release anew: its forms were made from one package",
    "sürümü yeniden indirin: biçimlerinin hepsi tek paketten üretilir",
)
