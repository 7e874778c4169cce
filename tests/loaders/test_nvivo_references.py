from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest

from graphmodel.records import Coding
from loaders import registry
from tests.loaders.builders import exports
from tests.loaders.reading import read_as, said


def _as_word(text: str) -> bytes:
    document = docx.Document()
    for line in text.split("\n"):
        document.add_paragraph(line)
    whole = io.BytesIO()
    document.save(whole)
    return whole.getvalue()


@pytest.mark.parametrize("name", ["Telling.txt", "Telling.docx"])
def test_references_by_source(tmp_path: Path, name: str) -> None:
    text = exports.NVIVO_REFERENCES
    records, problems = read_as(tmp_path, "nvivo_references", name, _as_word(text) if name.endswith("docx") else text)
    assert registry.recognise(tmp_path / name).module == "loaders.nvivo_references"
    assert problems == []
    codings = [record for record in records if isinstance(record, Coding)]
    assert [(coding.interview, coding.selector.quote) for coding in codings] == [
        ("Interview 1", exports.TOLD),
        ("Interview 1", f"{exports.TOGETHER}\nNobody else had been on that ward."),
        ("Gespräch 2", "Ich war's zuerst."),
    ]
    assert {coding.codes for coding in codings} == {("Telling",)}


def test_a_file_that_was_cut_off_is_told(tmp_path: Path) -> None:
    text = exports.NVIVO_REFERENCES[: exports.NVIVO_REFERENCES.index("Reference 2")]
    records, problems = read_as(tmp_path, "nvivo_references", "Telling.txt", text)
    assert len(records) == 2
    assert said(problems) == [("flag", "line 1")]


def test_a_picture_has_no_words(tmp_path: Path) -> None:
    text = "<Files\\\\Photo> - § 1 reference coded [ 3.00% Coverage]\n\nReference 1 - 3.00% Coverage\n\n\n"
    records, problems = read_as(tmp_path, "nvivo_references", "Telling.txt", text)
    assert len(records) == 1
    assert said(problems) == [("flag", "line 3")]


def test_a_conversation_about_coverage_is_a_transcript(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("I: How much?\nP1: § 2 says 50% [of it], 40% coverage at least.\n")
    assert registry.recognise(tmp_path / "a.txt").module == "loaders.transcript_text"
