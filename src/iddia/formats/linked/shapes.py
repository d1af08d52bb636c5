"""shapes.ttl: what a record of the graph may be, in SHACL, as the schemas say it of the tables.

Closed lists, what must be there and how often, datatypes, patterns, least values, and the class that a link leads to. They hold for the
graph of one release: in the graphs of two, merged, a corrected claim has two values.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from iddia.formats.linked.iris import VOCABULARY
from iddia.formats.linked.meanings import LINKS, SPANS
from iddia.formats.linked.terms import LINK, Schema, Term, foreign_keys, kind, prefixes, terms
from iddia.formats.linked.turtle import heads, name, text
from iddia.formats.publication import Publication

SHAPES = "shapes.ttl"

_WORDS = """
shape:words a sh:NodeShape ;
    sh:targetClass oa:SpecificResource ;
    sh:property shape:words.source, shape:words.quote, shape:words.position .
shape:words.source a sh:PropertyShape ;
    sh:path oa:hasSource ; sh:minCount 1 ; sh:maxCount 1 ; sh:class iddia:Source .
shape:words.quote a sh:PropertyShape ;
    sh:path oa:hasSelector ; sh:qualifiedValueShape shape:quote ; sh:qualifiedMinCount 1 ; sh:qualifiedMaxCount 1 .
shape:words.position a sh:PropertyShape ;
    sh:path oa:hasSelector ; sh:qualifiedValueShape shape:position ; sh:qualifiedMinCount 1 ; sh:qualifiedMaxCount 1 .
shape:quote a sh:NodeShape ;
    sh:class oa:TextQuoteSelector ; sh:property shape:quote.exact .
shape:quote.exact a sh:PropertyShape ;
    sh:path oa:exact ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:string ; sh:minLength 1 .
shape:position a sh:NodeShape ;
    sh:class oa:TextPositionSelector ; sh:property shape:position.start, shape:position.end .
shape:position.start a sh:PropertyShape ;
    sh:path oa:start ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:nonNegativeInteger ; sh:lessThan oa:end .
shape:position.end a sh:PropertyShape ;
    sh:path oa:end ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:nonNegativeInteger .
"""


def shapes(publication: Publication, _: Mapping[str, bytes]) -> dict[str, bytes]:
    """A shape for each kind of record, and for the words that evidence and mentions point at."""
    known = {**prefixes(publication.descriptor["name"]), "sh": "http://www.w3.org/ns/shacl#", "shape": f"{VOCABULARY}shape/"}
    del known["ledger"]  # shapes are about the vocabulary, whosever ledger it is
    blocks = [_shape(table, schema, known) for table, schema in publication.schemas.items() if table not in LINKS]
    return {SHAPES: (heads(known) + "\n" + "\n".join(blocks) + _WORDS).encode()}


def _shape(table: str, schema: Schema, known: Mapping[str, str]) -> str:
    parts = dict(_parts(table, schema, known))
    properties = ", ".join(f"shape:{table}.{part}" for part in parts)
    head = f"shape:{table} a sh:NodeShape ;\n    sh:targetClass iddia:{kind(table).own} ;\n    sh:property {properties} .\n"
    return head + "".join(f"shape:{table}.{part} a sh:PropertyShape ;\n    {' ; '.join(rules)} .\n" for part, rules in parts.items())


def _parts(table: str, schema: Schema, known: Mapping[str, str]) -> Iterator[tuple[str, list[str]]]:
    """For each property the rules its values must keep."""
    columns = {column["name"]: column for column in schema["fields"]}
    targets = foreign_keys(schema)
    found = terms(table, schema)
    for column, term in found.items():
        if term.language == "en":
            other = column.removesuffix("_en") + "_tr"
            yield column.removesuffix("_en"), _bilingual(term, _is_required(columns[column]) and _is_required(columns[other]), known)
        elif term.language is None:
            yield column, _rules(term, columns[column], targets.get(column), known)
    if table in SPANS:
        yield "words", ["sh:path oa:hasTarget", "sh:minCount 1", "sh:maxCount 1", "sh:class oa:SpecificResource"]
    if table == "assessments":
        yield "rating", ["sh:path schema:reviewRating", "sh:minCount 1", "sh:maxCount 1", "sh:class schema:Rating"]


def _is_required(column: Mapping[str, Any]) -> bool:
    return bool(column.get("constraints", {}).get("required"))


def _bilingual(term: Term, is_required: bool, known: Mapping[str, str]) -> list[str]:
    count = ["sh:minCount 2"] if is_required else []
    return [f"sh:path {name(term.property, known)}", *count, "sh:uniqueLang true", 'sh:languageIn ( "en" "tr" )']


def _rules(term: Term, column: Mapping[str, Any], target: str | None, known: Mapping[str, str]) -> list[str]:
    rules = [f"sh:path {name(term.property, known)}", *(["sh:minCount 1"] if _is_required(column) else []), "sh:maxCount 1"]
    if term.type == LINK:
        return [*rules, "sh:nodeKind sh:IRI", *([f"sh:class iddia:{kind(target).own}"] if target else [])]
    constraints = column.get("constraints", {})
    rules.append(f"sh:datatype {name(term.type, known)}")
    if "enum" in constraints:
        rules.append(f"sh:in ( {' '.join(map(text, constraints['enum']))} )")
    if "pattern" in constraints:
        rules.append(f"sh:pattern {text(constraints['pattern'])}")
    if "minimum" in constraints:
        rules.append(f"sh:minInclusive {constraints['minimum']}")
    return rules
