"""CITATION.cff: how the data is cited, in the Citation File Format 1.2.0. The same text stands at the top of the repository."""

import datetime as dt
import json
from collections.abc import Mapping
from typing import Any

from iddia import about
from iddia.formats.publication import Publication

CITATION = "CITATION.cff"
_MESSAGE = "If you use this data, please cite it as below. / Bu veriyi kullanırsanız lütfen aşağıdaki gibi kaynak gösterin."


def citation(publication: Publication, _: Mapping[str, bytes]) -> dict[str, bytes]:
    """The citation file of a release."""
    return {CITATION: citation_text(publication.version, publication.date).encode()}


def citation_text(version: str, date: dt.date) -> str:
    """The citation file. The author is an entity and no person; an address is named once one is known.

    Each value is written as JSON, which YAML reads too, and whatever it holds cannot be taken for YAML's own signs.
    """
    content: dict[str, Any] = {
        "cff-version": "1.2.0",
        "message": _MESSAGE,
        "type": "dataset",
        "title": about.TITLE[0],
        "version": version,
        "date-released": date.isoformat(),
        "license": about.DATA_LICENSE["name"],
        "authors": [{"name": about.AUTHOR}],
        "abstract": about.DESCRIPTION[0],
        "keywords": list(about.KEYWORDS),
    }
    if about.REPOSITORY:
        content["repository"] = about.REPOSITORY
    return "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in content.items())
