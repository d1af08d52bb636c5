"""datasheet.md, annotation.md, agreement.md: the repository's pages on how the data came about, as they lie in a release's folder."""

import re
from collections.abc import Mapping

from iddia.formats.papers.datasheet import AGREEMENT, ANNOTATION, DATASHEET
from iddia.formats.papers.dictionary import DICTIONARY
from iddia.formats.publication import Publication

_PAGES = {name: name.rpartition("/")[2] for name in (DATASHEET, ANNOTATION, AGREEMENT)}
_TABLES = "tables.md"
"""What docs/tables.md says in the repository, dictionary.md says in a release."""
_LINK = re.compile(r"\[([^\]]+)\]\((?!https?:)([^)#]*)[^)]*\)")


def pages(publication: Publication, _: Mapping[str, bytes]) -> dict[str, bytes]:
    """Those of the pages that the project has. Links between them stay, links to what a release has not become plain words."""
    there = {shipped: publication.texts[name] for name, shipped in _PAGES.items() if name in publication.texts}
    return {shipped: linked(text, {*there, DICTIONARY}).encode("utf-8") for shipped, text in there.items()}


def linked(markdown: str, there: set[str]) -> str:
    """The text, its links to files that are not ``there`` as plain words. Addresses of the web stay."""
    return _LINK.sub(lambda found: _link(found[1], found[2], found[0], there), markdown)


def _link(words: str, target: str, whole: str, there: set[str]) -> str:
    if target in there:
        return whole
    if target == _TABLES and DICTIONARY in there:
        return f"[{DICTIONARY if words == _TABLES else words}]({DICTIONARY})"
    return words
