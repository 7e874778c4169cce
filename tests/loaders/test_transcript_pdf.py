from __future__ import annotations

import io
import zlib
from pathlib import Path

import pypdf
import pytest

from graphmodel.turns import find_turns
from loaders import transcript_pdf
from tests.loaders.builders import documents
from tests.loaders.reading import read_as, said


def test_the_lines_of_a_page(tmp_path: Path) -> None:
    (record,), problems = read_as(tmp_path, "transcript_pdf", "a.pdf", documents.pdf_of_lines())
    assert record.text.strip().split("\n") == [line.replace(" 🙂", " ") for line in documents.LINES]
    assert [turn.speaker for turn in find_turns(record, ())] == ["I", "P1", "I", "P1"]
    assert said(problems) == [("note", "")]


def _saved(writer: pypdf.PdfWriter) -> bytes:
    whole = io.BytesIO()
    writer.write(whole)
    return whole.getvalue()


def test_a_page_without_words_is_told(tmp_path: Path) -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(documents.pdf_of_lines()))
    writer.add_blank_page()
    (record,), problems = read_as(tmp_path, "transcript_pdf", "a.pdf", _saved(writer))
    assert record.text.startswith("I: How")
    assert [severity for severity, _ in said(problems)] == ["note", "flag"]
    assert "page 2" in str(problems[1])


def test_pictures_of_pages_are_no_words(tmp_path: Path) -> None:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    records, problems = read_as(tmp_path, "transcript_pdf", "a.pdf", _saved(writer))
    assert (records, said(problems)) == ([], [("error", "")])


def test_a_password_is_told(tmp_path: Path) -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(documents.pdf_of_lines()))
    writer.encrypt("secret", algorithm="RC4-128")
    records, problems = read_as(tmp_path, "transcript_pdf", "a.pdf", _saved(writer))
    assert records == []
    assert [problem.message for problem in problems] == ["the PDF takes a password"]


def test_what_is_no_pdf(tmp_path: Path) -> None:
    whole = documents.pdf_of_lines()
    for content in (b"text", b"%PDF-1.7\n", whole[:200], b"%PDF-1.4\n" + bytes(range(256)) * 40):
        records, problems = read_as(tmp_path, "transcript_pdf", "a.pdf", content)
        assert records == []
        assert said(problems) == [("error", "")]


def test_a_stream_that_unpacks_without_end_is_refused_in_bounded_memory(tmp_path: Path) -> None:
    packed = zlib.compress(zlib.compress(b" " * 500_000_000, 9), 9)
    stream = b"<< /Length %d /Filter [/FlateDecode /FlateDecode] >>\nstream\n%s\nendstream" % (len(packed), packed)
    plain = documents.pdf_of_lines()
    start = plain.index(b"<< /Length")
    content = plain[:start] + stream + plain[plain.index(b"endstream", start) + len(b"endstream") :]
    records, problems = read_as(tmp_path, "transcript_pdf", "a.pdf", content)
    assert (records, said(problems)) == ([], [("error", "")])


def test_a_pdf_that_takes_too_long_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transcript_pdf, "MAX_SECONDS", 0.001)
    records, problems = read_as(tmp_path, "transcript_pdf", "a.pdf", documents.pdf_of_lines())
    assert (records, said(problems)) == ([], [("error", "")])
