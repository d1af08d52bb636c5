"""What things are called in the linked forms.

No web address is known for the ledger and none is made up, yet a claim must have the same IRI in every release, or two releases could
not be merged: so relative IRIs, which change with the folder a file stands in, will not do, nor blank nodes. An IRI here is a URN of
a UUID (RFC 9562: a name that needs no registration) with a fragment (RFC 8141: a part of what the URN names):

    urn:uuid:<ledger>#claim/r2-ascend-delay.07

The vocabulary has a UUID of its own, drawn once by chance. A ledger's UUID is derived from it and the name of the data package: another
ledger kept by this library shares the vocabulary, and its claims are not taken for ours. IRIs that resolve to a page can be added
later as ``owl:sameAs``; these remain valid.
"""

from collections.abc import Iterable, Mapping
from urllib.parse import quote
from uuid import UUID, uuid5

_VOCABULARY = UUID("5ceff900-2238-4554-8f98-20fbd65d3317")
VOCABULARY = f"{_VOCABULARY.urn}#"
"""The namespace of the classes and properties that are the ledger's own."""

PREFIXES = {
    "iddia": VOCABULARY,
    "dcterms": "http://purl.org/dc/terms/",
    "oa": "http://www.w3.org/ns/oa#",
    "prov": "http://www.w3.org/ns/prov#",
    "qudt": "http://qudt.org/schema/qudt/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "skosxl": "http://www.w3.org/2008/05/skos-xl#",
    "wikidata": "http://www.wikidata.org/entity/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
EDTF = "http://id.loc.gov/datatypes/edtf"
"""The datatype that the Library of Congress gives to Extended Date/Time Format."""


def ledger(package: str) -> str:
    """The IRI of the ledger whose data package has this name."""
    return uuid5(_VOCABULARY, package).urn


def compact(kind: str, key: Iterable[object]) -> str:
    """The compact IRI, under the prefix ``ledger``, of the record of a kind that has this key; whatever is no plain letter is escaped."""
    return f"ledger:{kind}/{'/'.join(quote(str(part), safe='-._~@') for part in key)}"


def full(compacted: str, prefixes: Mapping[str, str]) -> str:
    """The IRI that a compact one stands for; one that is whole already is given back."""
    prefix, _, rest = compacted.partition(":")
    return prefixes[prefix] + rest if prefix in prefixes else compacted
