"""The small study as Python objects: walked through, asked about, and not to be changed."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from py2neo.errors import ClientError
from py2neo.ogm import Repository

from graphmodel.database import Database
from graphmodel.errors import GraphmodelError
from graphmodel.ogm import (
    Concept,
    Excerpt,
    Interview,
    Memo,
    Participant,
    Proposition,
    Reference,
    Researcher,
    RetiredConcept,
    Theory,
)

EVERYTHING = """
MATCH (n) OPTIONAL MATCH (n)-[r]->()
RETURN count(DISTINCT n) AS nodes, count(r) AS relationships, sum(size(toString(n.name))) AS letters
"""

ANOTHER_STUDY = "CREATE (:Study {key: 'other'}), (:Memo {key: 'other/memo/one', study: 'other', name: 'one'})"
WITHOUT_IT = "MATCH (n:Study|Memo) WHERE n.key = 'other' OR n.study = 'other' DELETE n"


@pytest.fixture
def theory(small: Database) -> Iterator[Theory]:
    with Theory(settings=small.settings) as opened:
        yield opened


def names(models: Any) -> list[str]:
    return [each.name for each in models]


def excerpt(theory: Theory, words: str) -> Excerpt:
    (found,) = [each for each in theory.all(Excerpt) if each.text == words]
    return found


def test_the_tree_is_walked_both_ways(theory: Theory) -> None:
    concept = theory.find(Concept, "friend or worker")
    assert names(concept.parents) == ["Boundaries", "Telling"]
    assert names(theory.find(Concept, "BEING KNOWN").children) == ["Feeling understood", "Telling"]
    assert (concept.origin, concept.definition) == ("in_vivo", "Not knowing which")


def test_themes_are_where_the_tree_begins(theory: Theory) -> None:
    themes = theory.themes()
    assert {"Being known", "Two hats", "Hope"} <= set(names(themes))
    assert all(theme.parents == () for theme in themes)


def test_a_proposition_leads_from_its_subject_to_its_object(theory: Theory) -> None:
    said = theory.find(Proposition, "P1")
    assert (said.relation, said.statement) == ("leads_to", "Who tells is understood.")
    assert (names(said.subjects), names(said.objects)) == (["Telling"], ["Feeling understood"])
    assert "p1" in names(theory.find(Concept, "telling").subject_of)


def test_a_concept_is_found_by_a_former_name_and_a_reference_by_its_title(theory: Theory) -> None:
    assert theory.find(Concept, "we are alike").name == "same boat"
    assert theory.find(Reference, "a review of the literature on peer support").name == "repper2011"


def test_an_unknown_name_is_answered_with_the_nearest(theory: Theory) -> None:
    with pytest.raises(GraphmodelError, match="there is no concept `same boot` in small") as caught:
        theory.find(Concept, "same boot")
    assert caught.value.hint == "did you mean `same boat`?"
    with pytest.raises(GraphmodelError, match="there is no reference `tajfel1978` in small"):
        theory.find(Reference, "tajfel1978")


def test_an_unknown_study_is_refused(small: Database) -> None:
    with pytest.raises(GraphmodelError, match="there is no study `smell`"):
        Theory("smell", small.settings)


def test_a_memo_leads_to_what_it_is_about_each_as_its_own_kind(theory: Theory) -> None:
    memo = theory.find(Memo, "why-p3")
    assert [(type(each), each.name) for each in memo.about if isinstance(each, Concept)] == [(Concept, "Boundaries")]
    assert [type(each) for each in memo.about if not isinstance(each, Concept)] == [Interview]


def test_memos_lead_to_literature_and_to_one_another(theory: Theory) -> None:
    memo = theory.find(Memo, "Telling, in theory")
    assert names(memo.cites) == ["tajfel1979"]
    assert [each.title for each in memo.developed_from] == ["On telling"]
    assert [each.title for each in memo.develops_into] == []
    assert [each.title for each in theory.find(Reference, "tajfel1979").memos] == ["Telling, in theory"]


def test_an_interview_leads_to_participants_and_their_words(theory: Theory) -> None:
    interview = theory.find(Interview, "p3-1")
    assert names(interview.participants) == ["P3"]
    assert {each.text for each in interview.excerpts} >= {"It was a job to her.", "A friend does not clock off."}
    assert names(theory.find(Participant, "P3").interviews) == ["P3-1", "Pair"]


@pytest.mark.parametrize(
    ("words", "quotable"),
    [
        ("It was a job to her.", True),
        ("I told him everything.", False),  # only paraphrased
        ("He heard me.", False),  # withdrew
        ("Nobody asked about tea.", False),  # nobody is named for it
    ],
)
def test_an_excerpt_is_quotable_where_everybody_agreed(theory: Theory, words: str, quotable: bool) -> None:
    assert excerpt(theory, words).quotable is quotable


def test_an_excerpt_knows_who_said_it_and_in_which_turns(theory: Theory) -> None:
    """c runs from P1's turn into the interviewer's."""
    both = next(each for each in theory.all(Excerpt) if each.text.startswith("she and I."))
    assert (both.spoken_by, names(both.participants), both.withdrawn) == ("both", ["P1"], False)
    assert [turn.role for turn in both.turns] == ["participant", "interviewer"]
    (first,), (second,) = (turn.speakers for turn in both.turns)
    assert [(type(each), each.name) for each in (first, second)] == [(Participant, "P1"), (Researcher, "AB")]
    assert both in theory.find(Participant, "P1").said
    assert both.turns[0] in theory.find(Participant, "P1").spoke
    assert excerpt(theory, "He heard me.").withdrawn is True


def test_a_retired_concept_leads_to_the_one_it_went_into(theory: Theory) -> None:
    (retired,) = [each for each in theory.all(RetiredConcept) if each.name == "speaking out"]
    assert names(retired.merged_into) == ["telling my story"]
    assert names(theory.find(Concept, "telling my story").merged) == ["speaking out"]
    assert retired.sources == ["codebook.csv"]


def test_an_interview_knows_whether_it_was_withdrawn_and_who_asked(theory: Theory) -> None:
    found = {each.name: each.withdrawn for each in theory.all(Interview)}
    assert found == {"P1-1": False, "P2-1": False, "P3-1": False, "P4-1": True, "P5-1": False} | {
        "Pair": False,
        "Group": False,
    }
    assert names(theory.find(Interview, "P5-1").interviewers) == ["CD"]


def test_two_coders_of_one_excerpt_as_one_concept_are_both_there(theory: Theory) -> None:
    codings = excerpt(theory, "Is he my friend or my worker?").codings()
    up = [["friend or worker", "Boundaries", "Two hats"], ["friend or worker", "Telling", "Being known"]]
    seen = sorted(zip(codings["coder"], codings["coded"], codings["path"], strict=True))
    assert seen == [("AB", "2015-03-20", way) for way in up] + [("CD", "2015-04-20", way) for way in up]


def test_grounding_names_all_coders(theory: Theory) -> None:
    grounding = theory.find(Concept, "friend or worker").grounding()
    coders = dict(zip(grounding["participant"], grounding["coders"], strict=True))
    assert coders == {"P2": ["AB", "CD"], "P3": ["CD"]}


def test_who_withdrew_is_left_out_of_the_rows_unless_asked_for(theory: Theory) -> None:
    concept = theory.find(Concept, "being heard")
    assert set(concept.voices()["participant"]) == {"P1", "P2"}
    assert set(concept.voices(withdrawn=True)["participant"]) == {"P1", "P2", "P4"}


def test_negative_cases_and_disagreements_are_rows(theory: Theory) -> None:
    negative = theory.find(Concept, "Feeling understood").negative_cases()
    assert sorted(zip(negative["concept"], negative["text"], strict=True)) == [
        ("Feeling understood", "She never asked."),
        ("being heard", "It was a job to her."),
    ]
    apart = theory.find(Concept, "being heard").disagreements()
    assert sorted(zip(apart["coder"], apart["other"], apart["text"], strict=True)) == [
        ("AB", "CD", "She knew me at once."),
        ("CD", "AB", "Did you feel understood?"),
        ("CD", "AB", "We were in the same boat 🚣"),
    ]


def test_every_stance_of_a_reference_is_a_row(theory: Theory) -> None:
    stances = theory.find(Reference, "audet2010").stances()
    assert sorted(zip(stances["concept"], stances["stance"], strict=True)) == [
        ("Two hats", "challenges"),
        ("unsaid rules", "extends"),
    ]
    literature = theory.find(Concept, "Two hats").literature()
    assert set(literature["reference"]) == {"audet2010", "repper2011"}


def test_studies_in_one_graph_are_kept_apart(theory: Theory, small: Database) -> None:
    small.write(lambda tx: tx.run(ANOTHER_STUDY).consume())
    listed = {each.study for each in theory.all(Memo)}
    small.write(lambda tx: tx.run(WITHOUT_IT).consume())
    assert listed == {"small"}


def test_a_node_read_without_a_theory_cannot_be_asked_about(small: Database) -> None:
    settings = small.settings
    plain = Repository(settings.uri, auth=(settings.username, settings.password))
    concept = plain.match(Concept).where(name="same boat").first()
    with pytest.raises(GraphmodelError, match="was not read through a Theory"):
        concept.grounding()


CHANGES: list[Callable[[Theory, Any], object]] = [
    lambda theory, concept: setattr(concept, "name", "other"),
    lambda theory, concept: setattr(concept, "parents", ()),
    lambda theory, concept: theory.push(concept),
    lambda theory, concept: theory.merge(concept),
    lambda theory, concept: theory.create(concept),
    lambda theory, concept: theory.delete(concept),
    lambda theory, concept: theory.separate(concept),
    lambda theory, concept: theory.delete_all(),
    lambda theory, concept: Repository.wrap(theory).save(concept),
    lambda theory, concept: Repository.wrap(theory).delete(concept),
    lambda theory, concept: theory.begin().push(concept),
    lambda theory, concept: type(concept)(),
]


@pytest.mark.parametrize("change", CHANGES)
def test_models_refuse_to_be_changed(theory: Theory, change: Callable[[Theory, Any], object]) -> None:
    concept = theory.find(Concept, "same boat")
    before = theory.database.read(EVERYTHING)
    with pytest.raises(GraphmodelError, match="only read from a notebook"):
        change(theory, concept)
    assert theory.database.read(EVERYTHING) == before


STATEMENT = "CREATE (:Code:Concept {key: 'small/concept/new', study: 'small'})"
WRITERS: list[Callable[[Theory], object]] = [
    lambda theory: theory.run(STATEMENT),
    lambda theory: theory.query(STATEMENT),
    lambda theory: theory.evaluate(STATEMENT),
    lambda theory: theory.update(STATEMENT),
    lambda theory: theory.begin(readonly=False).run(STATEMENT),
    lambda theory: theory.auto(readonly=False).run(STATEMENT),
]


@pytest.mark.parametrize("write", WRITERS)
def test_the_server_refuses_a_statement_that_writes(theory: Theory, write: Callable[[Theory], object]) -> None:
    before = theory.database.read(EVERYTHING)
    with pytest.raises(ClientError, match="Writing in read access mode not allowed"):
        write(theory)
    assert theory.database.read(EVERYTHING) == before


def test_a_routed_address_is_read_as_well(small: Database) -> None:
    used = small.settings
    routed = type(used)(used.uri.replace("bolt://", "neo4j://"), used.username, used.password)
    with Theory("small", routed) as theory:
        assert theory.find(Concept, "same boat").origin == "in_vivo"


def test_without_py2neo_it_is_said_what_to_install() -> None:
    code = (
        "import sys; sys.modules['py2neo'] = None\n"
        "from graphmodel.errors import GraphmodelError\n"
        "try:\n    import graphmodel.ogm\n"
        "except GraphmodelError as error:\n    sys.exit(str(error) + '|' + str(error.hint))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert done.stderr.strip() == (
        "py2neo, which the models need, is not installed|install graphmodel with its extra `notebook`"
    )
