"""ro-crate-metadata.json: the release's folder as an RO-Crate 1.2, each file with its size, digest, type and what it is.

The context is the one that the specification prescribes; readers of crates carry it with them.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from iddia import about
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
_FILES: dict[str, Said] = {
    r"README\.md": ("Guide to the folder", "Klasörün kılavuzu"),
    r"iddia-.*-all\.zip": ("The whole folder in one file", "Klasörün tamamı tek dosyada"),
    r".*\.zip": ("The data package: tables as CSV with their schemas", "Veri paketi: CSV tabloları ve şemaları"),
    r".*\.sqlite": ("All tables as an SQLite database", "Bütün tablolar SQLite veritabanı olarak"),
    r"duckdb\.sql": ("Views of the Parquet files for DuckDB", "DuckDB için Parquet dosyalarının görünümleri"),
    r"claims\.jsonld": ("The tables as a graph of linked data", "Tablolar bağlı veri grafiği olarak"),
    r"context\.jsonld": ("The context of the graph", "Grafiğin bağlamı"),
    r"shapes\.ttl": ("What a record of the graph may be, in SHACL", "Grafikteki bir kaydın nasıl olabileceği, SHACL ile"),
    r"nanopubs\.trig": ("Each claim as a nanopublication, unsigned", "Her sav bir nanoyayın olarak, imzasız"),
    r"croissant\.json": ("The release as a Croissant dataset", "Croissant veri kümesi olarak sürüm"),
    r"CITATION\.cff": ("How to cite the data", "Veriye nasıl atıf yapılacağı"),
    r"\.zenodo\.json": ("Metadata for a deposition at Zenodo", "Zenodo'ya yükleme için üstveri"),
    r"CHANGELOG\.md": ("What each version changes", "Her sürümün neyi değiştirdiği"),
    r"LICENSE": ("Licence of the data", "Verinin lisansı"),
    r"dictionary\.md": ("Every table and column in words", "Her tablo ve sütun, sözlerle"),
    r"diff\..*": ("What changed since the version before", "Önceki sürümden bu yana değişenler"),
    r"release\.json": ("Version, date, level of change and counts", "Sürüm, tarih, değişiklik düzeyi ve sayılar"),
}


def rocrate(publication: Publication, made: Mapping[str, bytes]) -> dict[str, bytes]:
    """The description of the folder and of each file in ``made``, in the order of their paths."""
    tables = {resource["name"]: (resource["title"], resource["title_tr"]) for resource in publication.descriptor["resources"]}
    graph = [
        {"@id": METADATA, "@type": "CreativeWork", "conformsTo": {"@id": VERSION}, "about": {"@id": "./"}},
        _root(publication, sorted(made)),
        {"@id": _CONTRIBUTORS, "@type": "Organization", "name": about.AUTHOR},
        *map(_licence, publication.descriptor["licenses"]),
        *(_file(path, made[path], tables) for path in sorted(made)),
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
    kept = {"name": licence["title"], "identifier": licence["name"], "description": "Licence of the data / Verinin lisansı"}
    return {"@id": licence["path"], "@type": "CreativeWork", **kept}


def _file(path: str, content: bytes, tables: Mapping[str, Said]) -> dict[str, Any]:
    entry: dict[str, Any] = {"@id": path, "@type": "File", "name": path}
    if words := _words(path, tables):
        entry["description"] = f"{words[0]} / {words[1]}"
    size = {"contentSize": str(len(content)), "sha256": hashlib.sha256(content).hexdigest()}
    return entry | size | {"encodingFormat": _MEDIA.get(PurePosixPath(path).suffix, "text/plain")}


def _words(path: str, tables: Mapping[str, Said]) -> Said | None:
    """What a file is; None for one that nobody has told of here."""
    place = PurePosixPath(path)
    if place.parent.name == "parquet" and place.stem in tables:
        return tables[place.stem]
    return next((words for pattern, words in _FILES.items() if re.fullmatch(pattern, path)), None)
