"""The rows of a table as nodes of a graph, each with an IRI made of its primary key."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from iddia.formats.linked.iris import compact
from iddia.formats.linked.meanings import ELSEWHERE, IN_LANGUAGE_OF, LINKS, SPANS
from iddia.formats.linked.terms import Schema, Term, foreign_keys, kind, terms
from iddia.formats.publication import Publication

Node = dict[str, Any]
Row = Mapping[str, Any]


def rows(publication: Publication, table: str) -> list[Row]:
    """The rows of a table, in its order; none where the package has no such table."""
    return publication.tables[table].to_pylist() if table in publication.tables else []


def iri(table: str, schema: Schema, row: Row) -> str:
    """The compact IRI of a row's record."""
    return compact(kind(table).name, (row[name] for name in schema["primaryKey"]))


def nodes(publication: Publication) -> Iterator[Node]:
    """A node for each row of each table, in the order of the package. Tables that only join two others have none."""
    for table, schema in publication.schemas.items():
        if table not in LINKS:
            columns = terms(table, schema)
            targets = foreign_keys(schema)
            yield from (_node(table, schema, columns, targets, row) for row in rows(publication, table))


def _node(table: str, schema: Schema, columns: Mapping[str, Term], targets: Mapping[str, str], row: Row) -> Node:
    known = kind(table)
    node: Node = {"@id": iri(table, schema, row), "@type": [f"iddia:{known.own}", *known.also]}
    for name, term in columns.items():
        value = row[name]
        if value is None:
            continue
        if (table, name) in ELSEWHERE:
            node[term.key] = ELSEWHERE[table, name] + value
        elif (table, name) in IN_LANGUAGE_OF:
            node[term.key] = {"@value": value, "@language": row[IN_LANGUAGE_OF[table, name]]}
        elif name in targets:
            node[term.key] = compact(kind(targets[name]).name, [value])
        else:
            node[term.key] = _value(term, value)
    if table in SPANS:
        node["hasTarget"] = span(row)
    return node


def _value(term: Term, value: Any) -> Any:
    """A value as JSON has it. A number is a text of decimal digits: JSON's own would be read as binary fractions."""
    return format(Decimal(str(value)), "f").removesuffix(".0") if term.type == "xsd:decimal" else value


def span(row: Row) -> str:
    """The compact IRI of words of an article, which several claims may share."""
    return compact("span", (row["source_id"], row["start"], row["end"]))


def spans(publication: Publication) -> Iterator[Node]:
    """The words that evidence and mentions point at, each once, as the Web Annotation model has them.

    Start and end count Unicode code points of the article's decoded text, from 0; the end is exclusive. The words before and after
    (prefix, suffix) are left out: they are the article's, which no release contains, and start and end already tell which of several
    equal quotes is meant.
    """
    seen = set()
    for table, words in SPANS.items():
        for row in rows(publication, table):
            name = span(row)
            if name not in seen:
                seen.add(name)
                yield from _selected(name, row, row[words])


def _selected(name: str, row: Row, words: str) -> Iterator[Node]:
    quote, place = f"{name}/quote", f"{name}/position"
    source = compact(kind("sources").name, [row["source_id"]])
    yield {"@id": name, "@type": ["oa:SpecificResource"], "hasSource": source, "hasSelector": [quote, place]}
    yield {"@id": quote, "@type": ["oa:TextQuoteSelector"], "exact": words}
    yield {"@id": place, "@type": ["oa:TextPositionSelector"], "start": row["start"], "end": row["end"]}
