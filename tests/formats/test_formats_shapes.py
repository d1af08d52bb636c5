"""The graph conforms to its shapes, and every rule of every shape is seen to fail on a record that breaks it and nothing else."""

from collections.abc import Callable, Iterator

import pyshacl
import pytest
from formats.changed import with_a_retraction
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import RDF, SH, XSD
from rdflib.term import Node

from iddia.formats.linked.iris import VOCABULARY
from iddia.formats.linked.jsonld import GRAPH, jsonld
from iddia.formats.linked.meanings import LINKS
from iddia.formats.linked.shapes import SHAPES, shapes
from iddia.formats.publication import Publication

pytestmark = pytest.mark.filterwarnings("ignore:(ConjunctiveGraph|Dataset.default_context) is deprecated:DeprecationWarning")
OA = Namespace("http://www.w3.org/ns/oa#")
SHAPE = Namespace(f"{VOCABULARY}shape/")
ELSEWHERE = URIRef("urn:uuid:00000000-0000-4000-8000-000000000000")
TWO: dict[URIRef | None, tuple[str, str]] = {XSD.boolean: ("true", "false"), XSD.integer: ("1", "2"), XSD.decimal: ("1", "2")}
COMPONENTS: dict[Node, URIRef] = {
    SH.minCount: SH.MinCountConstraintComponent, SH.maxCount: SH.MaxCountConstraintComponent, SH["in"]: SH.InConstraintComponent,
    SH.pattern: SH.PatternConstraintComponent, SH.minInclusive: SH.MinInclusiveConstraintComponent,
    SH.datatype: SH.DatatypeConstraintComponent, SH["class"]: SH.ClassConstraintComponent, SH.nodeKind: SH.NodeKindConstraintComponent,
    SH.uniqueLang: SH.UniqueLangConstraintComponent, SH.languageIn: SH.LanguageInConstraintComponent,
    SH.qualifiedMinCount: SH.QualifiedMinCountConstraintComponent,
}  # fmt: skip


@pytest.fixture(scope="module")
def graph(published: Publication, tmp_path_factory: pytest.TempPathFactory) -> Graph:
    folder = tmp_path_factory.mktemp("shapes")
    for name, content in jsonld(with_a_retraction(published), {}).items():
        (folder / name).write_bytes(content)
    return Graph().parse(folder / GRAPH, format="json-ld")


@pytest.fixture(scope="module")
def rules(published: Publication) -> Graph:
    return Graph().parse(data=shapes(published, {})[SHAPES], format="turtle")


def results(data: Graph, rules: Graph) -> set[tuple[Node | None, Node | None, Node | None]]:
    _, report, _ = pyshacl.validate(data, shacl_graph=rules)
    assert isinstance(report, Graph)
    return {
        (report.value(found, SH.focusNode), report.value(found, SH.sourceShape), report.value(found, SH.sourceConstraintComponent))
        for found in report.subjects(RDF.type, SH.ValidationResult)
    }


def test_the_graph_conforms(graph: Graph, rules: Graph) -> None:
    assert results(graph, rules) == set()


def test_every_table_has_a_shape_and_every_column_a_rule(published: Publication, rules: Graph) -> None:
    for table, schema in published.schemas.items():
        if table in LINKS or table in {"evidence", "mentions"}:
            continue
        parts = {str(part).rpartition(".")[2] for part in rules.objects(SHAPE[table], SH.property)}
        for column in schema["fields"]:
            part = column["name"] if column["name"] in parts else column["name"].rpartition("_")[0]
            assert part in parts, (table, column["name"])
            is_required = bool(column.get("constraints", {}).get("required"))
            assert ((SHAPE[f"{table}.{part}"], SH.minCount, None) in rules) == is_required, (table, column["name"])


def spoiled(rules: Graph, shape: Node, rule: Node, values: list[Node]) -> list[Node]:
    """Values of a property that break the rule; ``values`` are those that it has."""
    datatype = rules.value(shape, SH.datatype)
    kind = URIRef(str(datatype)) if datatype else None
    broken: dict[Node, Callable[[], list[Node]]] = {
        SH.minCount: lambda: values[1:],
        SH.maxCount: lambda: [Literal(word, datatype=kind) if kind else URIRef(ELSEWHERE + word) for word in TWO.get(kind, ("one", "two"))],
        SH["in"]: lambda: [Literal("§", datatype=kind)],
        SH.pattern: lambda: [Literal("§", datatype=kind)],
        SH.minInclusive: lambda: [Literal(-1)],
        SH.datatype: lambda: [Literal("§", datatype=XSD.anyURI)],
        SH["class"]: lambda: [ELSEWHERE],
        SH.nodeKind: lambda: [Literal("a word")],
        SH.uniqueLang: lambda: [*values, Literal("twice", lang="en")],
        SH.languageIn: lambda: [values[0], Literal("dreimal", lang="de")],
        SH.qualifiedMinCount: list,
    }
    return broken[rule]()


def spoiling(graph: Graph, rules: Graph) -> Iterator[tuple[Graph, tuple[Node, Node, Node]]]:
    """For each rule, a copy of a record under a name of its own, spoiled in that rule alone, and the result it must give."""
    for shape in sorted(set(rules.subjects(SH.targetClass)), key=str):
        for part in sorted(rules.objects(shape, SH.property), key=str):
            path = rules.value(part, SH.path)
            records = sorted(graph.subjects(RDF.type, rules.value(shape, SH.targetClass)), key=str)
            having = next((record for record in records if (record, path, None) in graph), records[0])
            for rule in sorted(set(rules.predicates(part)) & set(COMPONENTS), key=str):
                copy = URIRef(f"{having}~{str(part).rpartition('/')[2]}~{str(rule).rpartition('#')[2]}")
                values = sorted(graph.objects(having, path), key=str)
                triples = Graph()
                for predicate, value in graph.predicate_objects(having):
                    if predicate != path:
                        triples.add((copy, predicate, value))
                for value in spoiled(rules, part, rule, values):
                    triples.add((copy, path, value))  # type: ignore[arg-type]
                yield triples, (copy, part, COMPONENTS[rule])


def test_every_rule_is_seen_to_fail(graph: Graph, rules: Graph) -> None:
    data = Graph()
    data += graph
    expected = set()
    for triples, result in spoiling(graph, rules):
        data += triples
        expected.add(result)
    assert len(expected) > 350
    assert expected - results(data, rules) == set()


@pytest.mark.parametrize(
    ("predicate", "value"),
    [
        (OA.exact, Literal("")),
        (OA.exact, None),
        (OA.exact, Literal(3)),
        (OA.start, None),
        (OA.end, None),
        (OA.start, Literal(-1)),
        (OA.start, Literal("9999999", datatype=XSD.nonNegativeInteger)),
        (OA.hasSelector, None),
        (OA.hasSource, None),
    ],
)
def test_words_without_their_place_do_not_conform(graph: Graph, rules: Graph, predicate: URIRef, value: Literal | None) -> None:
    words = min(graph.subjects(RDF.type, OA.SpecificResource), key=str)
    data = Graph()
    sources = [(source, RDF.type, URIRef(f"{VOCABULARY}Source")) for source in graph.objects(words, OA.hasSource)]
    for node in (words, *graph.objects(words, OA.hasSelector)):
        data += graph.triples((node, None, None))
    only = Graph()
    only += (triple for triple in rules if str(triple[0]).startswith((f"{SHAPE}words", f"{SHAPE}quote", f"{SHAPE}position")))
    for triple in sources:
        data.add(triple)
    assert results(data, only) == set()
    subject = next(data.subjects(predicate))
    data.remove((subject, predicate, None))
    if value is not None:
        data.add((subject, predicate, value))
    assert {focus for focus, _, _ in results(data, only)} == {words}


def test_the_shapes_tell_of_no_ledger(published: Publication) -> None:
    assert b"ledger" not in shapes(published, {})[SHAPES]
