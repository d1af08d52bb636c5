"""ro-crate-metadata.json: the release's folder as an RO-Crate 1.2, each file with its size, digest, type and what it is.

The context is the one that the specification prescribes; readers of crates carry it with them.
"""

import hashlib
import json
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from iddia import about
from iddia.formats.papers.releasefiles import told_of
from iddia.formats.papers.rights import QUOTES
from iddia.formats.publication import Publication
from iddia.language import Said

METADATA = "ro-crate-metadata.json"
VERSION = "https://w3id.org/ro/crate/1.2"
_CONTRIBUTORS = "#contributors"
_MEDIA = {
    ".md": "text/markdown", ".zip": "application/zip", ".parquet": "application/vnd.apache.parquet", ".sqlite": "application/vnd.sqlite3",
    ".sql": "application/sql", ".jsonld": "application/ld+json", ".json": "application/json", ".ttl": "text/turtle",
    ".trig": "application/trig", ".cff": "application/yaml", ".yaml": "application/yaml", ".html": "text/html", ".csv": "text/csv",
}  # fmt: skip


def rocrate(publication: Publication, made: Mapping[str, bytes]) -> dict[str, bytes]:
    """The description of the folder and of each file in ``made``, in the order of their paths."""
    tables = {resource["name"]: (resource["title"], resource["title_tr"]) for resource in publication.descriptor["resources"]}
    graph = [
        {"@id": METADATA, "@type": "CreativeWork", "conformsTo": {"@id": VERSION}, "about": {"@id": "./"}},
        _root(publication, sorted(made)),
        {"@id": _CONTRIBUTORS, "@type": "Organization", "name": about.AUTHOR},
        *map(_licence, publication.descriptor["licenses"]),
        *(_file(path, made[path], publication.version, tables) for path in sorted(made)),
    ]
    content = {"@context": f"{VERSION}/context", "@graph": graph}
    return {METADATA: f"{json.dumps(content, ensure_ascii=False, indent=2)}\n".encode()}


def _root(publication: Publication, paths: list[str]) -> dict[str, Any]:
    descriptor = publication.descriptor
    return {
        "@id": "./",
        "@type": "Dataset",
        "name": descriptor["title"],
        "alternateName": descriptor["title_tr"],
        "description": f"{descriptor['description']}\n\n{descriptor['description_tr']}",
        "version": publication.version,
        "datePublished": publication.date.isoformat(),
        "license": {"@id": descriptor["licenses"][0]["path"]},
        "author": {"@id": _CONTRIBUTORS},
        "publisher": {"@id": _CONTRIBUTORS},
        "keywords": descriptor["keywords"],
        "inLanguage": ["en", "tr"],
        **({"url": about.REPOSITORY} if about.REPOSITORY else {}),
        "hasPart": [{"@id": path} for path in paths],
    }


def _licence(licence: Mapping[str, Any]) -> dict[str, Any]:
    kept = {"name": licence["title"], "identifier": licence["name"], "description": f"{QUOTES[0]} / {QUOTES[1]}"}
    return {"@id": licence["path"], "@type": "CreativeWork", **kept}


def _file(path: str, content: bytes, version: str, tables: Mapping[str, Said]) -> dict[str, Any]:
    place = PurePosixPath(path)
    words = tables[place.stem] if place.suffix == ".parquet" else told_of(path, version)
    return {
        "@id": path,
        "@type": "File",
        "name": path,
        "description": " / ".join(words),
        "contentSize": str(len(content)),
        "sha256": hashlib.sha256(content).hexdigest(),
        "encodingFormat": _MEDIA.get(place.suffix, "text/plain"),
    }
