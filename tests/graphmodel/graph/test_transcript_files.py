"""The interview that a transcript holds, by the interviews table or by the name of its file."""

from __future__ import annotations

import pytest

from graphmodel.graph.document import Document, Origin
from graphmodel.graph.transcript_files import with_interviews
from graphmodel.records import Interview, Kind, Transcript
from graphmodel.schema import Label, Type
from tests.graphmodel.graph.building import FIRST, SECOND, built, coding, excerpts, file, keys, pairs, said, told

X = file(Transcript("x", FIRST), path="interviews/x.txt")
Y = file(Transcript("y", SECOND), path="interviews/wave 2/y.txt")


def interviews(*files: list[Document]) -> dict[str, str | None]:
    documents = with_interviews([each for documents in files for each in documents])
    return {each.path: each.interview for each in documents if each.kind is Kind.TRANSCRIPT}


def table(*rows: tuple[str, str | None]) -> list[Document]:
    return file(*(Interview(name, file=path) for name, path in rows))


@pytest.mark.parametrize(
    "written", ["x.txt", "X.TXT", "interviews/x.txt", "interviews\\x.txt", "./x.txt", "./interviews/x.txt"]
)
def test_the_table_says_which_interview_a_file_is(written: str) -> None:
    assert interviews(table(("The First", written)), X, Y) == {
        "interviews/x.txt": "the-first",
        "interviews/wave 2/y.txt": "y",
    }


def test_a_path_leaves_out_no_other_folder() -> None:
    assert interviews(table(("A", "y.txt"), ("B", "wave 2/y.txt")), Y) == {"interviews/wave 2/y.txt": "b"}


def test_without_the_column_a_file_is_named_for_its_interview() -> None:
    assert interviews(table(("The First", None)), X) == {"interviews/x.txt": "x"}


def test_the_words_turns_and_codings_go_with_the_interview_of_the_table() -> None:
    found = built(table(("P01-1", "x.txt")), X, file(coding("P01-1", "as mates", "Mates")))
    assert keys(found, Label.INTERVIEW) == {"p1-1"}
    assert said(found, Label.INTERVIEW, "p1-1")["name"] == "P01-1"
    assert pairs(found, Type.READS) == {("p1-1", "p1-1")}
    assert excerpts(found)["as mates"]["verification"] == "exact"
    assert not [each for each in told(found) if "transcript" in each[1]]


def test_a_file_that_is_not_there_is_flagged() -> None:
    assert told(built(table(("P01-1", "gone.txt")), X)) == [
        ("flag", "there is no transcript gone.txt", "interviews.csv, row 2")
    ]


def test_a_file_that_two_interviews_name_is_an_error_and_is_the_first_ones() -> None:
    files = table(("A", "interviews\\x.txt"), ("B", "X.TXT"), ("C", "y.txt")), X
    assert interviews(*files) == {"interviews/x.txt": "a"}
    assert told(built(*files)) == [
        ("error", "X.TXT is the transcript of A already", "interviews.csv, row 3"),
        ("flag", "there is no transcript y.txt", "interviews.csv, row 4"),
    ]


def test_a_file_that_one_interview_names_twice_is_no_error() -> None:
    assert told(built(table(("A", "x.txt")), file(Interview("A", file="x.txt"), path="more.csv"), X)) == []


def test_two_files_of_one_interview_are_an_error_that_names_both() -> None:
    one = file(Transcript("Interview 03", FIRST))
    other = file(Transcript("interview-3", SECOND), path="interviews/interview-3.md")
    found = built(one, other)
    assert told(found) == [
        (
            "error",
            "interviews/Interview 03.txt and interviews/interview-3.md are both the interview interview-3",
            "interviews/interview-3.md",
        )
    ]
    assert said(found, Label.TRANSCRIPT, "interview-3")["text"] == FIRST  # the first by path counts


def test_two_files_that_the_table_says_are_one_interview_are_an_error() -> None:
    found = built(table(("A", "x.txt")), file(Interview("a", file="wave 2/y.txt"), path="more.csv"), X, Y)
    assert (
        "error",
        "interviews/wave 2/y.txt and interviews/x.txt are both the interview A",
        "interviews/x.txt",
    ) in told(found)


def project(text: str) -> list[Document]:
    return file(
        Transcript("x", text), coding("x", None, "Mates", start=9, end=12), path="p.qdpx", origin=Origin.PROJECT
    )


def test_a_transcript_of_a_project_is_no_file_of_the_table() -> None:
    there = file(Transcript("x", FIRST), path="interviews/x.txt", origin=Origin.PROJECT)
    assert interviews(table(("A", "x.txt")), there) == {"interviews/x.txt": "x"}


def test_the_words_of_the_folder_are_before_a_projects_which_is_noted_once() -> None:
    theirs = "Theirs: How did it start?\n"
    found = built(X, project(theirs))
    assert said(found, Label.TRANSCRIPT, "x")["text"] == FIRST
    assert (
        "note",
        "the words of 1 interviews are read from elsewhere in the study and not from this file",
        "p.qdpx",
    ) in (told(found))
    # the project counts in its own text, where `How` is at 8: `ow ` is 9-12; in ours it is looked for by its words
    assert theirs[9:12] == "ow "
    (excerpt,) = excerpts(found).values()
    assert (excerpt["text"], excerpt["start"]) == ("ow", FIRST.index("ow"))
    assert "givenStart" not in excerpt


def test_a_projects_words_count_where_there_are_no_others() -> None:
    found = built(project(FIRST))
    assert said(found, Label.TRANSCRIPT, "x")["text"] == FIRST
    assert [each for each in told(found) if each[0] != "flag"] == []
