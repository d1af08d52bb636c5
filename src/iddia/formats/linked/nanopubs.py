"""nanopubs.trig: each claim as a nanopublication, to be signed and published one by one by whoever wants to.

The assertion is that the article makes or relays the claim, never the claim's content: most claims are others' words, some are false.
The provenance holds the exact words and who stands between writer and claim; the publication info, who publishes and under which
licence. They are unsigned and in the namespace that nanopublication tools replace on signing.
"""

from collections import defaultdict
from collections.abc import Mapping

from iddia.formats.linked.jsonld import contributors, records, release
from iddia.formats.linked.meanings import LINKS
from iddia.formats.linked.rows import Node, spans
from iddia.formats.linked.terms import Term, all_terms, kind, prefixes
from iddia.formats.linked.turtle import heads, name, statements, text
from iddia.formats.publication import Publication

NANOPUBS = "nanopubs.trig"
TEMPORARY = "http://purl.org/nanopub/temp/"
_PROVENANCE = ("wasDerivedFrom", "wasGeneratedBy", "wasAttributedTo", "qualifiedAttribution")
_OF_RELATIONS = ("contradicts", "in_tension", "corroborates")
"""What a claim is said to be beside other claims: of the release, not of the claim."""


def nanopubs(publication: Publication, _: Mapping[str, bytes]) -> dict[str, bytes]:
    """Four named graphs for each claim, in the order of the claims."""
    known: dict[str, str] = {**prefixes(publication.descriptor["name"]), "np": "http://www.nanopub.org/nschema#"}
    kept = [kind(table).name for table in publication.schemas if table not in LINKS]
    known.update((each, f"{known['ledger']}{each}/") for each in kept)
    terms = all_terms(publication.schemas)
    behind = _provenance(publication)
    written = [_nanopub(publication, node, behind[node["@id"]], terms, known) for node in _claims(publication)]
    return {NANOPUBS: (heads(known) + "".join(written)).encode()}


def _claims(publication: Publication) -> list[Node]:
    return [node for node in records(publication) if "iddia:Claim" in node["@type"]]


def _provenance(publication: Publication) -> dict[str, list[Node]]:
    """By claim: its attributions, its evidence, and the words that the evidence points at."""
    words = {node["@id"]: node for node in spans(publication)}
    found: dict[str, list[Node]] = defaultdict(list)
    for node in records(publication):
        if "iddia:Attribution" in node["@type"]:
            found[node["claim"]].append(node)
        elif "iddia:Evidence" in node["@type"]:
            span = words[node["hasTarget"]]
            found[node["hasBody"]] += [node, span, *(words[selector] for selector in span["hasSelector"])]
    return found


def _nanopub(publication: Publication, claim: Node, behind: list[Node], terms: Mapping[str, Term], known: Mapping[str, str]) -> str:
    base = f"{TEMPORARY}{publication.descriptor['name']}/{claim['@id'].removeprefix('ledger:claim/')}/"
    asserted = {key: value for key, value in claim.items() if key not in (*_PROVENANCE, *_OF_RELATIONS)}
    derived: Node = {"@id": f"{base}assertion", **{key: claim[key] for key in ("wasDerivedFrom", "wasGeneratedBy")}}
    chain: Node = {"@id": claim["@id"], **{key: claim[key] for key in ("wasAttributedTo", "qualifiedAttribution") if key in claim}}
    provenance = [derived, chain, *behind] if len(chain) > 1 else [derived, *behind]
    graphs = {
        "assertion": statements(asserted, terms, known),
        "provenance": "".join(statements(node, terms, known) for node in provenance),
        "pubinfo": _info(publication, known) + statements(contributors(), terms, known),
    }
    parts = "np:hasAssertion sub:assertion ; np:hasProvenance sub:provenance ; np:hasPublicationInfo sub:pubinfo"
    head = f"sub: a np:Nanopublication ;\n    {parts} .\n"
    bodies = "".join(f"sub:{graph} {{\n{body}}}\n" for graph, body in {"Head": head, **graphs}.items())
    return f"\n@prefix sub: <{base}> .\n{bodies}"


def _info(publication: Publication, known: Mapping[str, str]) -> str:
    licences = ", ".join(name(licence["path"], known) for licence in publication.descriptor["licenses"])
    return (
        f"sub: dcterms:created {text(publication.date.isoformat())}^^xsd:date ; dcterms:creator ledger:contributors ;\n"
        f"    dcterms:license {licences} ; dcterms:isPartOf {name(release(publication), known)} .\n"
    )
