"""Speakers of turns: by the label's name, or by role where one person has it in the interview."""

from __future__ import annotations

from graphmodel.graph.build import Built
from graphmodel.graph.document import Document, Origin
from graphmodel.records import Interview, Participant, Record, Researcher, Role, Study, Transcript, Turn
from graphmodel.schema import Type
from tests.graphmodel.graph.building import built, file, pairs, sources

ADA = file(Study("s", "A study", researchers=(Researcher("Ada Bell"),)))
ROSA = file(Participant("Rosa"))
BOTH = file(Participant("Rosa"), Participant("Jo"))


def spoke(*files: list[Document], interview: str = "x") -> dict[int, str]:
    """The speakers of the turns of an interview, by the indexes of these."""
    return _spoke(built(*files), interview)


def _spoke(found: Built, interview: str) -> dict[int, str]:
    heard = ((turn.split("/"), who) for who, turn in pairs(found, Type.SPOKE))
    return {int(index): who for (of, index), who in heard if of == interview}


def words(*lines: str, name: str = "x") -> list[Document]:
    return file(Transcript(name, "\n".join(lines) + "\n"))


def row(*participants: str, by: tuple[str, ...] = (), name: str = "x") -> list[Document]:
    return file(Interview(name, participants=participants, interviewers=by))


def test_a_label_that_is_the_name_of_somebody_of_the_study_is_theirs() -> None:
    there = words("ADA BELL: How?", "ROSA: Like this.", "Jo: Not so.")
    # Jo takes part in the study and did not give this interview; the label is a name all the same
    assert spoke(ADA, BOTH, row("Rosa"), there) == {0: "Ada Bell", 1: "rosa", 2: "jo"}


def test_a_word_for_a_role_is_the_only_person_who_has_it() -> None:
    there = words("Interviewer: How?", "Participant: Like this.")
    assert spoke(ADA, ROSA, row("Rosa", by=("Ada Bell",)), there) == {0: "Ada Bell", 1: "rosa"}


def test_an_interview_that_its_name_alone_gives_to_somebody_counts() -> None:
    assert spoke(ROSA, words("I: How?", "P: So.", name="Rosa 1"), interview="rosa-1") == {1: "rosa"}


def test_a_role_that_several_have_or_nobody_is_nobodys() -> None:
    there = words("Interviewer: How?", "Participant: Like this.")
    assert spoke(ADA, BOTH, row("Rosa", "Jo", by=("Ada Bell", "Cy")), there) == {}
    assert spoke(ADA, BOTH, row(), there) == {}


def test_interviewers_of_a_table_are_known_by_name_and_by_role() -> None:
    there = words("Cy: How?", "Rosa: So.", "Di: And?", "Rosa: So.")
    assert spoke(ROSA, row("Rosa", by=("Cy", "Di")), there) == {0: "Cy", 1: "rosa", 2: "Di", 3: "rosa"}


def test_an_interviewer_whom_only_the_table_names_spoke_in_other_interviews_too() -> None:
    there = words("Cy: How?", "Rosa: So.", name="y")
    assert spoke(ROSA, row("Rosa", by=("Cy",)), row(name="y"), there, interview="y") == {0: "Cy", 1: "rosa"}


def test_a_giver_whom_only_the_table_names_spoke() -> None:
    there = words("Interviewer: How?", "Eve: So.", "Rosa: No.", "Eve: Yes.")
    assert spoke(row("Eve", "Rosa"), there) == {1: "eve", 2: "rosa", 3: "eve"}


def test_initials_are_a_role_and_that_is_the_only_interviewers() -> None:
    there = words("AB: How?", "Rosa: So.")
    assert spoke(ADA, ROSA, row("Rosa", by=("Ada Bell",)), there) == {0: "Ada Bell", 1: "rosa"}
    assert spoke(ADA, ROSA, row("Rosa"), there) == {1: "rosa"}


def test_a_name_that_a_researcher_and_a_participant_share_is_the_participants() -> None:
    there = words("Rosa: How?", "Jo: So.", "Rosa: And?", "Jo: So.")
    both = file(Study("s", "A study", researchers=(Researcher("Rosa"),)))
    assert spoke(both, BOTH, row("Jo"), there) == {0: "rosa", 1: "jo", 2: "rosa", 3: "jo"}


def test_others_are_known_to_nobody() -> None:
    there = words("Interviewer: How?", "P01: So.", "Partner: Not so.", "P01: No?", "Partner: No.")
    assert spoke(file(Participant("P01")), row("P01"), there) == {1: "p01", 3: "p01"}


def test_turns_without_a_label_are_nobodys() -> None:
    assert spoke(ROSA, row("Rosa"), words("One paragraph.", "", "Another.")) == {}


def test_turns_that_a_format_tells_are_spoken_too() -> None:
    turns = tuple(
        Turn(index=index, speaker=speaker, role=Role.OTHER, start=start, end=start + 1, label_start=start)
        for index, (speaker, start) in enumerate([("Ada Bell", 0), ("Rosa", 2), (None, 4)])
    )
    there: Record = Transcript("x", "a\nb\nc\n", turns=turns)
    assert spoke(ADA, ROSA, row("Rosa"), file(there)) == {0: "Ada Bell", 1: "rosa"}


def test_only_the_transcript_that_counts_has_speakers() -> None:
    other = file(Transcript("x", "Rosa: One.\nRosa: Two.\n"), path="p.qdpx", origin=Origin.PROJECT)
    found = built(ADA, ROSA, row("Rosa"), words("Rosa: Only."), other)
    assert pairs(found, Type.SPOKE) == {("rosa", "x/0")}
    assert sources(found, Type.SPOKE) == [["interviews/x.txt"]]
