"""What memos, the bibliography, the links table and the revisions table make of the graph."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphmodel.database import Database
from graphmodel.errors import GraphmodelError
from graphmodel.loading import load
from tests.graphmodel.folders import study, write
from tests.graphmodel.snapshot import edges, keys, nodes, pairs, properties

THINGS = {
    "codebook.csv": "code,parent,id\nTrust,,\nBreach,Trust,\nCare,,\nBreach,Care,\nRepair,,r1\n",
    "interviews.csv": "interview\nP01-1\n",
    "literature.bib": "@article{hill2001, title={Self-disclosure}, author={Hill, Clara}, year={2001}}\n",
    "participants.csv": "participant\nP01\n",
    "theory.yaml": "propositions:\n  - {id: p1, subject: Trust, relation: leads_to, object: Care}\n",
}
MEMO = """---
kind: analytic
title: First thoughts
date: 2015-04
author: AB
about: [Trust]
cites: ["@hill2001", other1999]
develops_into: two
---
On [[Repair]], [[r1]], [[P01-1]], [[hill2001]], [[p1]], [[memo:two]], [[Trust > Breach]] and [[participant:P01]].
"""


def test_a_memo_with_all_that_it_names(graph: Database, tmp_path: Path) -> None:
    report = load(graph, [study(tmp_path, {**THINGS, "memos/One.md": MEMO})])
    said = properties(graph, "s/memo/one")
    assert said.pop("text").startswith("On [[Repair]]")
    assert said == {"name": "One", "kind": "analytic", "title": "First thoughts", "writtenAt": "2015-04"}
    assert pairs(graph, "ABOUT") == {
        ("one", each) for each in ("trust", "r1", "p1-1", "hill2001", "p1", "two", "trust > breach", "p01")
    }
    assert pairs(graph, "WROTE") == {("AB", "one")}
    assert pairs(graph, "CITES") == {("one", "hill2001"), ("one", "other1999")}
    assert pairs(graph, "DEVELOPS_INTO") == {("one", "two")}
    assert nodes(graph)["s/memo/two"][1]["status"] == "undefined"
    assert nodes(graph)["s/reference/other1999"][1]["status"] == "undefined"
    assert [problem.message for problem in report.problems] == [
        "the memo is about `two`, and nothing has that name",
        "there is no reference `other1999`",
        "there is no memo `two`",
    ]


def test_a_link_finds_a_concept_then_an_interview_a_reference_a_memo(graph: Database, tmp_path: Path) -> None:
    folder = study(tmp_path, {"memos/same.md": "A memo.\n", "memos/one.md": "On [[same]].\n"})
    load(graph, [folder])
    ends = []
    for more in (
        {"literature.bib": "@book{same, title={Same}}\n"},
        {"interviews.csv": "interview\nSame\n"},
        {"codebook.csv": "code\nSame\n"},
    ):
        ends += [end for type_, start, end, _ in edges(graph) if type_ == "ABOUT"]
        write(folder, more)
        load(graph, [folder / next(iter(more))])
    ends += [end for type_, start, end, _ in edges(graph) if type_ == "ABOUT"]
    assert ends == ["s/memo/same", "s/reference/same", "s/interview/same", "s/concept/same"]
    for name in ("codebook.csv", "interviews.csv", "literature.bib"):
        write(folder, {name: None})
        load(graph, [folder])
    assert [end for type_, _, end, _ in edges(graph) if type_ == "ABOUT"] == ["s/memo/same"]


def test_a_link_that_says_which_means_that(graph: Database, tmp_path: Path) -> None:
    files = {"codebook.csv": "code\nSame\n", "memos/same.md": "A memo.\n", "memos/one.md": "[[memo:same]], [[same]]\n"}
    folder = study(tmp_path, files)
    load(graph, [folder])
    assert sorted(end for type_, _, end, _ in edges(graph) if type_ == "ABOUT") == ["s/concept/same", "s/memo/same"]
    write(folder, {"codebook.csv": "code\nOther\n"})
    load(graph, [folder])
    assert [end for type_, _, end, _ in edges(graph) if type_ == "ABOUT"] == ["s/memo/same"]
    write(folder, {"codebook.csv": "code\nSame\n"})
    load(graph, [folder])
    assert sorted(end for type_, _, end, _ in edges(graph) if type_ == "ABOUT") == ["s/concept/same", "s/memo/same"]


def test_an_ambiguous_link_is_an_error_that_lists_the_paths(graph: Database, tmp_path: Path) -> None:
    folder = study(tmp_path, {**THINGS, "memos/one.md": "On\n\n[[breach]].\n"})
    with pytest.raises(GraphmodelError) as error:
        load(graph, [folder])
    (problem,) = error.value.problems
    assert problem.message == "the link [[breach]] may mean 2 concepts"
    assert problem.hint == "Write one of: [[Trust > Breach]]; [[Care > Breach]]"
    assert str(problem.place).endswith("one.md, line 3")
    assert not nodes(graph)


def test_a_memo_that_is_gone_stays_as_long_as_another_names_it(graph: Database, tmp_path: Path) -> None:
    folder = study(
        tmp_path, {"memos/one.md": "---\ndevelops_into: two\n---\nText.\n", "memos/two.md": "# Two\n\nMore.\n"}
    )
    load(graph, [folder])
    write(folder, {"memos/two.md": None})
    load(graph, [folder])
    assert properties(graph, "s/memo/two") == {"name": "two"}
    assert nodes(graph)["s/memo/two"][1]["status"] == "undefined"
    write(folder, {"memos/one.md": "Text.\n"})
    load(graph, [folder])
    assert keys(graph, "Memo") == {"one"}


def test_the_bibliography(graph: Database, tmp_path: Path) -> None:
    entry = (
        "@article{Hill2001, title={Self-disclosure}, author={Hill, Clara and Knox, Sarah}, year={2001},"
        " journal={Psychotherapy}, volume={38}, number={4}, pages={413--417}, doi={10.1037/0033-3204.38.4.413}}\n"
    )
    folder = study(tmp_path, {"literature.bib": entry + "@book{other, title={Other}}\n"})
    load(graph, [folder])
    said = properties(graph, "s/reference/hill2001")
    assert said.pop("pages") in ("413-417", "413–417")
    assert said == {
        "name": "Hill2001",
        "type": "article-journal",
        "title": "Self-disclosure",
        "authors": ["Hill, Clara", "Knox, Sarah"],
        "year": "2001",
        "container": "Psychotherapy",
        "volume": "38",
        "issue": "4",
        "doi": "10.1037/0033-3204.38.4.413",
    }
    assert nodes(graph)["s/reference/hill2001"][1]["caption"] == "Hill & Knox (2001)"
    write(folder, {"literature.bib": "@book{other, title={Other}}\n"})
    load(graph, [folder])
    assert keys(graph, "Reference") == {"other"}


LINKS = (
    "reference,concept,proposition,stance,memo,date,note\n"
    "hill2001,Trust,,supports,one,2015,Closely\n"
    "hill2001,Trust,,challenges,,,\n"
    "hill2001,,p1,extends,,,\n"
    "unknown1999,proposition:p1,,supports,,,\n"
)


def test_what_literature_does_for_concepts_and_propositions(graph: Database, tmp_path: Path) -> None:
    folder = study(tmp_path, {**THINGS, "links.csv": LINKS})
    load(graph, [folder])
    found = graph.read(
        "MATCH (r:Reference)-[b:BEARS_ON]->(t) RETURN r.name AS reference, t.key AS target, b.stance AS stance,"
        " b.memo AS memo, b.at AS at, b.note AS note ORDER BY reference, target, stance"
    )
    assert [tuple(row.values()) for row in found] == [
        ("hill2001", "s/concept/trust", "challenges", None, None, None),
        ("hill2001", "s/concept/trust", "supports", "s/memo/one", "2015", "Closely"),
        ("hill2001", "s/proposition/p1", "extends", None, None, None),
        ("unknown1999", "s/proposition/p1", "supports", None, None, None),
    ]
    assert nodes(graph)["s/memo/one"][1]["status"] == "undefined"
    write(folder, {"links.csv": "reference,concept,stance\nhill2001,Trust,challenges\n"})
    load(graph, [folder])
    assert pairs(graph, "BEARS_ON") == {("hill2001", "trust")}
    assert not keys(graph, "Memo")
    assert keys(graph, "Reference") == {"hill2001"}


REVISIONS = (
    "date,kind,before,after,by,memo,note\n"
    "2014-12-15,create,,Trust,AB,,\n"
    "2015-01-20,merge,Faith; Belief,Trust,AB,why,They are one\n"
    "2015-02,retire,Hope,,CD,,\n"
)


def test_revisions_of_the_theory(graph: Database, tmp_path: Path) -> None:
    codebook = "code,was,merged_into\nTrust,,\nBelief,,Trust\n"
    folder = study(tmp_path, {"codebook.csv": codebook, "revisions.csv": REVISIONS})
    load(graph, [folder])
    revisions = {node["at"]: node for labels, node in nodes(graph).values() if labels == ("Revision",)}
    assert sorted(revisions) == ["2014-12-15", "2015-01-20", "2015-02"]
    merge = revisions["2015-01-20"]
    assert (merge["kind"], merge["before"], merge["after"]) == ("merge", ["Faith", "Belief"], ["Trust"])
    assert (merge["note"], merge["caption"]) == ("They are one", "merge: Faith, Belief → Trust")
    used = [(end, start == merge["key"]) for type_, start, end, _ in edges(graph) if type_ == "USED"]
    assert sorted(used) == [("s/retired/belief", True), ("s/retired/faith", True), ("s/retired/hope", False)]
    assert [end for type_, _, end, _ in edges(graph) if type_ == "GENERATED"] == ["s/concept/trust"] * 2
    assert {start for start, _ in pairs(graph, "MADE")} == {"AB", "CD"}
    assert {end for _, end in pairs(graph, "JUSTIFIED_BY")} == {"why"}
    assert nodes(graph)["s/retired/hope"][1]["status"] == "undefined"
    write(folder, {"revisions.csv": "date,kind,after\n2014-12-15,create,Trust\n"})
    load(graph, [folder])
    assert keys(graph, "RetiredConcept") == {"belief"}
    assert keys(graph, "Researcher") == {"AB"}
    assert not keys(graph, "Memo")


def test_two_revisions_alike_are_two(graph: Database, tmp_path: Path) -> None:
    table = "date,kind,after,by\n2015,create,Trust,AB\n2015,create,Trust,CD\n"
    load(graph, [study(tmp_path, {"revisions.csv": table})])
    assert len(keys(graph, "Revision")) == 2


def test_a_revision_of_an_ambiguous_name_is_an_error(graph: Database, tmp_path: Path) -> None:
    table = "date,kind,before\n2015,retire,Breach\n"
    with pytest.raises(GraphmodelError) as error:
        load(graph, [study(tmp_path, {**THINGS, "revisions.csv": table})])
    (problem,) = error.value.problems
    assert "Trust > Breach" in str(problem.hint)
    assert str(problem.place).endswith("revisions.csv, row 2")
