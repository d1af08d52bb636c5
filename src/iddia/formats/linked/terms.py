"""The keys that records have in JSON-LD, and what each stands for: from the schemas and the meanings that columns have elsewhere."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from iddia.formats.linked.iris import EDTF, PREFIXES, ledger
from iddia.formats.linked.meanings import ELSEWHERE, IN_LANGUAGE_OF, KINDS, LINKS, MEANINGS, SPANS, Kind
from iddia.language import LANGUAGES

Schema = Mapping[str, Any]
_XSD = {"integer": "xsd:integer", "number": "xsd:decimal", "boolean": "xsd:boolean", "string": "xsd:string"}
LINK = "@id"


@dataclass(frozen=True)
class Term:
    """A key: the property it stands for, and the type of its values: a datatype, ``@id`` for a link, or a language."""

    key: str
    property: str
    type: str
    language: str | None = None

    def definition(self) -> dict[str, str]:
        """The term in a JSON-LD context. Texts and truth values are JSON's own; a text may tell its language itself."""
        if self.language:
            return {"@id": self.property, "@language": self.language}
        if self.type in {"xsd:string", "xsd:boolean", "rdf:langString"}:
            return {"@id": self.property}
        return {"@id": self.property, "@type": self.type}


GENERAL = [
    *(Term(f"{name}_{language}", f"{prefix}:{name}", "rdf:langString", language)
      for prefix, name in [("rdfs", "label"), ("rdfs", "comment"), ("schema", "name"), ("schema", "description"), ("skos", "prefLabel")]
      for language in LANGUAGES),
    *(Term(name, f"oa:{name}", LINK) for name in ["hasTarget", "hasSource", "hasSelector", "motivatedBy"]),
    *(Term(name, f"prov:{name}", LINK)
      for name in ["wasAttributedTo", "wasDerivedFrom", "wasGeneratedBy", "qualifiedAttribution", "used", "hadMember", "wasRevisionOf"]),
    *(Term(name, f"schema:{name}", LINK) for name in ["reviewRating", "citation", "license", "creator"]),
    *(Term(name, f"schema:{name}", "xsd:string") for name in ["version", "alternateName", "currency", "keywords"]),
    *(Term(name, f"iddia:{name}", LINK) for name in ["contradicts", "in_tension", "corroborates"]),
    Term("released", "dcterms:issued", "xsd:date"), Term("isVersionOf", "dcterms:isVersionOf", LINK),
    Term("inScheme", "skos:inScheme", LINK), Term("exact", "oa:exact", "xsd:string"),
    Term("start", "oa:start", "xsd:nonNegativeInteger"), Term("end", "oa:end", "xsd:nonNegativeInteger"),
]  # fmt: skip
"""Keys of what no single column says."""


def kind(table: str) -> Kind:
    """The kind of record that a table holds; a table that is not known here gives its name to a class of its own."""
    return KINDS.get(table) or Kind(table.title().replace("_", ""))


def foreign_keys(schema: Schema) -> dict[str, str]:
    """The table that each column of a foreign key refers to."""
    return {key["fields"][0]: key["reference"]["resource"] for key in schema.get("foreignKeys", []) if len(key["fields"]) == 1}


def terms(table: str, schema: Schema) -> dict[str, Term]:
    """The term of each column of a table, less those that say where words stand: these are told of the words."""
    elsewhere = {"start", "end", "source_id", SPANS[table]} if table in SPANS else set()
    return {column["name"]: _term(table, column, foreign_keys(schema)) for column in schema["fields"] if column["name"] not in elsewhere}


def _term(table: str, column: Mapping[str, Any], links: Mapping[str, str]) -> Term:
    name = column["name"]
    stem, _, ending = name.rpartition("_")
    language = ending if stem and ending in LANGUAGES else None
    meaning = MEANINGS.get(table, {}).get(stem if language else name)
    if language:
        meaning = meaning or f"iddia:{stem}"
        return Term(f"{_local(meaning)}_{language}", meaning, "rdf:langString", language)
    if name in links or (table, name) in ELSEWHERE:
        meaning = meaning or f"iddia:{name.removesuffix('_id')}"
        return Term(_local(meaning), meaning, LINK)
    meaning = meaning or f"iddia:{name}"
    if (table, name) in IN_LANGUAGE_OF:
        return Term(_local(meaning), meaning, "rdf:langString")
    return Term(_local(meaning), meaning, EDTF if column.get("semantics") == "edtf" else _XSD[column["type"]])


def _local(meaning: str) -> str:
    return meaning.partition(":")[2]


def all_terms(schemas: Mapping[str, Schema]) -> dict[str, Term]:
    """Every key of the graph. Raises ValueError where two columns would give one key two meanings."""
    found: dict[str, Term] = {}
    for term in [*GENERAL, *_of_tables(schemas)]:
        if found.setdefault(term.key, term) != term:
            raise ValueError(f"the key {term.key} cannot be both {found[term.key]} and {term}: give one a meaning of its own")
    return found


def _of_tables(schemas: Mapping[str, Schema]) -> Iterator[Term]:
    for table, schema in schemas.items():
        if table not in LINKS:
            yield from terms(table, schema).values()


def prefixes(package: str) -> dict[str, str]:
    """The prefixes of compact IRIs, that of the package's ledger among them."""
    return {"ledger": f"{ledger(package)}#", **PREFIXES}


def context(package: str, schemas: Mapping[str, Schema]) -> dict[str, Any]:
    """The JSON-LD context: it names no other file, so nothing has to be fetched to read the graph."""
    return {"@version": 1.1, **prefixes(package), **{term.key: term.definition() for _, term in sorted(all_terms(schemas).items())}}
