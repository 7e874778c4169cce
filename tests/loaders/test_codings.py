from __future__ import annotations

from pathlib import Path

import pytest

from graphmodel.records import Coding, Stance, TableMapping
from loaders.formats import CODINGS
from loaders.source import Source
from tests.loaders.reading import read_as, said


@pytest.mark.parametrize(
    ("header", "missing"),
    [("quote,codes", "interview"), ("interview,codes,start", "quote"), ("interview,quote", "codes")],
)
def test_columns_that_must_be_there(tmp_path: Path, header: str, missing: str) -> None:
    records, problems = read_as(tmp_path, "codings", "a.csv", f"{header}\na,b,c\n")
    assert records == []
    assert said(problems) == [("error", "row 1")]
    assert missing in problems[0].message
    assert header.replace(",", ", ") in (problems[0].hint or "")


def test_start_and_end_stand_for_a_quote(tmp_path: Path) -> None:
    records, problems = read_as(tmp_path, "codings", "a.csv", "interview,start,end,codes\nP01-1,0,12,A\n")
    assert (records[0].selector.quote, records[0].selector.start, records[0].selector.end) == (None, 0, 12)
    assert problems == []


def test_an_excerpt_without_words_or_code_is_reported(tmp_path: Path) -> None:
    records, problems = read_as(tmp_path, "codings", "a.csv", "interview,quote,codes\nP01-1,,A\nP01-1,words,\n")
    assert [(record.selector.quote, record.codes) for record in records] == [("words", ())]
    assert said(problems) == [("flag", "row 2"), ("flag", "row 3")]


def test_a_stance_that_is_not_known_keeps_the_table_out(tmp_path: Path) -> None:
    records, problems = read_as(
        tmp_path, "codings", "a.csv", "interview,quote,codes,stance\nP,a,A,Contradicts\nP,b,A,\nP,c,A,unlike\n"
    )
    assert [record.stance for record in records[:2]] == [Stance.CONTRADICTS, Stance.SUPPORTS]
    assert said(problems) == [("error", "row 4")]
    assert "contradicts" in (problems[0].hint or "")


def test_a_mapped_table_of_another_program(tmp_path: Path) -> None:
    mapping = TableMapping(
        columns=(("interview", "Document"), ("quote", "Quotation Content"), ("codes", "Codes"), ("note", "Comment")),
        split=",",
    )
    content = "ID;Document;Quotation Content;Codes;Comment\n1;Interview 3;words, words;A, B;\n"
    records, problems = read_as(tmp_path, "codings", "a.csv", content, mapping=mapping)
    assert (records[0].interview, records[0].codes) == ("Interview 3", ("A", "B"))
    assert said(problems) == [("note", "row 1")]


def test_a_file_in_the_folder_of_codings_is_of_the_interview_that_it_is_named_after(tmp_path: Path) -> None:
    (tmp_path / "codings").mkdir()
    path = tmp_path / "codings" / "P07-1.csv"
    path.write_text("quote,codes\nwords,A\n")
    source = Source(CODINGS, path, tmp_path, "codings/P07-1.csv")
    assert [record.interview for record in source.read() if isinstance(record, Coding)] == ["P07-1"]


def test_an_empty_interview_names_no_transcript_in_the_folder_of_codings_too(tmp_path: Path) -> None:
    (tmp_path / "codings").mkdir()
    path = tmp_path / "codings" / "P07-1.csv"
    path.write_text("interview,quote,codes\n,words,A\nP08-1,more words,A\n")
    source = Source(CODINGS, path, tmp_path, "codings/P07-1.csv")
    assert [record.interview for record in source.read() if isinstance(record, Coding)] == [None, "P08-1"]


def test_rows_stream(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("interview,quote,codes\n" + "P01-1,words,A\n" * 3 + 'P01-1,"never closed,A\n')
    rows = Source(CODINGS, path, tmp_path, "a.csv").read()
    assert [type(next(rows)) for _ in range(3)] == [Coding] * 3
    assert said(list(rows)) == [("error", "row 5")]  # type: ignore[arg-type]


def test_an_end_before_the_start_is_left_out_and_told(tmp_path: Path) -> None:
    content = "interview,quote,start,end,codes\nP01-1,words,7,3,A\nP01-1,,7,3,A\n"
    (record,), problems = read_as(tmp_path, "codings", "a.csv", content)
    assert (record.selector.quote, record.selector.start, record.selector.end) == ("words", 7, None)
    assert said(problems) == [("flag", "row 2"), ("flag", "row 3"), ("flag", "row 3")]
