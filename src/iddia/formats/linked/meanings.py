"""What tables and columns are in the vocabularies that others know. What is not listed here is a term of the ledger's own.

An own term has the name of its column, a foreign key without ``_id``. A pair of columns ``_en`` and ``_tr`` is one term with texts in
two languages.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """A kind of record: its own class, its name in IRIs, and the classes of others that each such record has too."""

    own: str
    also: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """How IRIs name it."""
        return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in self.own).lstrip("_")


KINDS: dict[str, Kind] = {
    "sources": Kind("Source", ("schema:Article",)),
    "entities": Kind("Entity"),
    "identities": Kind("Identity"),
    "names": Kind("Name", ("skosxl:Label",)),
    "mentions": Kind("Mention", ("oa:Annotation",)),
    "claims": Kind("Claim", ("schema:Claim", "prov:Entity")),
    "evidence": Kind("Evidence", ("oa:Annotation",)),
    "attributions": Kind("Attribution"),
    "properties": Kind("Property", ("skos:Concept",)),
    "units": Kind("Unit", ("qudt:Unit",)),
    "modalities": Kind("Modality", ("skos:Concept",)),
    "cues": Kind("Cue"),
    "relations": Kind("Relation"),
    "relation_members": Kind("RelationMember"),
    "predictions": Kind("Prediction"),
    "references": Kind("Reference", ("schema:CreativeWork",)),
    "assessments": Kind("Assessment", ("schema:ClaimReview",)),
    "figures": Kind("Figure"),
    "changes": Kind("Change"),
}

ENTITY_CLASSES = {
    "organization": "schema:Organization",
    "person": "schema:Person",
    "place": "schema:Place",
    "hardware": "schema:Product",
    "software": "schema:SoftwareApplication",
    "event": "schema:Event",
}
"""An entity of any other type is a schema:Thing: a language model, a market or a role in general has no class there that fits."""

LINKS = {"assessment_references": ("claim_id", "reference_id", "schema:citation")}
"""Tables whose rows only join two others: from whose record, to which, by which property."""

SPANS = {"mentions": "surface", "evidence": "quote"}
"""Tables whose rows point at words of an article, and the column with the words."""

MEANINGS: dict[str, dict[str, str]] = {
    "sources": {
        "source_id": "schema:identifier", "title": "schema:headline", "publisher": "schema:publisher", "author": "schema:creditText",
        "url": "schema:url", "published": "schema:datePublished", "language": "schema:inLanguage", "rights": "schema:copyrightNotice",
        "sha256": "schema:sha256",
    },
    "entities": {"entity_id": "schema:identifier", "label": "schema:name", "description": "schema:description",
                 "wikidata": "schema:sameAs"},
    "names": {"name": "skosxl:literalForm", "language": "schema:inLanguage"},
    "mentions": {"mention_id": "schema:identifier", "entity_id": "oa:hasBody"},
    "claims": {
        "claim_id": "schema:identifier", "statement": "schema:text", "source_id": "schema:appearance", "subject": "schema:about",
    },
    "evidence": {"claim_id": "oa:hasBody"},
    "attributions": {"speaker": "prov:agent"},
    "properties": {
        "property_id": "skos:notation", "label": "skos:prefLabel", "definition": "skos:definition", "wikidata": "skos:exactMatch",
    },
    "units": {"unit_id": "schema:identifier", "label": "rdfs:label", "code": "qudt:ucumCode"},
    "modalities": {"modality": "skos:notation", "label": "skos:prefLabel", "definition": "skos:definition"},
    "cues": {"cue_id": "schema:identifier"},
    "relations": {"relation_id": "schema:identifier", "detail": "schema:description"},
    "predictions": {"note": "rdfs:comment"},
    "references": {
        "reference_id": "schema:identifier", "title": "schema:name", "publisher": "schema:creditText", "published": "schema:datePublished",
        "url": "schema:url",
    },
    "assessments": {"claim_id": "schema:itemReviewed", "note": "schema:reviewBody"},
    "figures": {"label": "rdfs:label"},
    "changes": {"version": "schema:version"},
}  # fmt: skip
"""Table, column (a pair without its language), property."""

ELSEWHERE = {("entities", "wikidata"): "wikidata:", ("properties", "wikidata"): "wikidata:", ("changes", "claim_id"): "ledger:claim/"}
"""Columns that name something by its id though they are no foreign keys, and the prefix that makes an IRI of the id.

A change may tell of a claim that was retracted and stands in no table any more.
"""

IN_LANGUAGE_OF = {("names", "name"): "language"}
"""Columns whose text is in the language that another column of the row tells."""
