"""What a map shows of the small study, worked out by hand from its files (tests/studies/small).

P1 and P3 may be quoted; P2 (paraphrase), P5 (nothing said) and the group that no transcript names may not; P4 withdrew.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from graphmodel.database import Database
from graphmodel.errors import GraphmodelError
from graphmodel.loading import load
from graphmodel.report.map_data import read_map
from graphmodel.report.theory_map import MapConcept, MapProposition, MapWords, TheoryMap
from tests.graphmodel.conftest import SMALL, load_small

MEMO = "MATCH (m:Memo {name: 'limits'}) SET m.text = $text"


def concept(theory: TheoryMap, name: str) -> MapConcept:
    return next(each for each in theory.concepts if each.name == name)


def proposition(theory: TheoryMap, name: str) -> MapProposition:
    return next(each for each in theory.propositions if each.name == name)


def words(found: MapWords) -> tuple[int, int, list[str]]:
    return found.count, found.withheld, [quote.text for quote in found.quotes]


def names(theory: TheoryMap, ids: tuple[str, ...]) -> list[str]:
    return [each.name for each in theory.concepts if each.id in ids]


def consent(graph: Database, folder: Path, consent: str, quote: str) -> None:
    """Load the small study with other consents of P1."""
    shutil.copytree(SMALL, folder / "small")
    table = folder / "small" / "participants.csv"
    said = table.read_text(encoding="utf-8").replace("P1,active,verbatim", f"P1,{consent},{quote}")
    table.write_text(said, encoding="utf-8")
    load(graph, [folder / "small"])


@pytest.fixture(scope="module")
def theory(small: Database) -> TheoryMap:
    return read_map(small, "small")


def test_concepts_stand_in_order_of_the_tree_the_core_and_the_fullest_first(theory: TheoryMap) -> None:
    assert [(each.name, names(theory, each.parents)) for each in theory.concepts] == [
        ("Being known", []),
        ("Telling", ["Being known"]),
        ("telling my story", ["Telling"]),
        ("friend or worker", ["Telling", "Boundaries"]),
        ("same boat", ["Telling"]),
        ("Feeling understood", ["Being known"]),
        ("being heard", ["Feeling understood"]),
        ("tea", []),
        ("Two hats", []),
        ("Boundaries", ["Two hats"]),
        ("unsaid rules", ["Boundaries"]),
        ("weather", []),
        ("Hope", []),
        ("Looking ahead", ["Hope"]),
        ("next steps", ["Looking ahead"]),
    ]


def test_the_first_named_parent_comes_first(theory: TheoryMap) -> None:
    boundaries = concept(theory, "Boundaries").id
    assert concept(theory, "friend or worker").parents[0] == boundaries


def test_a_concept_counts_itself_and_all_below(theory: TheoryMap) -> None:
    known = concept(theory, "Being known")
    assert (known.excerpts, known.interviews, known.participants, known.words.count) == (12, 5, 3, 0)


def test_only_words_that_consent_lets_be_quoted_are_there(theory: TheoryMap) -> None:
    """P2's words and those of the unnamed group are counted; P4's are not."""
    assert words(concept(theory, "telling my story").words) == (
        4,
        1,
        ["I told her about my hospital stay.", "We were in the same boat 🚣", "We both said so."],
    )
    assert words(concept(theory, "friend or worker").words) == (2, 1, ["A friend does not clock off."])
    assert words(concept(theory, "tea").words) == (2, 2, [])
    assert words(concept(theory, "next steps").words) == (0, 0, [])


def test_negative_cases_stand_apart(theory: TheoryMap) -> None:
    heard = concept(theory, "being heard")
    assert words(heard.against) == (1, 0, ["It was a job to her."])
    assert heard.against.quotes[0].notes == ("never a friend",)
    assert "It was a job to her." not in [quote.text for quote in heard.words.quotes]


def test_a_search_for_negative_cases_is_told_even_where_none_was_found(theory: TheoryMap) -> None:
    boundaries = concept(theory, "Boundaries")
    assert (boundaries.sought_at, boundaries.sought_by, boundaries.against.count) == ("2015-05-01", "CD", 0)


def test_a_proposition_has_its_ends_and_its_evidence(theory: TheoryMap) -> None:
    found = proposition(theory, "p1")
    assert (names(theory, (found.subject or "",)), found.relation) == (["Telling"], "leads to")
    assert names(theory, (found.object or "",)) == ["Feeling understood"]
    assert words(found.words) == (2, 1, ["I told her about my hospital stay."])
    assert words(found.against) == (1, 0, ["She never asked."])
    assert words(proposition(theory, "p3").against) == (1, 1, [])
    assert words(proposition(theory, "p4").words) == (0, 0, [])


def test_memos_stand_with_what_they_are_about(theory: TheoryMap) -> None:
    found = {memo.title: names(theory, memo.about) for memo in theory.memos}
    assert found["On telling"] == ["telling my story", "same boat"]
    assert found["Why P3"] == ["Boundaries"]
    assert "Dead end" not in found


def test_literature_bears_on_concepts_and_propositions(theory: TheoryMap) -> None:
    captions = {each.id: each.caption for each in theory.references}
    first = proposition(theory, "p1").id
    assert {(captions[link.reference], link.stance) for link in theory.links if link.about == first} == {
        ("Repper & Carter (2011)", "supports")
    }
    hats = concept(theory, "Two hats").id
    assert [(link.stance, link.memo) for link in theory.links if link.about == hats] == [("challenges", "Limits")]


def test_it_is_said_how_many_withdrew_and_they_are_not_counted(theory: TheoryMap) -> None:
    assert theory.participants == 4
    assert theory.notes == ("1 participant who withdrew is left out (1 interview, 2 excerpts)",)


def test_a_branch_holds_what_is_below_and_what_its_propositions_reach(small: Database) -> None:
    theory = read_map(small, "small", "two HATS")
    assert (theory.theme, theory.path) == ("Two hats", ("Two hats",))
    assert [each.name for each in theory.inside] == ["Two hats", "Boundaries", "friend or worker", "unsaid rules"]
    outside = [each for each in theory.concepts if each.outside]
    assert [each.name for each in outside] == ["Telling"]
    assert [each.name for each in theory.propositions] == ["p2"]
    assert {memo.title for memo in theory.memos} == {"Limits", "Why P3", "On p2"}


def test_a_name_that_is_not_there_is_answered_with_the_nearest(small: Database) -> None:
    with pytest.raises(GraphmodelError, match="no concept `two hat`") as caught:
        read_map(small, "small", "two hat")
    assert caught.value.hint == "did you mean `Two hats`?"


def test_quotes_may_be_limited_and_it_is_told_how_many_are_left_out(small: Database) -> None:
    heard = concept(read_map(small, "small", quotes=1), "being heard")
    # b, e and f are P1's own words, d is the interviewer's and nobody's to quote, j is P2's, who may be paraphrased.
    assert (len(heard.words.quotes), heard.words.more, heard.words.count) == (1, 2, 5)
    everything = concept(read_map(small, "small", quotes=None), "being heard")
    assert (len(everything.words.quotes), everything.words.more) == (3, 0)


def test_memos_may_come_without_their_text(small: Database) -> None:
    assert {memo.paragraphs for memo in read_map(small, "small", memo_texts=False).memos} == {()}


def test_whoever_withdraws_takes_their_words_and_their_counts_along(graph: Database, tmp_path: Path) -> None:
    consent(graph, tmp_path, "withdrawn", "verbatim")
    theory = read_map(graph, "small")
    after = concept(theory, "same boat")
    assert after.excerpts == 1  # r; b was P1's
    assert words(after.words) == (1, 1, [])
    assert theory.participants == 3
    assert "hospital" not in repr(theory)


@pytest.mark.parametrize(("said", "quote"), [("active", "none"), ("active", "paraphrase"), ("withdrawn", "verbatim")])
def test_words_that_may_not_be_quoted_slip_in_nowhere(graph: Database, tmp_path: Path, said: str, quote: str) -> None:
    consent(graph, tmp_path, said, quote)
    text = 'As [[P1-1]] says: "I told her about my hospital stay", and [[Telling]] begins.'
    graph.write(lambda tx: tx.run(MEMO, text=text).consume())
    theory = read_map(graph, "small")
    memo = next(memo for memo in theory.memos if memo.title == "Limits")
    assert memo.paragraphs == ('As P1-1 says: "[words withheld: no consent to quote]", and Telling begins.',)
    assert theory.redactions == 1
    assert "hospital" not in repr(theory)


def test_a_name_that_repeats_guarded_words_is_named(graph: Database, tmp_path: Path) -> None:
    consent(graph, tmp_path, "active", "none")
    rename = "MATCH (c:Concept {name: 'same boat'}) SET c.name = 'I told her about my hospital stay'"
    graph.write(lambda tx: tx.run(rename).consume())
    assert read_map(graph, "small").guarded_names == ("I told her about my hospital stay",)


def test_a_study_without_any_theme_is_a_map_all_the_same(graph: Database) -> None:
    load_small(graph)
    graph.write(lambda tx: tx.run("MATCH (t:Theme) REMOVE t:Theme SET t:Category").consume())
    theory = read_map(graph, "small")
    assert (theory.concepts[0].name, theory.concepts[0].level, len(theory.concepts)) == ("Being known", "Category", 15)


def test_a_study_without_concepts_is_an_empty_map(graph: Database) -> None:
    graph.write(lambda tx: tx.run("CREATE (:Study {key: 's', title: 'Empty'})").consume())
    theory = read_map(graph, "s")
    assert (theory.title, theory.concepts, theory.participants, theory.notes) == ("Empty", (), 0, ())
