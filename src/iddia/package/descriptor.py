"""datapackage.json, after Data Package v2 (https://datapackage.org/standard/data-package/)."""

import hashlib
from collections.abc import Mapping
from typing import Any

from iddia import about
from iddia.corpus import Corpus
from iddia.model.tables import TABLES
from iddia.package.schemas import dump_json, table_schema
from iddia.project.releases import Releases

PACKAGE_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
UNRELEASED = "unreleased"
RESOURCE_PROFILE = "https://datapackage.org/profiles/2.0/dataresource.json"


def descriptor(corpus: Corpus, files: Mapping[str, bytes]) -> bytes:
    """The descriptor of the tables in ``files`` (table name to CSV bytes). It names no contributors: none are known."""
    content = {
        "$schema": PACKAGE_PROFILE,
        "name": about.NAME,
        "title": about.TITLE[0],
        "title_tr": about.TITLE[1],
        "description": about.DESCRIPTION[0],
        "description_tr": about.DESCRIPTION[1],
        **_release(corpus.releases, files),
        "keywords": list(about.KEYWORDS),
        "licenses": [about.DATA_LICENSE],
        "sources": [{"title": account.article.source.title} for account in corpus.accounts if account.article.source is not None],
        "resources": [_resource(model.table, model.heading, model.about, files[model.table]) for model in TABLES],
    }
    return dump_json(content).encode("utf-8")


def _release(releases: Releases, tables: Mapping[str, bytes]) -> dict[str, str]:
    """The version, and the day of its release; where tables or schemas are no longer as released, the version says so and no day is given.

    What follows the plus sign is build metadata of Semantic Versioning 2.0.0.
    """
    last = releases.last
    if last is None:
        return {"version": f"0.0.0+{UNRELEASED}"}
    if digests(tables) != last.files:
        return {"version": f"{last.version}+{UNRELEASED}"}
    return {"version": last.version, "created": f"{last.date.isoformat()}T00:00:00Z"}


def digests(tables: Mapping[str, bytes]) -> dict[str, str]:
    """SHA-256 by path of each file of the package but the descriptor, given the tables' files by name."""
    files = {f"data/{table}.csv": content for table, content in tables.items()}
    files |= {f"schema/{model.table}.json": dump_json(table_schema(model)).encode() for model in TABLES}
    return {path: hashlib.sha256(content).hexdigest() for path, content in sorted(files.items())}


def _resource(table: str, heading: tuple[str, str], about_it: tuple[str, str], content: bytes) -> dict[str, Any]:
    return {
        "$schema": RESOURCE_PROFILE,
        "name": table,
        "type": "table",
        "path": f"data/{table}.csv",
        "title": heading[0],
        "title_tr": heading[1],
        "description": about_it[0],
        "description_tr": about_it[1],
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": f"schema/{table}.json",
    }
