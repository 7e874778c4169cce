"""Turns and quotes looked for, and what they were found with."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graphmodel.graph.document import Document, Origin, PlacedQuote
from graphmodel.loading.place import Placing, placed, with_turns
from graphmodel.loading.transcripts import Transcripts
from graphmodel.quotes.selector import Verification
from graphmodel.records import Memo, NegativeCase, Role, Theory, Transcript
from graphmodel.turns import People
from tests.graphmodel.graph.building import FIRST, SECOND, coding, evidence, file

PEOPLE: People = (("AB", Role.INTERVIEWER), ("P01", Role.PARTICIPANT))
WORDS = file(Transcript("P01-1", FIRST))
OTHERS = file(Transcript("P02-1", SECOND))
(CODINGS,) = file(coding("P01-1", "as mates", "A"), coding("P01-1", "nowhere said", "A"))
(THEORY,) = file(Theory((), (NegativeCase("A", found=(evidence("P01-1", "Not a case"), evidence("P02-1", "a job"))),)))


def turned(*documents: Document, people: People = PEOPLE) -> list[Document]:
    return [with_turns(each, people) for each in documents]


def test_a_transcript_gets_its_turns() -> None:
    (document,) = turned(*WORDS)
    assert [turn.role for turn in document.turns] == [Role.INTERVIEWER, Role.PARTICIPANT] * 2
    assert FIRST[document.turns[1].start : document.turns[1].end] == "I was seen as a person. Not a case."


def test_other_documents_and_outlines_have_no_turns() -> None:
    outline = replace(WORDS[0], records=())
    assert turned(CODINGS, outline) == [CODINGS, outline]


def test_quotes_are_placed_in_the_order_of_the_document() -> None:
    found = placed(CODINGS, Transcripts(turned(*WORDS))).placed
    start = FIRST.index("as mates")
    one, other = found
    assert one == PlacedQuote(
        identity=one.identity,
        text="as mates",
        verification=Verification.EXACT,
        occurrence=1,
        start=start,
        end=start + 8,
        occurrences=1,
        turns=(3,),
    )
    assert (other.text, other.verification, other.start, other.turns) == (
        "nowhere said",
        Verification.UNLOCATED,
        None,
        (),
    )


def test_the_quotes_of_a_theory_are_placed_each_in_its_interview() -> None:
    found = placed(THEORY, Transcripts(turned(*WORDS, *OTHERS))).placed
    assert [(each.text, each.turns, each.identity.split("/")[0]) for each in found] == [
        ("Not a case", (1,), "p1-1"),
        ("a job", (1,), "p2-1"),
    ]


def test_a_document_without_quotes_is_left_as_it_is() -> None:
    (memo,) = file(Memo("one", text="as mates"))
    assert placed(memo, Transcripts(WORDS)) is memo


def identities(*rows: object, words: list[Document] = WORDS) -> list[str]:
    (document,) = file(*rows)  # type: ignore[arg-type]
    return [each.identity for each in placed(document, Transcripts(turned(*words))).placed]


def test_an_excerpt_is_its_interview_its_folded_words_and_which_of_them() -> None:
    one, same, other = identities(
        coding("P01-1", "as mates"), coding("p1 1", "as  mates"), coding("P01-1", "seen as a person")
    )
    assert one == same != other
    assert one.startswith("p1-1/")
    assert one.endswith("/1")
    first, second = identities(coding("P01-1", "P01", occurrence=1), coding("P01-1", "P01", occurrence=2))
    assert (first[:-1], first[-1], second[-1]) == (second[:-1], "1", "2")


def test_an_excerpt_has_the_same_identity_with_its_transcript_and_without() -> None:
    assert identities(coding("P01-1", "as mates")) == identities(coding("P01-1", "as mates"), words=[])


def test_positions_without_words_are_told_apart_by_themselves() -> None:
    one, other = identities(coding("P01-1", None, start=1, end=5), coding("P01-1", None, start=2, end=5), words=[])
    assert one != other


def test_a_projects_own_text_is_where_its_positions_count() -> None:
    theirs = "Theirs, which is longer: "
    documents = file(
        Transcript("P01-1", theirs + FIRST),
        coding(
            "P01-1", None, "A", start=len(theirs) + FIRST.index("as mates"), end=len(theirs) + FIRST.index("mates.") + 5
        ),
        origin=Origin.PROJECT,
    )
    found = placed(documents[1], Transcripts([*turned(*WORDS), *turned(*documents)])).placed[0]
    assert (found.text, found.start, found.by_words) == ("as mates", FIRST.index("as mates"), True)


# ---- what they were found with


def of_quotes(document: Document, *others: Document, people: People = PEOPLE) -> str:
    return Placing([*others, document], people).of_quotes(document)


def test_turns_are_found_with_the_people_of_the_study() -> None:
    assert Placing([], PEOPLE).of_turns == Placing(WORDS, PEOPLE).of_turns != Placing([], PEOPLE[:1]).of_turns


@pytest.mark.parametrize(
    ("others", "people", "same"),
    [
        pytest.param([*WORDS, *OTHERS], PEOPLE, True, id="another interview's words"),
        pytest.param([replace(WORDS[0], records=())], PEOPLE, True, id="an outline of its own"),
        pytest.param(file(Transcript("P01-1", FIRST + "More.\n")), PEOPLE, False, id="other words"),
        pytest.param(file(Transcript("P01-1", FIRST, times=(500,))), PEOPLE, False, id="another layout"),
        pytest.param([], PEOPLE, False, id="no words"),
        pytest.param(WORDS, PEOPLE[:1], False, id="other people"),
    ],
)
def test_quotes_are_found_with_the_words_and_turns_of_their_interviews(
    others: list[Document], people: People, same: bool
) -> None:
    assert (of_quotes(CODINGS, *WORDS) == of_quotes(CODINGS, *others, people=people)) is same


def test_the_quotes_of_a_theory_are_found_with_all_transcripts_that_it_cites() -> None:
    changed = file(Transcript("P02-1", SECOND + "More.\n"))
    assert of_quotes(THEORY, *WORDS, *OTHERS) != of_quotes(THEORY, *WORDS, *changed)
    assert of_quotes(CODINGS, *WORDS, *OTHERS) == of_quotes(CODINGS, *WORDS, *changed)


def test_of_two_transcripts_of_an_interview_a_projects_own_counts_for_it_alone() -> None:
    project = file(Transcript("P01-1", SECOND), coding("P01-1", "x", "A"), origin=Origin.PROJECT)
    other = file(Transcript("P01-1", FIRST), coding("P01-1", "x", "A"), origin=Origin.PROJECT)
    assert of_quotes(CODINGS, *WORDS, *project) == of_quotes(CODINGS, *WORDS)
    assert of_quotes(project[1], *WORDS, project[0]) != of_quotes(other[1], *WORDS, other[0])
