"""The ledger's own classes and properties, described by what the descriptor and the schemas say of tables and columns."""

from collections.abc import Iterator, Mapping
from typing import Any

from iddia.formats.linked.meanings import LINKS
from iddia.formats.linked.rows import Node
from iddia.formats.linked.terms import Schema, kind, terms
from iddia.language import LANGUAGES

_PAIRED = {
    "contradicts": ("What the two claims say cannot both be so.", "İki savın söyledikleri birlikte doğru olamaz."),
    "in_tension": ("What the two claims say hardly goes together.", "İki savın söyledikleri birbiriyle güç bağdaşır."),
    "corroborates": ("The two claims say the same.", "İki sav aynı şeyi söyler."),
}


def ontology(descriptor: Mapping[str, Any], schemas: Mapping[str, Schema]) -> Iterator[Node]:
    """A node for each class and each property of the own vocabulary."""
    for resource in descriptor["resources"]:
        if resource["name"] not in LINKS:
            yield {
                "@id": f"iddia:{kind(resource['name']).own}", "@type": ["rdfs:Class"],
                "label_en": resource["title"], "label_tr": resource["title_tr"],
                "comment_en": resource["description"], "comment_tr": resource["description_tr"],
            }  # fmt: skip
    said: dict[str, dict[str, list[str]]] = {f"iddia:{name}": {"en": [words[0]], "tr": [words[1]]} for name, words in _PAIRED.items()}
    for table, schema in schemas.items():
        if table not in LINKS:
            _collect(said, table, schema)
    for name, comments in sorted(said.items()):
        yield {"@id": name, "@type": ["rdf:Property"], **{f"comment_{language}": comments[language] for language in LANGUAGES}}


def _collect(said: dict[str, dict[str, list[str]]], table: str, schema: Schema) -> None:
    """What the columns of a table say of own properties; columns that share one may describe it each in its own way."""
    columns = terms(table, schema)
    for column in schema["fields"]:
        term = columns.get(column["name"])
        if term is not None and term.property.startswith("iddia:"):
            comments = said.setdefault(term.property, {language: [] for language in LANGUAGES})
            for language, words in (("en", column["description"]), ("tr", column["description_tr"])):
                if words not in comments[language]:
                    comments[language].append(words)
