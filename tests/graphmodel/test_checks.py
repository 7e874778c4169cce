"""A sound graph is what its documents say; whatever is changed in it by hand is found, and a load mends it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from graphmodel.checks import check
from graphmodel.database import Database
from graphmodel.errors import Severity
from graphmodel.loading import load
from graphmodel.schema import LEVELS, Label, Type
from graphmodel.store.standing import LEFT_ALONE
from tests.graphmodel.conftest import SMALL, load_small
from tests.graphmodel.folders import FIRST, study
from tests.graphmodel.snapshot import edges, nodes

OF_LABEL = "MATCH (n) WHERE $label IN labels(n) AND n.study = 'small' RETURN elementId(n) AS id, properties(n) AS held"
SET = "MATCH (n) WHERE elementId(n) = $id SET n += $change"
OF_TYPE = (
    "MATCH (a)-[r]->(b) WHERE type(r) = $type RETURN elementId(r) AS id, properties(r) AS held ORDER BY id LIMIT 1"
)
SET_EDGE = "MATCH ()-[r]->() WHERE elementId(r) = $id SET r += $change"


@pytest.fixture(scope="module")
def sound(database: Database) -> Database:
    return load_small(database)


def other(value: Any) -> Any:
    """Another value of the same type."""
    match value:
        case bool():
            return not value
        case str():
            return f"{value}x"
        case list():
            return [*value, "x"]
        case _:
            return value + 1


def run(graph: Database, text: str, **parameters: Any) -> None:
    graph.write(lambda tx: tx.run(text, parameters).consume())  # type: ignore[arg-type]


def found(graph: Database) -> list[str]:
    return [str(each) for each in check(graph, "small").findings]


def test_a_sound_graph_has_nothing_to_tell(sound: Database) -> None:
    assert found(sound) == []


@pytest.mark.parametrize("label", [label for label in Label if label not in LEVELS])
def test_each_property_of_a_node_that_is_changed_is_found(sound: Database, label: Label) -> None:
    # One node for each property that nodes of the label have: no two of a label have all the same.
    of: dict[str, dict[str, Any]] = {}
    for row in sound.read(OF_LABEL, {"label": label}):
        for name in row["held"]:
            of.setdefault(name, row)
    assert of
    for name, row in of.items():
        if name in LEFT_ALONE.get(label, ()):
            continue
        value = row["held"][name]
        run(sound, SET, id=row["id"], change={name: other(value)})
        told = found(sound)
        run(sound, SET, id=row["id"], change={name: value})
        assert told, name
        assert name == "key" or any(f"`{name}` is" in each for each in told)
    assert found(sound) == []


@pytest.mark.parametrize("type_", [type_.value for type_ in Type if type_ is not Type.SPLIT_FROM])
def test_each_relationship_that_is_taken_away_doubled_or_changed_is_found(sound: Database, type_: str) -> None:
    row = sound.read(OF_TYPE, {"type": type_})[0]
    for name, value in row["held"].items():
        run(sound, SET_EDGE, id=row["id"], change={name: other(value)})
        assert found(sound), name
        run(sound, SET_EDGE, id=row["id"], change={name: value})
    double = f"MATCH (a)-[r:{type_}]->(b) WHERE elementId(r) = $id CREATE (a)-[x:{type_}]->(b) SET x = properties(r)"
    run(sound, double, id=row["id"])
    assert any("once too often" in each for each in found(sound))
    taken = f"MATCH (a)-[r:{type_}]->(b) WHERE elementId(r) = $id WITH a, b LIMIT 1 MATCH (a)-[x:{type_}]->(b) DELETE x"
    run(sound, taken, id=row["id"])
    assert any("is missing" in each for each in found(sound))
    load(sound, [SMALL], repair=True)
    assert found(sound) == []


@pytest.mark.parametrize("label", list(Label))
def test_a_label_that_is_taken_away_is_found(sound: Database, label: Label) -> None:
    name = label.value
    pick = f"MATCH (n:{name}) WHERE n.study = 'small' WITH n ORDER BY n.key LIMIT 1 REMOVE n:{name}"
    run(sound, pick)
    assert found(sound)
    load(sound, [SMALL], repair=True)
    assert found(sound) == []


@pytest.mark.parametrize(
    "change",
    [
        "CREATE (:Memo:X {key: 'small/memo/new', study: 'small'})",
        "MATCH (m:Memo) WHERE m.study = 'small' WITH m LIMIT 1 SET m:Theme",
    ],
)
def test_what_was_added_by_hand_is_found(sound: Database, change: str) -> None:
    run(sound, change)
    assert found(sound)
    load(sound, [SMALL], repair=True)
    assert found(sound) == []


def test_a_repair_brings_back_the_graph_and_tells_how_much_it_was(graph: Database) -> None:
    load_small(graph)
    before = nodes(graph), edges(graph)
    run(graph, "MATCH (e:Excerpt) WHERE e.study = 'small' WITH e LIMIT 3 DETACH DELETE e")
    run(graph, "MATCH (c:Concept {key: 'small/concept/tea'}) SET c.definition = 'by hand'")
    report = load(graph, [SMALL], repair=True)
    assert "the graph had been changed by hand" in report.problems[0].message
    assert (nodes(graph), edges(graph)) == before
    assert not any("by hand" in each.message for each in load(graph, [SMALL], repair=True).problems)


def test_a_load_that_meets_what_was_changed_by_hand_brings_all_of_it_right(graph: Database, tmp_path: Path) -> None:
    folder = study(tmp_path, {"codebook.csv": "code\nTrust\nCare\n"})
    load(graph, [folder])
    run(graph, "MATCH (c:Concept {key: 's/concept/trust'}) DETACH DELETE c")
    (folder / "codebook.csv").write_text("code,definition\nTrust,To rely on\nCare,\n", encoding="utf-8")
    report = load(graph, [folder])
    assert any("changed by hand: one thing was brought right" in each.message for each in report.problems)
    assert nodes(graph)["s/concept/trust"][1]["definition"] == "To rely on"
    assert list(check(graph, "s").findings) == []


def test_what_is_outstanding_in_the_files_is_told_apart(graph: Database, tmp_path: Path) -> None:
    files = {
        "interviews.csv": "interview,participant\nP01-1,P01\nP02-1,P02\n",
        "participants.csv": "participant\nP01\nP02\n",
        "interviews/P01-1.txt": FIRST,
        "interviews/P03-1.txt": "Interviewer: Well?\n\nP01: Yes.\n\nJo: I came too.\n\nP01: So she did.\n\nJo: I did.\n",
        "codebook.csv": "code\nTrust\n",
        "codings.csv": "interview,quote,codes,coder\nP01-1,never said,Trust,\nP01-1,as mates,Trusst,XY\n",
    }
    load(graph, [study(tmp_path, files)])
    result = check(graph, "s")
    assert list(result.findings) == []
    assert {(each.severity, each.message) for each in result.outstanding} == {
        (Severity.FLAG, "the words “never said” are not in the transcript"),
        (Severity.FLAG, "`Trusst` is not in the codebook"),
        (Severity.NOTE, "the interview `P02-1` has no transcript"),
        (Severity.NOTE, "the interview `P03-1` is not in the interviews table"),
        (Severity.NOTE, "`XY` is not among the researchers"),
        (Severity.NOTE, "it is not known who the speaker `Jo` is"),
    }
    assert result.flagged


def test_a_split_that_is_taken_away_is_found(graph: Database, tmp_path: Path) -> None:
    load(graph, [study(tmp_path, {"codebook.csv": "code,split_from\nTrust,\nCare,Trust\n"})])
    run(graph, "MATCH (:Concept)-[r:SPLIT_FROM]->(:Concept) DELETE r")
    told = [str(each) for each in check(graph, "s").findings]
    assert told == ["s/concept/care SPLIT_FROM s/concept/trust: the relationship is missing"]
