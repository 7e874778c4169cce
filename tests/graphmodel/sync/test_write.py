"""Nodes that are said, only named, and named no more."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphmodel.database import Database
from graphmodel.loading import load
from graphmodel.schema import Label
from graphmodel.sync.write import Writer, interview_of
from tests.graphmodel.folders import study, write
from tests.graphmodel.snapshot import ids, keys, nodes, properties

NAMING = {
    "memos/one.md": "---\ncites: [hill2001]\ndevelops_into: two\nauthor: CD\n---\nOn [[Trust]] and [[interview:P1]].\n",
    "links.csv": "reference,proposition,stance,memo\nhill2001,p1,supports,three\n",
    "interviews.csv": "interview,participant\nP2,P02\n",
    "revisions.csv": "date,kind,before,by\n2015,retire,Hope,EF\n",
}
NAMED = {
    "memo": ["two", "three"],
    "reference": ["hill2001"],
    "concept": ["trust"],
    "interview": ["p1"],
    "proposition": ["p1"],
    "participant": ["p02"],
    "researcher": ["CD", "EF"],
    "retired": ["hope"],
}
DEFINED = {
    "memos/two.md": "# Two\n\nText.\n",
    "literature.bib": "@book{Hill2001, title={One}, year={2001}}\n",
    "codebook.csv": "code,definition,level\nTrust,What is trusted,Theme\n",
    "participants.csv": "participant,consent,Region\nP02,withdrawn,North\n",
    "interviews/P1.txt": "Words.\n",
    "theory.yaml": "propositions:\n  - {id: p1, subject: Trust, relation: leads_to, object: Trust, statement: So.}\n",
}


def undefined(graph: Database) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for key, (_, said) in nodes(graph).items():
        if said.get("status") == "undefined":
            found.setdefault(key.split("/")[1], []).append(key.split("/")[2])
    return {kind: sorted(names) for kind, names in found.items()}


def test_what_is_only_named_is_undefined_and_has_nothing_but_its_name(graph: Database, tmp_path: Path) -> None:
    load(graph, [study(tmp_path, NAMING)])
    assert undefined(graph) == {kind: sorted(names) for kind, names in NAMED.items()}
    for kind, names in NAMED.items():
        for name in names:
            said = nodes(graph)[f"s/{kind}/{name}"][1]
            assert said.keys() == {"key", "study", "caption", "by", "status", "name"}
            assert said["by"] == []
    assert nodes(graph)["s/concept/trust"][0] == ("Code", "Concept")


def test_what_is_defined_late_and_taken_back_is_as_it_was(graph: Database, tmp_path: Path) -> None:
    folder = study(tmp_path, NAMING)
    load(graph, [folder])
    before, elements = nodes(graph), ids(graph)
    write(folder, DEFINED)
    load(graph, [folder])
    assert nodes(graph)["s/concept/trust"][0] == ("Concept", "Theme")
    assert nodes(graph)["s/reference/hill2001"][1]["caption"] == "One"
    write(folder, dict.fromkeys(DEFINED))
    load(graph, [folder])
    assert nodes(graph) == before
    assert ids(graph).items() >= {key: id_ for key, id_ in elements.items() if "/document/" not in key}.items()


def test_what_nothing_names_any_more_goes(graph: Database, tmp_path: Path) -> None:
    folder = study(tmp_path, NAMING)
    load(graph, [folder])
    write(folder, dict.fromkeys(NAMING))
    load(graph, [folder])
    assert set(nodes(graph)) == {"s", "s/document/study/study.yaml", "s/researcher/AB"}


@pytest.mark.parametrize("name", NAMING)
def test_what_one_file_names_goes_with_it_and_what_another_names_stays(
    graph: Database, tmp_path: Path, name: str
) -> None:
    folder = study(tmp_path, {each: text for each, text in NAMING.items() if each != name})
    load(graph, [folder])
    before = nodes(graph)
    write(folder, {name: NAMING[name]})
    load(graph, [folder])
    write(folder, {name: None})
    load(graph, [folder])
    assert nodes(graph) == before


def test_a_coder_is_there_as_long_as_a_coding_names_them(graph: Database, tmp_path: Path) -> None:
    rows = "interview,quote,codes,coder\nP1,one,Trust,CD\nP1,two,Trust,EF\n"
    folder = study(tmp_path, {"codings.csv": rows, "codings/more.csv": rows.split("P1,two")[0]})
    load(graph, [folder])
    assert keys(graph, "Researcher") == {"AB", "CD", "EF"}
    write(folder, {"codings.csv": "interview,quote,codes,coder\nP1,two,Trust,EF\n"})
    load(graph, [folder])
    assert keys(graph, "Researcher") == {"AB", "CD", "EF"}
    write(folder, {"codings/more.csv": None})
    load(graph, [folder])
    assert keys(graph, "Researcher") == {"AB", "EF"}


def test_an_undefined_node_keeps_the_name_it_goes_by(graph: Database, tmp_path: Path) -> None:
    load(graph, [study(tmp_path, {"memos/one.md": "On [[The  Lost Code]].\n"})])
    assert properties(graph, "s/concept/the lost code") == {"name": "the lost code"}
    assert graph.read("MATCH (c:Concept) RETURN c.name AS name, c.caption AS caption") == [
        {"name": "The Lost Code", "caption": "The Lost Code"}
    ]


def test_an_excerpts_key_tells_its_interview() -> None:
    assert interview_of("s/excerpt/p1-1/0123/2", "s") == "s/interview/p1-1"


def test_several_claims_are_stored_with_who_says_them() -> None:
    writer = Writer(None, "s", {})  # type: ignore[arg-type]
    said = {2: {"isCore": True}, 1: {"name": "Trust", "definition": "x"}}
    stored = writer.properties("s/concept/trust", said, "")
    assert (stored["name"], stored["isCore"], stored["by"], stored["status"]) == ("Trust", True, [1, 2], "active")
    assert len(stored["said"]) == 2
    assert writer.properties("s/concept/new", {}, " New ")["status"] == "undefined"
    assert "status" not in writer.properties("s/excerpt/p1/0/1", {1: {"text": "x"}}, "")
    assert Label.CODE not in writer.levels.values()
