""".zenodo.json: what a deposition at Zenodo is told of the release. It names no DOI: Zenodo gives one."""

import html
import json
from collections.abc import Mapping
from typing import Any

from iddia import about
from iddia.formats.papers.rights import QUOTES
from iddia.formats.publication import Publication

ZENODO = ".zenodo.json"


def zenodo(publication: Publication, _: Mapping[str, bytes]) -> dict[str, bytes]:
    """The metadata, as Zenodo's deposition interface names it; the description is HTML, first in English, then in Turkish."""
    descriptor = publication.descriptor
    paragraphs = [descriptor["description"], f"{descriptor['title_tr']}. {descriptor['description_tr']}"]
    content: dict[str, Any] = {
        "upload_type": "dataset",
        "access_right": "open",
        "title": descriptor["title"],
        "version": publication.version,
        "publication_date": publication.date.isoformat(),
        "creators": [{"name": about.AUTHOR}],
        "license": descriptor["licenses"][0]["name"],
        "language": "tur",
        "keywords": descriptor["keywords"],
        "description": "".join(f"<p>{html.escape(paragraph, quote=False)}</p>" for paragraph in paragraphs),
        "notes": f"The articles are Turkish; statements, labels and notes are in English and Turkish. {QUOTES[0]} / {QUOTES[1]}",
    }
    if about.REPOSITORY:
        content["related_identifiers"] = [{"identifier": about.REPOSITORY, "relation": "isDerivedFrom", "resource_type": "dataset"}]
    return {ZENODO: f"{json.dumps(content, ensure_ascii=False, indent=2)}\n".encode()}
