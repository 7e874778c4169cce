from __future__ import annotations

import re

import pytest

from graphmodel.browser.saved import CONCEPT, FOLDERS, OTHER, WHOLE, SavedQuery, as_kept, saved_queries
from graphmodel.database import Database
from graphmodel.lookup import read_names
from graphmodel.questions import catalogue
from graphmodel.study_facts import read_facts


@pytest.fixture(scope="module")
def saved(small: Database) -> list[SavedQuery]:
    return saved_queries(small, read_names(small, "small"), read_facts(small, "small"))


def test_every_question_is_there_and_its_picture_where_it_has_one(saved: list[SavedQuery]) -> None:
    names = {each.name for each in saved}
    assert set(catalogue()) <= names
    assert {f"{each.name} drawn" for each in catalogue().values() if each.draw} <= names
    assert len(names) == len(saved)


def test_each_runs_by_itself_and_only_reads(small: Database, saved: list[SavedQuery]) -> None:
    for each in saved:
        bare = re.sub(r"//[^\n]*|'(?:\\.|[^'\\])*'", "", each.query.cypher)
        assert "$" not in bare, each.name
        assert ";" not in bare, each.name
        small.reading(lambda tx, text=each.query.cypher: tx.run(text).consume())  # type: ignore[misc]


def test_pictures_draw_something_of_this_study(small: Database, saved: list[SavedQuery]) -> None:
    empty = []
    for each in saved:
        if each.folder == FOLDERS[0]:
            graph = small.reading(lambda tx, text=each.query.cypher: tx.run(text).graph())  # type: ignore[misc]
            if not list(graph.nodes):
                empty.append(each.name)
    assert empty == []


def test_folders_tell_what_a_question_is_about(saved: list[SavedQuery]) -> None:
    folders = {each.name: each.folder for each in saved}
    assert folders["find_narrow_themes"] == WHOLE
    assert folders["ground_theme"] == folders["ground_theme drawn"] == CONCEPT
    assert folders["predict_withdrawal"] == folders["show_state_on"] == OTHER


def test_kept_queries_can_be_told_from_the_users_own(saved: list[SavedQuery]) -> None:
    kept = as_kept("small", saved)
    folders = {folder["id"] for folder in kept["folders"]}
    assert all(document["id"].startswith(kept["prefix"]) for document in kept["documents"])
    assert {document["folder"] for document in kept["documents"]} <= folders
    assert all(each.startswith(kept["prefix"]) for each in folders)
