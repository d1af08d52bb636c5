"""dictionary.md: the data dictionary of a release, from its own descriptor and schemas, which may be older than the models."""

from collections.abc import Mapping

from iddia.formats.publication import Publication
from iddia.package.codebook import tables_page

DICTIONARY = "dictionary.md"
_HEAD = """# Tables / Tablolar

The tables of {title} {version}, {date}.
{title_tr}, {version} sürümünün tabloları, {date}.

"""


def dictionary(publication: Publication, _: Mapping[str, bytes]) -> dict[str, bytes]:
    """The page, in English and Turkish."""
    descriptor = publication.descriptor
    head = _HEAD.format(
        title=descriptor["title"], title_tr=descriptor["title_tr"], version=publication.version, date=publication.date.isoformat()
    )
    return {DICTIONARY: tables_page(head, descriptor["resources"], publication.schemas).encode()}
