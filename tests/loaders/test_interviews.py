from __future__ import annotations

from pathlib import Path

from tests.loaders.reading import read_as, said


def test_a_row_in_full(tmp_path: Path) -> None:
    records, problems = read_as(
        tmp_path,
        "interviews",
        "a.csv",
        "interview,participant,date,sequence,mode,duration_min,interviewer,sampled_for,rationale,file\n"
        "P01-1,P01,2016-03,2,phone,62.5,Ada,Sharing; Owing,Sought a refusal,second.docx\n",
    )
    (record,) = records
    assert problems == []
    assert (record.name, record.participants, record.date, record.sequence) == ("P01-1", ("P01",), "2016-03", 2)
    assert (record.duration_min, record.sampled_for, record.file) == (62.5, ("Sharing", "Owing"), "second.docx")


def test_an_interview_may_have_several_givers_and_interviewers(tmp_path: Path) -> None:
    records, problems = read_as(
        tmp_path, "interviews", "a.csv", "interview,participants,Interviewers\nGroup 1,P01; P02;P01,Ada; Bo\n"
    )
    assert problems == []
    assert [(each.participants, each.interviewers) for each in records] == [(("P01", "P02"), ("Ada", "Bo"))]


def test_two_rows_of_one_interview_are_an_error_that_names_both(tmp_path: Path) -> None:
    records, problems = read_as(
        tmp_path, "interviews", "a.csv", "interview,mode\nInterview 3,a\n,b\ninterview_03.docx,c\n"
    )
    assert [record.name for record in records] == ["Interview 3"]
    assert said(problems) == [("flag", "row 3"), ("error", "row 4")]
    assert "row 2" in problems[1].message


def test_identity_is_refused_here_too_and_other_columns_are_noted(tmp_path: Path) -> None:
    records, problems = read_as(tmp_path, "interviews", "a.csv", "interview,telephone\nP01-1,1\n")
    assert (records, said(problems)) == ([], [("error", "row 1")])
    records, problems = read_as(tmp_path, "interviews", "a.csv", "interview,room\nP01-1,1\n")
    assert len(records) == 1
    assert said(problems) == [("note", "row 1")]
