"""Who gave an interview, by a table or by its name."""

from __future__ import annotations

from pathlib import Path

from graphmodel.database import Database
from graphmodel.loading import load
from tests.graphmodel.folders import FIRST, study, write
from tests.graphmodel.snapshot import column, pairs

PEOPLE = {"participants.csv": "participant\nP01\nAnna\nAnna Bo\nJo\n"}
DERIVED = "MATCH ()-[g:GAVE]->() RETURN coalesce(g.derived, false)"


def test_an_interviews_name_tells_who_gave_it(graph: Database, tmp_path: Path) -> None:
    words = {
        f"interviews/{name}.txt": FIRST
        for name in ("P01-1", "anna_bo 2", "anna", "P10-1", "Annabel-1", "Jo 1", "Joan 1")
    }
    load(graph, [study(tmp_path, {**PEOPLE, **words})])
    assert pairs(graph, "GAVE") == {("p01", "p1-1"), ("anna bo", "anna-bo2"), ("jo", "jo1"), ("anna", "anna")}
    assert set(column(graph, DERIVED)) == {True}


def test_a_table_that_says_it_takes_the_place_of_the_name(graph: Database, tmp_path: Path) -> None:
    folder = study(tmp_path, {**PEOPLE, "interviews/P01-1.txt": FIRST})
    load(graph, [folder])
    write(folder, {"interviews.csv": "interview,participant\nP01-1,Anna\n"})
    load(graph, [folder])
    assert pairs(graph, "GAVE") == {("anna", "p1-1")}
    assert column(graph, DERIVED) == [False]
    write(folder, {"interviews.csv": "interview,participant\nP01-1,\n"})
    load(graph, [folder])
    assert pairs(graph, "GAVE") == {("p01", "p1-1")}
    assert column(graph, DERIVED) == [True]


def test_it_does_not_matter_who_comes_first(graph: Database, tmp_path: Path) -> None:
    folder = study(tmp_path, {"interviews/P01-1.txt": FIRST})
    load(graph, [folder])
    assert not pairs(graph, "GAVE")
    write(folder, PEOPLE)
    load(graph, [folder / "participants.csv"])
    assert pairs(graph, "GAVE") == {("p01", "p1-1")}
    write(folder, {"participants.csv": "participant\nAnna\n"})
    load(graph, [folder])
    assert not pairs(graph, "GAVE")


def test_what_only_a_name_tells_is_found_again_after_a_crash(graph: Database, tmp_path: Path) -> None:
    folder = study(tmp_path, {**PEOPLE, "interviews/P01-1.txt": FIRST})
    load(graph, [folder])
    graph.write(lambda tx: tx.run("MATCH ()-[g:GAVE]->() DELETE g").consume())
    assert not load(graph, [folder]).written
    assert pairs(graph, "GAVE") == {("p01", "p1-1")}
