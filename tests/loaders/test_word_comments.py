from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from graphmodel.records import Coding, Concept, Memo, Transcript
from loaders import registry, safety
from loaders.folder import open_folder
from tests.loaders.builders import documents
from tests.loaders.reading import read_as, said

WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml"
WORD_2012 = "http://schemas.microsoft.com/office/word/2012/wordml"


def _of(records: list[object], kind: type) -> list[object]:
    return [record for record in records if isinstance(record, kind)]


def test_comments_stand_at_the_words_of_the_transcript(tmp_path: Path) -> None:
    records, _ = read_as(tmp_path, "word_comments", "P1.docx", documents.WORD)
    (transcript,) = [each for each in records if isinstance(each, Transcript)]
    (plain,), notes = read_as(tmp_path, "transcript_docx", "P1.docx", documents.WORD)
    assert transcript.text == plain.text == "\n".join(documents.LINES)
    assert [problem.severity for problem in notes] == ["note"]
    codings = [each for each in records if isinstance(each, Coding)]
    for coding in codings:
        assert transcript.text[coding.selector.start : coding.selector.end] == coding.selector.quote
    assert [(coding.codes, coding.coder, coding.date) for coding in codings] == [
        (("Telling", "Being first"), "Ada", "2023-04-13T10:00:00Z"),
        (("Disclosure > Telling",), "Ben", "2023-04-13T10:01:00Z"),
        (("Together", "In-group › shared, named"), "Ada", "2023-04-13T10:02:00Z"),
    ]
    assert codings[1].note == "Compare this with what Ben said in the second interview."


def test_a_remark_without_a_code_is_a_memo_about_the_interview(tmp_path: Path) -> None:
    records, _ = read_as(tmp_path, "word_comments", "P1.docx", documents.WORD)
    (memo,) = [each for each in records if isinstance(each, Memo)]
    assert (memo.author, memo.about[0].name, memo.about[0].to) == ("Ada", "P1", "interview")
    assert memo.text.endswith("Why does she ask this here?")


def test_a_word_document_is_what_it_holds(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(documents.WORD)
    (tmp_path / "b.docx").write_bytes(documents.word_with_comments(()))
    assert registry.recognise(tmp_path / "a.docx").module == "loaders.word_comments"
    assert registry.recognise(tmp_path / "b.docx").module == "loaders.transcript_docx"


def test_a_word_document_is_opened_once_to_be_recognised(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []
    unpack = safety.repacked
    monkeypatch.setattr(safety, "repacked", lambda path: (opened.append(path), unpack(path))[1])
    for name, content in (("a.docx", documents.WORD), ("b.docx", documents.word_with_comments(()))):
        (tmp_path / name).write_bytes(content)
        registry.recognise(tmp_path / name)
    assert opened == [tmp_path / "a.docx", tmp_path / "b.docx"]


def test_in_the_folder_of_interviews_it_is_a_transcript(tmp_path: Path) -> None:
    (tmp_path / "study.yaml").write_text("id: s\n")
    (tmp_path / "interviews").mkdir()
    (tmp_path / "interviews" / "P1.docx").write_bytes(documents.WORD)
    sources = open_folder(tmp_path).sources
    assert [source.format.module for source in sources] == ["loaders.study", "loaders.transcript_docx"]


def test_a_comment_at_no_words_is_told(tmp_path: Path) -> None:
    content = documents.with_point_comment(documents.word_with_comments(()), "Telling")
    records, problems = read_as(tmp_path, "word_comments", "P1.docx", content)
    assert _of(records, Coding) == []
    assert said(problems) == [("flag", "comment 1")]


def test_marks_between_paragraphs_and_within_tables_do_not_change_the_text(tmp_path: Path) -> None:
    document = docx.Document()
    first = document.add_paragraph("I: a")
    empty = document.add_paragraph("")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "P1", "b"
    last = document.add_paragraph("c")
    document.add_comment([first.runs[0], last.runs[0]], text="Whole", author="Ada")
    start = next(document.element.iter(qn("w:commentRangeStart")))
    end = next(document.element.iter(qn("w:commentRangeEnd")))
    row = next(document.element.iter(qn("w:tr")))
    for where in (empty._p.append, row.append, document.element.body.insert):
        whole = io.BytesIO()
        where(end) if where != document.element.body.insert else where(1, end)
        document.save(whole)
        records, problems = read_as(tmp_path, "word_comments", "P1.docx", whole.getvalue())
        transcript, coding = records[0], _of(records, Coding)[0]
        assert problems == []
        assert transcript.text == "I: a\n\nP1\tb\nc"
        assert isinstance(coding, Coding)
        assert coding.selector.quote == ("I: a\n\nP1\tb" if where == row.append else "I: a")
    assert start is not None


def test_an_answer_is_a_note_of_what_it_answers(tmp_path: Path) -> None:
    document = docx.Document(
        io.BytesIO(documents.word_with_comments(((6, 8, "Telling", "Ada", 0), (6, 8, "Yes", "Ben", 1))))
    )
    for number, comment in enumerate(document.comments, start=1):
        comment.paragraphs[-1]._p.set(f"{{{WORD_2010}}}paraId", f"0000000{number}")
    whole, extended = io.BytesIO(), io.BytesIO()
    document.save(whole)
    entries = '<w15:commentEx w15:paraId="00000001"/><w15:commentEx w15:paraId="00000002" w15:paraIdParent="00000001"/>'
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(extended, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
        new.writestr("word/commentsExtended.xml", f'<w15:commentsEx xmlns:w15="{WORD_2012}">{entries}</w15:commentsEx>')
    records, problems = read_as(tmp_path, "word_comments", "P1.docx", extended.getvalue())
    (coding,) = _of(records, Coding)
    assert isinstance(coding, Coding)
    assert (coding.codes, coding.note, problems) == (("Telling",), "Ben: Yes", [])
    assert [concept.name for concept in records if isinstance(concept, Concept)] == ["Telling"]


def test_what_is_no_word_document(tmp_path: Path) -> None:
    records, problems = read_as(tmp_path, "word_comments", "a.docx", documents.WORD[:500])
    assert (records, said(problems)) == ([], [("error", "")])


def test_comments_that_are_none_are_no_word_document(tmp_path: Path) -> None:
    whole = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(documents.WORD)) as old, zipfile.ZipFile(whole, "w") as new:
        for name in old.namelist():
            new.writestr(name, b"<a/>" if name == "word/comments.xml" else old.read(name))
    for loader in ("word_comments", "transcript_docx"):
        records, problems = read_as(tmp_path, loader, "a.docx", whole.getvalue())
        assert (records, said(problems)) == ([], [("error", "")])
