"""datasette.json: what Datasette shows beside the SQLite file. `datasette iddia-<version>.sqlite --metadata datasette.json`."""

import json
from collections.abc import Mapping
from typing import Any

from iddia import about
from iddia.formats.publication import Publication
from iddia.formats.tabular.search import SEARCH
from iddia.formats.tabular.views import ABOUT_VIEWS
from iddia.language import Said

_OTHERS: dict[str, Said] = {
    "codebook": ("What every column means, in English and Turkish.", "Her sütunun anlamı, İngilizce ve Türkçe."),
    "package": ("Version, date, licence and citation.", "Sürüm, tarih, lisans ve nasıl kaynak gösterileceği."),
    SEARCH: (
        "Full-text search over statements and quotes: whole words and beginnings of Turkish words, from three letters on.",
        "Önermelerde ve alıntılarda metin araması: tam sözcükler ve Türkçe sözcüklerin en az üç harflik başlangıçları.",
    ),
}
_FACETS = {"claims": ["source_id", "property", "modality", "polarity"], "relations": ["kind", "status"], "assessments": ["verdict"]}


def datasette(publication: Publication, made: Mapping[str, bytes]) -> dict[str, bytes]:
    """Titles, descriptions, licence, facets and the search of claims, for version 0.6x of Datasette."""
    descriptor = publication.descriptor
    licence = descriptor["licenses"][0]
    tables = {resource["name"]: _table(publication, resource) for resource in descriptor["resources"]}
    tables |= {name: {"description": " / ".join(said)} for name, said in (ABOUT_VIEWS | _OTHERS).items()}
    content = {
        "title": descriptor["title"],
        "description": f"{descriptor['description']} / {descriptor['description_tr']}",
        "license": licence["title"],
        "license_url": licence["path"],
        "source": f"{about.NAME} {publication.version}",
        "databases": {f"{about.NAME}-{publication.version}": {"tables": tables}},
    }
    return {"datasette.json": (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode("utf-8")}


def _table(publication: Publication, resource: Mapping[str, Any]) -> dict[str, Any]:
    name = resource["name"]
    said = {
        "title": f"{resource['title']} / {resource['title_tr']}",
        "description": f"{resource['description']} / {resource['description_tr']}",
        "columns": {field["name"]: f"{field['description']} / {field['description_tr']}" for field in publication.schemas[name]["fields"]},
    }
    if name in _FACETS:
        said["facets"] = _FACETS[name]
    # Datasette looks up by itself only an index that is named after its table; this one has the rowids of claims.
    return {**said, "fts_table": SEARCH, "fts_pk": "rowid"} if name == "claims" else said
