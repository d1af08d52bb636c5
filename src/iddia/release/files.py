"""The files of a release, form by form, in the order in which they need one another."""

from importlib.metadata import version
from pathlib import Path

from iddia.diff.records import Difference
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
from iddia.release.differing import difference_files
from iddia.sums import SUMS, sums_of

TEXTS = ("CHANGELOG.md", "LICENSE-DATA", "docs/datasheet.md", "docs/annotation.md", "docs/agreement.md")
"""Texts of the repository that forms quote or carry."""
WRITERS = ("apsw", "pyarrow")
"""Libraries whose versions decide about bytes."""
FORMS: tuple[Form, ...] = (
    citation, zenodo, dictionary, pages, archive, parquet, sqlite, datasette, duckdb, jsonld, shapes, nanopubs, croissant
)  # fmt: skip


def made_with() -> dict[str, str]:
    """The versions of the writers."""
    return {name: version(name) for name in WRITERS}


def publication_of(room: Path, built: Built, record: ReadRelease) -> Publication:
    """What the forms are made from: the package as built, and the texts in ``room``."""
    files = {f"data/{table}.csv": content for table, content in built.tables.items()}
    files |= {f"schema/{model.table}.json": dump_json(table_schema(model)).encode() for model in TABLES}
    texts = {name: (room / name).read_text("utf-8") for name in TEXTS if (room / name).is_file()}
    return Publication(record.version, record.date, record.moment, record.previous, {DESCRIPTOR: built.descriptor} | files, texts)


def files_of(publication: Publication, record: ReadRelease, difference: Difference | None) -> dict[str, bytes]:
    """All files of dist/<version>/ by path in it. ``difference`` is the one from the release before, None for the first."""
    made: dict[str, bytes] = {
        "CHANGELOG.md": publication.texts["CHANGELOG.md"].encode(),
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
