"""The files of a release, form by form, in the order in which they need one another."""

from importlib.metadata import version
from pathlib import Path

from iddia import about
from iddia.diff.records import Difference
from iddia.errors import CouldNotRunError
from iddia.formats.archive import archive
from iddia.formats.linked.jsonld import jsonld
from iddia.formats.linked.nanopubs import nanopubs
from iddia.formats.linked.shapes import shapes
from iddia.formats.papers.citation import citation
from iddia.formats.papers.croissant import croissant
from iddia.formats.papers.dictionary import dictionary
from iddia.formats.papers.huggingface import card
from iddia.formats.papers.pages import pages
from iddia.formats.papers.rocrate import METADATA, rocrate
from iddia.formats.papers.zenodo import zenodo
from iddia.formats.publication import DESCRIPTOR, Form, Publication
from iddia.formats.tabular.datasette import datasette
from iddia.formats.tabular.duckdb import duckdb
from iddia.formats.tabular.parquet import parquet
from iddia.formats.tabular.sqlite import sqlite
from iddia.model.release import ReadRelease
from iddia.model.tables import TABLES
from iddia.package.build import Built
from iddia.package.schemas import dump_json, table_schema
from iddia.project.releases import FOLDER, NOTES, version_key
from iddia.release.differing import difference_files
from iddia.sums import SUMS, sums_of

CHANGELOG = "CHANGELOG.md"
TEXTS = ("LICENSE-DATA", "docs/datasheet.md", "docs/annotation.md", "docs/agreement.md")
"""Texts of the repository that forms quote or carry."""
NEEDED_TEXTS = ("LICENSE-DATA", "docs/datasheet.md")
"""Texts without which there is no release; a changelog is begun where there is none."""
WRITERS = ("apsw", "pyarrow")
"""Libraries whose versions decide about bytes."""
FORMS: tuple[Form, ...] = (
    citation, zenodo, dictionary, pages, archive, parquet, sqlite, datasette, duckdb, jsonld, shapes, nanopubs, croissant
)  # fmt: skip


def made_with() -> dict[str, str]:
    """The versions of iddia itself and of the writers."""
    return dict(sorted(({about.NAME: about.VERSION} | {name: version(name) for name in WRITERS}).items()))


def publication_of(room: Path, built: Built, record: ReadRelease) -> Publication:
    """What the forms are made from: the package as built, and the texts in ``room``."""
    files = {f"data/{table}.csv": content for table, content in built.tables.items()}
    files |= {f"schema/{model.table}.json": dump_json(table_schema(model)).encode() for model in TABLES}
    texts = {name: _text(room, name) for name in TEXTS if (room / name).is_file()} | {CHANGELOG: _changelog(room, record.version)}
    return Publication(record.version, record.date, record.moment, record.previous, {DESCRIPTOR: built.descriptor} | files, texts)


def _changelog(room: Path, last: str) -> str:
    """The notes of all releases up to this one, the newest first; what the repository's changelog says besides is of the library."""
    folders = [path.parent for path in (room / FOLDER).glob(f"*/{NOTES}") if version_key(path.parent.name) <= version_key(last)]
    notes = [_text(folder, NOTES).strip() for folder in sorted(folders, key=lambda folder: version_key(folder.name), reverse=True)]
    return "\n\n".join(["# Changelog", "What each release of the data changes for a reader.", *notes]) + "\n"


def check_texts(room: Path) -> None:
    """Raise CouldNotRunError, naming them, where texts are missing that every release carries or quotes."""
    if lacking := ", ".join(name for name in NEEDED_TEXTS if not (room / name).is_file()):
        raise CouldNotRunError(
            (
                f"a release needs these files, and they are not committed: {lacking}. docs/releasing.md says what they hold",
                f"sürüm için şu dosyalar gerekli, ama işlenmemişler (commit): {lacking}. İçeriklerini docs/releasing.md anlatıyor",
            )
        )


def _text(room: Path, name: str) -> str:
    try:
        return (room / name).read_text("utf-8")
    except UnicodeDecodeError as error:
        raise CouldNotRunError(
            (
                f"{name} is not UTF-8 at byte {error.start}: save it as UTF-8",
                f"{name} {error.start}. baytta UTF-8 değil: UTF-8 olarak kaydedin",
            )
        ) from None


def files_of(publication: Publication, record: ReadRelease, difference: Difference | None) -> dict[str, bytes]:
    """All files of dist/<version>/ by path in it. ``difference`` is the one from the release before, None for the first."""
    made: dict[str, bytes] = {
        CHANGELOG: publication.texts[CHANGELOG].encode(),
        "LICENSE": publication.texts["LICENSE-DATA"].encode(),
        "release.json": _release(publication, record),
    }
    if difference is not None:
        made |= difference_files(difference)
    for form in FORMS:
        made |= form(publication, made)
    made |= card(publication, made | {METADATA: b""})  # which needs to be named only, and itself tells the sum of the card
    made |= rocrate(publication, made)
    return made | {SUMS: sums_of(made)}


def _release(publication: Publication, record: ReadRelease) -> bytes:
    """release.json: what is said of the release as a whole, for programs."""
    content = {
        "version": record.version,
        "date": record.date.isoformat(),
        "previous": record.previous,
        "level": record.level,
        "made_with": record.made_with,
        "counts": {name: table.num_rows for name, table in publication.tables.items()},
    }
    return dump_json(content).encode()
