import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import BNode, Dataset, Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, PROV, RDF

from iddia.formats.linked.iris import VOCABULARY, compact, full
from iddia.formats.linked.jsonld import CONTEXT, GRAPH, jsonld
from iddia.formats.linked.nanopubs import NANOPUBS, TEMPORARY, nanopubs
from iddia.formats.linked.rows import rows
from iddia.formats.linked.terms import Term, prefixes
from iddia.formats.linked.turtle import heads, name, statements, text
from iddia.formats.publication import Publication

pytestmark = pytest.mark.filterwarnings("ignore:(ConjunctiveGraph|Dataset.default_context) is deprecated:DeprecationWarning")
NP = Namespace("http://www.nanopub.org/nschema#")
SCHEMA = Namespace("https://schema.org/")
OA = Namespace("http://www.w3.org/ns/oa#")
OF_RELATIONS = {URIRef(VOCABULARY + name) for name in ("contradicts", "in_tension", "corroborates")}
PARTS = {"assertion": NP.hasAssertion, "provenance": NP.hasProvenance, "pubinfo": NP.hasPublicationInfo}


@pytest.fixture(scope="module")
def published_one_by_one(published: Publication) -> dict[str, dict[str, Graph]]:
    """For each nanopublication its graphs, by the last part of their names."""
    dataset = Dataset()
    dataset.parse(data=nanopubs(published, {})[NANOPUBS], format="trig")
    assert len(dataset.default_graph) == 0
    found: dict[str, dict[str, Graph]] = {}
    for graph in dataset.graphs():
        if graph.identifier != dataset.default_graph.identifier:
            base, _, part = str(graph.identifier).rpartition("/")
            found.setdefault(f"{base}/", {})[part] = graph
    return found


def test_each_claim_is_one_nanopublication(published: Publication, published_one_by_one: dict[str, dict[str, Graph]]) -> None:
    claims = [row["claim_id"] for row in rows(published, "claims")]
    assert set(published_one_by_one) == {f"{TEMPORARY}iddia/{claim}/" for claim in claims}
    for graphs in published_one_by_one.values():
        assert set(graphs) == {"Head", *PARTS}


def test_each_is_built_as_the_guidelines_say(published_one_by_one: dict[str, dict[str, Graph]]) -> None:
    for base, graphs in published_one_by_one.items():
        this = URIRef(base)
        parts = {(this, link, URIRef(base + part)) for part, link in PARTS.items()}
        assert set(graphs["Head"]) == {(this, RDF.type, NP.Nanopublication), *parts}
        assert len(graphs["assertion"]) > 5
        assert (URIRef(f"{base}assertion"), PROV.wasDerivedFrom, None) in graphs["provenance"]
        assert set(graphs["pubinfo"].predicates(this)) == {
            DCTERMS.created, DCTERMS.creator, DCTERMS.license, DCTERMS.isPartOf,
        }  # fmt: skip
        assert not [node for graph in graphs.values() for node in graph.all_nodes() if isinstance(node, BNode)]


def test_they_say_what_the_graph_says(
    published: Publication, published_one_by_one: dict[str, dict[str, Graph]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("graph")
    for file, content in jsonld(published, {}).items():
        (folder / file).write_bytes(content)
    assert {CONTEXT, GRAPH} == {path.name for path in folder.iterdir()}
    whole = set(Graph().parse(folder / GRAPH, format="json-ld"))
    said = set()
    for base, graphs in published_one_by_one.items():
        assert set(graphs["assertion"]) <= whole
        assert not set(graphs["assertion"].predicates()) & OF_RELATIONS
        behind = {triple for triple in graphs["provenance"] if triple[0] != URIRef(f"{base}assertion")}
        assert behind <= whole
        said |= behind
    assert {triple for triple in whole if triple[1] == OA.exact} > {triple for triple in said if triple[1] == OA.exact}
    assert sum(triple[1] == PROV.qualifiedAttribution for triple in said) == len(rows(published, "attributions"))


def test_the_words_are_with_the_claim(published: Publication, published_one_by_one: dict[str, dict[str, Graph]]) -> None:
    quotes: dict[str, set[str]] = {}
    for row in rows(published, "evidence"):
        quotes.setdefault(row["claim_id"], set()).add(row["quote"])
    for row in rows(published, "claims"):
        graphs = published_one_by_one[f"{TEMPORARY}iddia/{row['claim_id']}/"]
        assert {str(words) for words in graphs["provenance"].objects(None, OA.exact)} == quotes[row["claim_id"]]
        assert set(graphs["assertion"].objects(None, SCHEMA.text)) == {
            Literal(row["statement_en"], lang="en"), Literal(row["statement_tr"], lang="tr"),
        }  # fmt: skip


WORDS = Term("words", "schema:text", "xsd:string")
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


@given(TEXTS, TEXTS)
def test_any_text_survives_writing_and_reading(value: str, key: str) -> None:
    claim = compact("claim", [key])
    node = {"@id": claim, "@type": ["iddia:Claim"], "words": value}
    known = prefixes("iddia")
    graph = Graph().parse(data=heads(known) + statements(node, {"words": WORDS}, known), format="turtle")
    subject = URIRef(full(claim, known))
    assert set(graph) == {(subject, SCHEMA.text, Literal(value)), (subject, RDF.type, URIRef(f"{VOCABULARY}Claim"))}


@given(TEXTS)
def test_a_text_is_written_on_one_line_and_without_what_cannot_be_seen(value: str) -> None:
    written = text(value)
    assert len(written.splitlines()) == 1
    assert not set(written) & {chr(code) for code in (*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029, 0xFEFF)}


@given(st.lists(TEXTS, min_size=1), st.lists(TEXTS, min_size=1))
def test_other_keys_have_other_iris(one: list[str], other: list[str]) -> None:
    assert (compact("claim", one) == compact("claim", other)) == (one == other)


def test_a_name_takes_the_longest_prefix() -> None:
    known = {"a": "urn:x#", "b": "urn:x#claim/"}
    assert name("urn:x#claim/r2-ascend-delay.07", known) == "b:r2-ascend-delay.07"
    assert name("urn:x#claim/ends.", known) == "<urn:x#claim/ends.>"
    assert name("a:claim", known) == "a:claim"
    assert name("urn:y <z>", known) == "<urn:y%20%3Cz%3E>"
