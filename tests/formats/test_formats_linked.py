import dataclasses
import datetime as dt
import json
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from formats.changed import with_a_retraction
from rdflib import BNode, Graph, Literal, Namespace, URIRef
from rdflib.namespace import PROV, RDF, SKOS, XSD

from iddia.formats.linked.iris import EDTF, VOCABULARY, full, ledger
from iddia.formats.linked.jsonld import CONTEXT, GRAPH, jsonld
from iddia.formats.linked.links import more
from iddia.formats.linked.meanings import LINKS, SPANS
from iddia.formats.linked.rows import nodes, rows
from iddia.formats.linked.terms import all_terms, kind, prefixes, terms
from iddia.formats.publication import Publication

OA = Namespace("http://www.w3.org/ns/oa#")
SCHEMA = "https://schema.org/"
pytestmark = pytest.mark.filterwarnings("ignore:(ConjunctiveGraph|Dataset.default_context) is deprecated:DeprecationWarning")
ASK = f"PREFIX schema: <{SCHEMA}> PREFIX iddia: <{VOCABULARY}> PREFIX oa: <{OA}> PREFIX prov: <{PROV}> PREFIX skos: <{SKOS}> "


def read(files: Mapping[str, bytes], folder: Path) -> Graph:
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return Graph().parse(folder / GRAPH, format="json-ld")


@pytest.fixture(scope="module")
def graph(published: Publication, tmp_path_factory: pytest.TempPathFactory) -> Graph:
    return read(jsonld(published, {}), tmp_path_factory.mktemp("linked"))


def found(graph: Graph, query: str) -> Counter[tuple[Any, ...]]:
    rows = graph.query(ASK + query)
    return Counter(tuple(str(value) for value in row) for row in rows)  # type: ignore[union-attr]


def told(published: Publication, table: str, cells: Callable[[Mapping[str, Any]], tuple[Any, ...] | None]) -> Counter[tuple[Any, ...]]:
    return Counter(told for row in rows(published, table) if (told := cells(row)) is not None)


def iri(published: Publication, kind: str, *key: object) -> str:
    return f"{ledger(published.descriptor['name'])}#{kind}/{'/'.join(map(str, key))}"


def test_the_graph_has_no_blank_nodes(graph: Graph) -> None:
    assert not [node for node in graph.all_nodes() if isinstance(node, BNode)]


def test_nothing_has_to_be_fetched(published: Publication) -> None:
    files = jsonld(published, {})
    assert json.loads(files[GRAPH])["@context"] == CONTEXT
    context = json.loads(files[CONTEXT])["@context"]
    assert "@import" not in context
    assert all("@context" not in term for term in context.values() if isinstance(term, dict))


def test_every_row_is_a_node_of_its_class(graph: Graph, published: Publication) -> None:
    counts = Counter(graph.objects(None, RDF.type))
    for table in published.tables:
        if table not in LINKS:
            assert counts[URIRef(VOCABULARY + kind(table).own)] == len(rows(published, table)), table
    assert counts[URIRef(f"{SCHEMA}Claim")] == len(rows(published, "claims"))
    assert counts[URIRef(f"{SCHEMA}ClaimReview")] == counts[URIRef(f"{SCHEMA}Rating")] == len(rows(published, "assessments"))
    assert counts[OA.Annotation] == len(rows(published, "evidence")) + len(rows(published, "mentions"))


def test_every_cell_is_in_the_graph(graph: Graph, published: Publication) -> None:
    known = prefixes(published.descriptor["name"])
    for table, schema in published.schemas.items():
        if table in LINKS:
            continue
        cells: Counter[str] = Counter()
        own = set(graph.subjects(RDF.type, URIRef(VOCABULARY + kind(table).own)))
        columns = terms(table, schema)
        for column, term in columns.items():
            values = [value for node in own for value in graph.objects(node, URIRef(full(term.property, known)))]
            if term.language:
                values = [value for value in values if isinstance(value, Literal) and value.language == term.language]
            cells[column] = len(values)
        filled = {column: sum(row[column] is not None for row in rows(published, table)) for column in columns}
        if table == "units":  # a code of money is told as such
            assert Counter(graph.objects(None, URIRef(f"{SCHEMA}currency"))) == {Literal("USD"): 1}
            filled["code"] -= 1
        assert dict(cells) == filled, table


def test_every_claim_is_found(graph: Graph, published: Publication) -> None:
    query = """SELECT ?id ?en ?tr ?source ?subject ?property ?modality ?polarity WHERE {
        ?claim a schema:Claim ; schema:identifier ?id ; schema:text ?en, ?tr ; schema:appearance/schema:identifier ?source ;
            schema:about/schema:identifier ?subject ; iddia:property/skos:notation ?property ;
            iddia:modality/skos:notation ?modality ; iddia:polarity ?polarity .
        FILTER (lang(?en) = "en" && lang(?tr) = "tr") }"""
    columns = ("claim_id", "statement_en", "statement_tr", "source_id", "subject", "property", "modality", "polarity")
    assert found(graph, query) == told(published, "claims", lambda row: tuple(row[column] for column in columns))


def test_evidence_points_at_its_words(graph: Graph, published: Publication) -> None:
    query = """SELECT ?claim ?role ?source ?quote ?start ?end WHERE {
        ?annotation a iddia:Evidence ; oa:hasBody/schema:identifier ?claim ; iddia:role ?role ;
            oa:motivatedBy oa:linking ; oa:hasTarget ?words .
        ?words oa:hasSource/schema:identifier ?source ; oa:hasSelector ?exactly, ?place .
        ?exactly oa:exact ?quote . ?place oa:start ?start ; oa:end ?end . }"""
    columns = ("claim_id", "role", "source_id", "quote", "start", "end")
    assert found(graph, query) == told(published, "evidence", lambda row: tuple(str(row[column]) for column in columns))


def test_offsets_are_counted_as_the_web_annotation_model_does(graph: Graph) -> None:
    for words in graph.subjects(RDF.type, OA.SpecificResource):
        (quote,) = [found for part in graph.objects(words, OA.hasSelector) for found in graph.objects(part, OA.exact)]
        (start,) = [found for part in graph.objects(words, OA.hasSelector) for found in graph.objects(part, OA.start)]
        (end,) = [found for part in graph.objects(words, OA.hasSelector) for found in graph.objects(part, OA.end)]
        assert isinstance(start, Literal)
        assert isinstance(end, Literal)
        assert start.datatype == end.datatype == XSD.nonNegativeInteger
        assert int(end) - int(start) == len(str(quote))
    assert not set(graph.predicates()) & {OA.prefix, OA.suffix}


def test_attributions_are_provenance(graph: Graph, published: Publication) -> None:
    named = """SELECT ?claim ?position ?speaker WHERE { ?claim prov:qualifiedAttribution ?attribution .
        ?attribution a prov:Attribution ; iddia:position ?position ; prov:agent ?speaker . ?claim prov:wasAttributedTo ?speaker }"""
    expected = told(
        published, "attributions",
        lambda row: (iri(published, "claim", row["claim_id"]), str(row["position"]), iri(published, "entity", row["speaker"]))
        if row["speaker"] else None,
    )  # fmt: skip
    assert found(graph, named) == expected
    assert len(set(graph.subjects(RDF.type, PROV.Attribution))) == expected.total() < len(rows(published, "attributions"))
    every = "SELECT ?attribution WHERE { ?claim prov:qualifiedAttribution ?attribution . ?attribution iddia:claim ?claim }"
    assert found(graph, every).total() == len(rows(published, "attributions"))
    sources = "SELECT ?claim ?source WHERE { ?claim prov:wasDerivedFrom ?source ; prov:wasGeneratedBy/prov:used ?source }"
    assert found(graph, sources).total() == len(rows(published, "claims"))


def test_assessments_are_reviews_that_cite(graph: Graph, published: Publication) -> None:
    query = """SELECT ?claim ?verdict ?certainty WHERE { ?review a schema:ClaimReview ; schema:itemReviewed/schema:identifier ?claim ;
        iddia:verdict ?verdict ; schema:reviewRating/schema:alternateName ?verdict ; iddia:certainty ?certainty }"""
    assert found(graph, query) == told(published, "assessments", lambda row: (row["claim_id"], row["verdict"], row["certainty"]))
    query = """SELECT ?claim ?reference WHERE { ?review schema:itemReviewed/schema:identifier ?claim ;
        schema:citation/schema:identifier ?reference }"""
    assert found(graph, query) == told(published, "assessment_references", lambda row: (row["claim_id"], row["reference_id"]))


def test_what_contradicts_what_is_said_between_claims(graph: Graph, published: Publication) -> None:
    members: dict[str, list[str]] = {}
    for row in rows(published, "relation_members"):
        members.setdefault(row["relation_id"], []).append(row["claim_id"])
    for name in ("contradicts", "in_tension", "corroborates"):
        pairs = {
            pair
            for row in rows(published, "relations")
            if row["kind"] == name and len(members[row["relation_id"]]) == 2
            for pair in [tuple(members[row["relation_id"]]), tuple(reversed(members[row["relation_id"]]))]
        }
        query = f"SELECT ?one ?other WHERE {{ ?a iddia:{name} ?b . ?a schema:identifier ?one . ?b schema:identifier ?other }}"
        assert pairs, name
        assert set(found(graph, query)) == pairs, name


def test_values_keep_their_types(graph: Graph, published: Publication) -> None:
    def of(column: str, claim: str) -> Literal:
        (value,) = graph.objects(URIRef(iri(published, "claim", claim)), URIRef(VOCABULARY + column))
        assert isinstance(value, Literal)
        return value

    for row in rows(published, "claims"):
        if row["number"] is not None:
            number = of("number", row["claim_id"])
            assert number.datatype == XSD.decimal
            assert "e" not in str(number).lower()
            assert float(str(number)) == row["number"]
        if row["value_date"] is not None:
            assert of("value_date", row["claim_id"]) == Literal(row["value_date"], datatype=URIRef(EDTF))
        if row["value_boolean"] is not None:
            assert of("value_boolean", row["claim_id"]).toPython() is row["value_boolean"]


def test_every_own_term_is_described_in_both_languages(graph: Graph) -> None:
    used = {URIRef(str(term)) for triple in graph for term in triple[1:] if str(term).startswith(VOCABULARY)}
    assert len(used) > 40
    for term in used:
        query = "ASK { ?term <http://www.w3.org/2000/01/rdf-schema#comment> ?en, ?tr FILTER (lang(?en) = 'en' && lang(?tr) = 'tr') }"
        assert graph.query(query, initBindings={"term": term}).askAnswer, term


def test_the_graphs_of_two_releases_can_be_merged(graph: Graph, published: Publication, tmp_path: Path) -> None:
    later = dataclasses.replace(published, version="1.1.0", previous="1.0.0", date=dt.date(2027, 1, 1))
    both = Graph()
    both += graph
    both += read(jsonld(later, {}), tmp_path)
    assert len(set(both.subjects(RDF.type, URIRef(f"{SCHEMA}Claim")))) == len(rows(published, "claims"))
    revision = URIRef(iri(published, "release", "1.1.0"))
    assert both.value(revision, PROV.wasRevisionOf) == URIRef(iri(published, "release", "1.0.0"))
    only = both - graph
    assert set(only.subjects()) == {revision}


def test_another_ledger_has_other_claims_and_the_same_vocabulary() -> None:
    assert prefixes("iddia")["ledger"] != prefixes("another")["ledger"]
    assert prefixes("iddia")["iddia"] == prefixes("another")["iddia"] == VOCABULARY


def test_a_retracted_claim_is_told_of_though_no_table_has_it(published: Publication, tmp_path: Path) -> None:
    graph = read(jsonld(with_a_retraction(published), {}), tmp_path)
    (change,) = graph.subjects(RDF.type, URIRef(f"{VOCABULARY}Change"))
    assert str(change) == iri(published, "change", "1.0.0", "gone-article.01", "statement_en")
    assert graph.value(change, URIRef(f"{VOCABULARY}claim")) == URIRef(iri(published, "claim", "gone-article.01"))
    assert graph.value(change, URIRef(f"{VOCABULARY}before")) == Literal("It was so.")


def test_a_key_has_one_meaning(published: Publication) -> None:
    column = {"name": "verdict", "type": "integer", "description": "", "description_tr": ""}
    schemas = {**published.schemas, "courts": {"fields": [column], "primaryKey": ["verdict"]}}
    with pytest.raises(ValueError, match="the key verdict cannot be both"):
        all_terms(schemas)


def test_what_is_added_to_records_belongs_to_records(published: Publication) -> None:
    assert set(more(published)) <= {node["@id"] for node in nodes(published)}


def test_the_words_of_each_span_stand_once(published: Publication) -> None:
    lines = [json.loads(line.rstrip(",")) for line in jsonld(published, {})[GRAPH].decode().splitlines()[1:-1]]
    names = [line["@id"] for line in lines]
    assert len(names) == len(set(names))
    wanted = {(row["source_id"], row["start"], row["end"]) for table in SPANS for row in rows(published, table)}
    assert sum("oa:SpecificResource" in line["@type"] for line in lines) == len(wanted)
