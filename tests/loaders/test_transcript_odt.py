from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from graphmodel.turns import find_turns
from tests.loaders.builders import documents
from tests.loaders.reading import read_as, said


def _text(folder: Path, body: str) -> str:
    (record,), problems = read_as(folder, "transcript_odt", "a.odt", documents.odt(body))
    assert problems == []
    return str(record.text)


def test_the_words_that_are_shown_are_read(tmp_path: Path) -> None:
    (record,), problems = read_as(tmp_path, "transcript_odt", "a.odt", documents.odt_of_lines())
    assert problems == []
    lines = record.text.split("\n")
    assert tuple(lines[:3]) == documents.LINES[:3]
    assert lines[3:] == [f"{documents.LINES[3]}  Yes\tso", "it was.", "I\tOne", "two."]
    assert [turn.speaker for turn in find_turns(record, ())] == ["I", "P1", "I", "P1"]


def test_white_space_of_the_file_is_one_space(tmp_path: Path) -> None:
    body = "<text:p>a\n  b<text:span> c</text:span> d</text:p>\n<text:section><text:p>e</text:p></text:section>"
    assert _text(tmp_path, body) == "a b c d\ne"


def test_words_in_a_text_box_are_told(tmp_path: Path) -> None:
    body = "<text:p>a<draw:frame><draw:text-box><text:p>aside</text:p></draw:text-box></draw:frame></text:p>"
    (record,), problems = read_as(tmp_path, "transcript_odt", "a.odt", documents.odt(body))
    assert record.text == "a"
    assert said(problems) == [("flag", "")]


def test_a_number_of_spaces_is_bounded(tmp_path: Path) -> None:
    assert len(_text(tmp_path, '<text:p>a<text:s text:c="999999999999"/>b</text:p>')) == 1002


@pytest.mark.parametrize(
    "entities", ['<!ENTITY a "ha"><!ENTITY b "&a;&a;">', '<!ENTITY b SYSTEM "file:///etc/hostname">']
)
def test_entities_are_refused(tmp_path: Path, entities: str) -> None:
    content = documents.odt("<text:p>&b;</text:p>", f"<!DOCTYPE d [{entities}]>")
    records, problems = read_as(tmp_path, "transcript_odt", "a.odt", content)
    assert records == []
    assert [severity for severity, _ in said(problems)] == ["error"]


def test_what_is_no_open_document(tmp_path: Path) -> None:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr("content.xml", "<a/>")
    deep = documents.odt("<text:section>" * 5000 + "<text:p>a</text:p>" + "</text:section>" * 5000)
    for content in (b"text", whole.getvalue(), documents.odt("")[:200], deep):
        records, problems = read_as(tmp_path, "transcript_odt", "a.odt", content)
        assert records == []
        assert [severity for severity, _ in said(problems)] == ["error"]
