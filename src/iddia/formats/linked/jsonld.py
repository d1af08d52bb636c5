"""claims.jsonld and context.jsonld: the tables as one graph of linked data, in vocabularies that others know where these fit.

Every row is a node with an IRI (see ``iris``), there are no blank nodes, and the graph refers to its context by a relative name, so it is
read without a network. A claim is a schema:Claim that appears in an article; its evidence are Web Annotations on the article's words;
who stands between writer and claim is PROV. An assessment is a schema:ClaimReview whose rating is a word: the verdicts are no scale,
so there is no ratingValue. Nothing is said of the agents who read, since the tables name none.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from iddia import about
from iddia.formats.linked.iris import compact, ledger
from iddia.formats.linked.links import more
from iddia.formats.linked.ontology import ontology
from iddia.formats.linked.rows import Node, nodes, rows, spans
from iddia.formats.linked.terms import context
from iddia.formats.publication import Publication

GRAPH = "claims.jsonld"
CONTEXT = "context.jsonld"


def jsonld(publication: Publication, _: Mapping[str, bytes]) -> dict[str, bytes]:
    """The graph, one node a line, and its context."""
    words = json.dumps({"@context": context(publication.descriptor["name"], publication.schemas)}, ensure_ascii=False, indent=2)
    lines = ",\n".join(json.dumps(node, ensure_ascii=False) for node in graph(publication))
    text = f'{{"@context": {json.dumps(CONTEXT)}, "@graph": [\n{lines}\n]}}\n'
    return {GRAPH: text.encode(), CONTEXT: f"{words}\n".encode()}


def graph(publication: Publication) -> Iterator[Node]:
    """All nodes: the release, the records of every table, the words they point at, and the terms of the ledger's own vocabulary."""
    yield from _releases(publication)
    yield from _schemes(publication)
    yield from records(publication)
    yield from spans(publication)
    yield from _ratings(publication)
    yield from _readings(publication)
    yield from ontology(publication.descriptor, publication.schemas)


def records(publication: Publication) -> Iterator[Node]:
    """A node for each row, with what other tables add to it."""
    added = more(publication)
    for node in nodes(publication):
        yield _joined(node, added.get(node["@id"], {}))


def _joined(node: Node, extra: Node) -> Node:
    joined = {**node, **{key: value for key, value in extra.items() if key != "@type"}, "@type": node["@type"] + extra.get("@type", [])}
    return {key: value for key, value in joined.items() if value is not None}


def contributors() -> Node:
    """Who is cited."""
    return {"@id": "ledger:contributors", "@type": ["prov:Agent"], "name_en": about.AUTHOR}


def release(publication: Publication) -> str:
    """The compact IRI of the version."""
    return compact("release", [publication.version])


def _releases(publication: Publication) -> Iterator[Node]:
    descriptor = publication.descriptor
    whole = ledger(descriptor["name"])
    yield {"@id": whole, "@type": ["schema:Dataset"], **_named(descriptor), "creator": "ledger:contributors"}
    yield contributors()
    node: Node = {
        "@id": release(publication), "@type": ["schema:Dataset", "prov:Entity", "prov:Collection"], **_named(descriptor),
        "isVersionOf": whole, "version": publication.version, "released": publication.date.isoformat(), "creator": "ledger:contributors",
        "license": [licence["path"] for licence in descriptor["licenses"]], "keywords": descriptor["keywords"],
        "hadMember": [compact("claim", [row["claim_id"]]) for row in rows(publication, "claims")],
    }  # fmt: skip
    yield node | ({"wasRevisionOf": compact("release", [publication.previous])} if publication.previous else {})


def _named(entry: Mapping[str, Any]) -> Node:
    return {
        "name_en": entry["title"], "name_tr": entry["title_tr"],
        "description_en": entry["description"], "description_tr": entry["description_tr"],
    }  # fmt: skip


def _schemes(publication: Publication) -> Iterator[Node]:
    for resource in publication.descriptor["resources"]:
        if resource["name"] in {"properties", "modalities"}:
            labels = {"prefLabel_en": resource["title"], "prefLabel_tr": resource["title_tr"]}
            yield {"@id": f"ledger:{resource['name']}", "@type": ["skos:ConceptScheme"], **labels}


def _ratings(publication: Publication) -> Iterator[Node]:
    for row in rows(publication, "assessments"):
        name = f"{compact('assessment', [row['claim_id']])}/rating"
        yield {"@id": name, "@type": ["schema:Rating"], "alternateName": row["verdict"]}


def _readings(publication: Publication) -> Iterator[Node]:
    """That each article was read; how, its claims tell in ``review``."""
    for row in rows(publication, "sources"):
        labels = {"label_en": f"Reading of {row['source_id']}", "label_tr": f"{row['source_id']} makalesinin okunması"}
        used = compact("source", [row["source_id"]])
        yield {"@id": compact("reading", [row["source_id"]]), "@type": ["prov:Activity"], **labels, "used": used}
