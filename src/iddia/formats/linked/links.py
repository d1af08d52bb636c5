"""What follows from several tables together: who claims are attributed to, what they come from, what contradicts them."""

from collections import defaultdict
from collections.abc import Callable, Iterator

from iddia.formats.linked.iris import compact
from iddia.formats.linked.meanings import ENTITY_CLASSES, LINKS
from iddia.formats.linked.rows import Node, Row, iri, rows
from iddia.formats.linked.terms import kind
from iddia.formats.publication import Publication

_PAIRED = ("contradicts", "in_tension", "corroborates")
"""Kinds of relation that hold both ways between its two claims."""
_MOTIVES = {"evidence": "oa:linking", "mentions": "oa:identifying"}


def more(publication: Publication) -> dict[str, Node]:
    """What is added to records beyond their columns, by IRI; a list is added to what is there."""
    added: dict[str, Node] = defaultdict(dict)
    for table, extra in _EXTRAS.items():
        for row in rows(publication, table):
            added[iri(table, publication.schemas[table], row)].update(extra(row))
    for find in (_attributed, _paired, _joined):
        for node, key, value in find(publication):
            added[node].setdefault(key, []).append(value)
    return added


def _claim(row: Row) -> Node:
    source = row["source_id"]
    return {"wasDerivedFrom": compact("source", [source]), "wasGeneratedBy": compact("reading", [source])}


def _unit(row: Row) -> Node:
    """Codes of money are those of ISO 4217, all others those of UCUM."""
    return {"ucumCode": None, "currency": row["code"]} if row["dimension"] == "money" else {}


_EXTRAS: dict[str, Callable[[Row], Node]] = {
    "entities": lambda row: {"@type": [ENTITY_CLASSES.get(row["type"], "schema:Thing")]},
    "mentions": lambda _: {"motivatedBy": _MOTIVES["mentions"]},
    "claims": _claim,
    "evidence": lambda _: {"motivatedBy": _MOTIVES["evidence"]},
    # PROV's attribution names an agent; a text that names none ("it is said") has only the ledger's own.
    "attributions": lambda row: {"@type": ["prov:Attribution"]} if row["speaker"] else {},
    "units": _unit,
    "properties": lambda _: {"inScheme": "ledger:properties"},
    "modalities": lambda _: {"inScheme": "ledger:modalities"},
    "assessments": lambda row: {"reviewRating": f"{compact('assessment', [row['claim_id']])}/rating"},
}


def _attributed(publication: Publication) -> Iterator[tuple[str, str, str]]:
    for row in rows(publication, "attributions"):
        claim = compact("claim", [row["claim_id"]])
        yield claim, "qualifiedAttribution", compact("attribution", [row["claim_id"], row["position"]])
        if row["speaker"]:
            yield claim, "wasAttributedTo", compact("entity", [row["speaker"]])


def _paired(publication: Publication) -> Iterator[tuple[str, str, str]]:
    """Relations of two claims as one property between them. More than two may clash only all together, so they get none."""
    members = defaultdict(list)
    for row in rows(publication, "relation_members"):
        members[row["relation_id"]].append(compact("claim", [row["claim_id"]]))
    for row in rows(publication, "relations"):
        if row["kind"] in _PAIRED and len(members[row["relation_id"]]) == 2:
            one, other = members[row["relation_id"]]
            yield one, row["kind"], other
            yield other, row["kind"], one


def _joined(publication: Publication) -> Iterator[tuple[str, str, str]]:
    for table, (start, end, meaning) in LINKS.items():
        for row in rows(publication, table):
            # An assessment has the key of its claim.
            yield compact("assessment", [row[start]]), meaning.partition(":")[2], compact(kind("references").name, [row[end]])
