"""The graph of a study, built whole."""

from __future__ import annotations

import gc

import pytest

from graphmodel.errors import Severity
from graphmodel.graph.build import build, contribute, index_names
from graphmodel.graph.document import Origin
from graphmodel.records import (
    Coding,
    Concept,
    Interview,
    Kind,
    Link,
    Memo,
    MemoLink,
    NegativeCase,
    Participant,
    Proposition,
    Record,
    Reference,
    Revision,
    Study,
    Theory,
    Transcript,
)
from graphmodel.schema import Label, Type, label_of
from tests.graphmodel.graph.building import (
    FIRST,
    SECOND,
    built,
    coding,
    evidence,
    file,
    node,
    pairs,
    problems,
    ready,
    sources,
    told,
    undefined,
)

WHOLE = (
    file(Study("s", "A study")),
    file(Participant("P01"), Participant("P02")),
    file(Interview("P02-1", ("P02",), interviewers=("AB",), sampled_for=("Mates",))),
    file(Concept("Being seen"), Concept("Mates", ("Being seen",)), Concept("Old", merged_into="Mates")),
    file(Transcript("P01-1", FIRST)),
    file(Transcript("P02-1", SECOND)),
    file(coding("P01-1", "as mates", "Mates"), coding("P02-1", "a job", "Being seen")),
    file(Memo("one", author="AB", about=(MemoLink("Mates"),), cites=("hill2001",), develops_into=("two",))),
    file(Memo("two")),
    file(Reference("hill2001")),
    file(Link("hill2001", concept="Mates", proposition="p1", memo="one")),
    file(
        Theory(
            (Proposition("p1", "Mates", "leads_to", "Being seen", supports=(evidence("P01-1", "as mates"),)),),
            (NegativeCase("Mates", found=(evidence("P02-1", "a job"),)),),
        )
    ),
    file(Revision("split", "2015", ("Mates",), ("Being seen",), by="AB", memo="one")),
    file(Concept("New", split_from="Mates"), path="more.csv"),
)


def test_nothing_is_built_of_nothing() -> None:
    found = build("s", ())
    assert (found.graph.nodes, found.graph.relationships, problems(found)) == ({}, {}, [])


def test_every_node_has_what_a_node_has() -> None:
    found = built(*WHOLE)
    assert {label for each in found.graph.nodes for label in found.graph.labels(each)} == set(Label) - {Label.THEME}
    for each, properties in found.graph.nodes.items():
        assert (properties["key"], properties["study"]) == (each, "s")
        assert properties["caption"]
        assert properties["sources"] == sorted(set(properties["sources"]))
        assert properties["sources"]
        assert not [value for value in properties.values() if value is None or isinstance(value, tuple)]


def test_every_type_of_relationship_joins_nodes_that_are_there() -> None:
    found = built(*WHOLE)
    assert {each.type for each in found.graph.relationships} == set(Type)
    for each in found.graph.relationships:
        assert each.start in found.graph.nodes
        assert each.end in found.graph.nodes


ALWAYS = {
    Label.STUDY: ("remoteAllowed",),
    Label.CONCEPT: ("isCore",),
    Label.INTERVIEW: ("unnamed", "withdrawn"),
    Label.EXCERPT: ("withdrawn", "quotable"),
}


def test_what_is_true_or_false_is_always_there() -> None:
    found = built(*WHOLE)
    for each, properties in found.graph.nodes.items():
        for name in ALWAYS.get(label_of(each), ()):
            assert isinstance(properties[name], bool)
    assert {of["derived"] for each, of in found.graph.relationships.items() if each.type is Type.GAVE} == {False, True}


def test_what_a_person_asks_for_has_its_sources_and_what_goes_with_a_node_has_none() -> None:
    found = built(*WHOLE)
    with_a_node = {Type.OF, Type.READS, Type.PART_OF, Type.FROM, Type.SPANS}
    for each, properties in found.graph.relationships.items():
        assert ("sources" in properties) == (each.type not in with_a_node)


def test_a_derived_relationship_has_the_sources_that_it_derives_from() -> None:
    found = built(*WHOLE)
    assert sources(found, Type.SAID) == [["codings.csv", "theory.yaml"]] * 2
    assert {path for each in sources(found, Type.SPOKE) for path in each} == {
        "interviews/P01-1.txt",
        "interviews/P02-1.txt",
    }


UNDEFINING: list[tuple[list[Record], set[str]]] = [
    (
        [
            Memo(
                "one",
                author="CD",
                about=(MemoLink("Trust"), MemoLink("P1", "interview")),
                cites=("h",),
                develops_into=("two",),
            )
        ],
        {"researcher/CD", "concept/trust", "interview/p1", "reference/h", "memo/two"},
    ),
    ([Link("h", proposition="p1", memo="three")], {"reference/h", "proposition/p1", "memo/three"}),
    ([Interview("P2", ("P02",), interviewers=("EF",))], {"participant/p02", "researcher/EF"}),
    ([Revision("retire", "2015", ("Hope",), by="EF")], {"retired/hope", "researcher/EF"}),
    ([Concept("A", ("B",))], {"concept/b"}),
    ([coding("P3", "x", "Trust", coder="GH")], {"interview/p3", "concept/trust", "researcher/GH"}),
]


@pytest.mark.parametrize(("records", "names"), UNDEFINING, ids=[type(each[0][0]).__name__ for each in UNDEFINING])
def test_what_is_only_named_is_undefined_with_its_name_and_those_who_name_it(
    records: list[Record], names: set[str]
) -> None:
    (document,) = file(*records)
    found = built([document])
    assert undefined(found) == names
    for each in names:
        properties = found.graph.nodes[f"s/{each}"]
        assert properties["sources"] == [document.path]
        assert properties["name"] == properties["caption"]
        label = label_of(properties["key"])
        there = {*ALWAYS.get(label, ()), *(("consent", "quoteConsent") if label is Label.PARTICIPANT else ())}
        assert properties.keys() == {"key", "study", "caption", "sources", "status", "name", *there}


def test_what_nobody_says_or_names_is_not_there() -> None:
    assert set(built(file(Study("s", "A study"))).graph.nodes) == {"s", node(Label.DOCUMENT, "study/study.yaml")}


HOSTILE: list[tuple[Record, ...]] = [
    (Concept("A", ("A",)), Concept("A", ("A",))),
    (Concept("A", ("B",)), Concept("B", ("C",)), Concept("C", ("A", "B"))),
    (Concept("A", ("A > A > A",)), Concept("B", ("A > B",))),
    (Concept("A", merged_into="B"), Concept("B", merged_into="A"), Concept("C", ("A",), split_from="B")),
    (Concept("A", was=("A",), split_from="A"), Concept("B", was=("C",)), Concept("C", was=("B",))),
    (Concept("A", id="b"), Concept("B", id="a"), Concept("a", ("b",))),
    (Concept(">"), Concept(" > > "), Concept("x", (">",))),
    (Concept("A", merged_into="A > A"), Concept("B", merged_into=">")),
]


@pytest.mark.parametrize("rows", HOSTILE)
def test_no_codebook_makes_it_fail(rows: tuple[Concept, ...]) -> None:
    users: tuple[Coding, ...] = tuple(coding("P1", name, name) for name in ("A", "B", "C", ">", "a > b"))
    memo = Memo("m", about=(MemoLink("A"), MemoLink(">")))
    found = built(file(*rows), file(*users), file(memo), file(Revision("merge", None, ("A",), ("B",))))
    assert all(each.start in found.graph.nodes and each.end in found.graph.nodes for each in found.graph.relationships)
    assert found.graph.levels.keys() == {each for each in found.graph.nodes if label_of(each) is Label.CONCEPT}


def test_a_name_is_resolved_against_all_documents() -> None:
    found = built(
        file(coding("P1", "x", "Faith")),
        file(Concept("Trust", was=("Faith",)), path="z.csv"),
        file(Concept("Care"), origin=Origin.PROJECT),
    )
    assert {end for _, end in pairs(found, Type.CODED_AS)} == {"trust"}


def test_an_error_in_one_document_leaves_the_others_built() -> None:
    found = built(
        file(Concept("A"), Concept("B"), Concept("X", ("A",)), Concept("X", ("B",))),
        file(coding("P1", "x", "X"), coding("P1", "y", "A")),
    )
    assert [each.severity for each in problems(found)] == [Severity.ERROR]
    assert {end for _, end in pairs(found, Type.CODED_AS)} == {"x", "a"}
    assert "concept/x" in undefined(found)


def test_the_garbage_collector_is_as_it_was() -> None:
    built(*WHOLE)
    assert gc.isenabled()
    gc.disable()
    try:
        built(*WHOLE)
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_a_contribution_is_of_one_document_and_of_what_names_mean() -> None:
    documents = ready(*WHOLE)
    names = index_names("s", documents)
    (links,) = (each for each in documents if each.kind is Kind.LINKS)
    made = contribute(links, names)
    assert made.nodes == {}
    assert set(made.named) == {"s/reference/hill2001", "s/concept/mates", "s/proposition/p1", "s/memo/one"}
    assert told(built(*WHOLE)) == []
