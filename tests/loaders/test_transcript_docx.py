from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest

from tests.loaders.reading import read_as, said

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def _document(body: str, declaration: str = "") -> bytes:
    """A Word document with this XML in its body."""
    whole, made = io.BytesIO(), io.BytesIO()
    docx.Document().save(made)
    document = f'<w:document xmlns:w="{W}" xmlns:mc="{MC}"><w:body>{body}</w:body></w:document>'
    xml = f'<?xml version="1.0"?>{declaration}{document}'
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(whole, "w") as new:
        for name in old.namelist():
            new.writestr(name, xml if name == "word/document.xml" else old.read(name))
    return whole.getvalue()


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def _paragraph(content: str) -> str:
    return f"<w:p>{content}</w:p>"


def _text(folder: Path, body: str) -> str:
    (record,), problems = read_as(folder, "transcript_docx", "a.docx", _document(body))
    assert problems == []
    return str(record.text)


def test_paragraphs_are_lines(tmp_path: Path) -> None:
    body = _paragraph(_run("I: ") + _run(" a ")) + _paragraph("") + _paragraph(_run("P1: b<![CDATA[]]>"))
    assert _text(tmp_path, body) == "I:  a \n\nP1: b"


def test_what_word_shows_is_read(tmp_path: Path) -> None:
    body = _paragraph(
        _run("a")
        + f"<w:ins>{_run('b')}</w:ins>"
        + "<w:del><w:r><w:delText>x</w:delText></w:r></w:del>"
        + f"<w:moveFrom>{_run('x')}</w:moveFrom><w:moveTo>{_run('c')}</w:moveTo>"
        + f"<w:hyperlink>{_run('d')}</w:hyperlink><w:smartTag>{_run('e')}</w:smartTag>"
        + f"<w:sdt><w:sdtContent>{_run('f')}</w:sdtContent></w:sdt>"
        + '<w:r><w:tab/><w:t>g</w:t><w:br/><w:t>h</w:t><w:br w:type="page"/><w:noBreakHyphen/></w:r>'
        + "<w:r><w:instrText>PAGE</w:instrText></w:r>"
        + f"<mc:AlternateContent><mc:Choice>{_run('i')}</mc:Choice>"
        + f"<mc:Fallback>{_run('i')}</mc:Fallback></mc:AlternateContent>"
    )
    assert _text(tmp_path, body) == "abcdef\tg\nh\N{NON-BREAKING HYPHEN}i"


def test_cells_are_parted_by_tabs_and_rows_are_lines(tmp_path: Path) -> None:
    cell = "<w:tc>{}</w:tc>".format
    inner = f"<w:tbl><w:tr>{cell(_paragraph(_run('x')))}{cell(_paragraph(_run('y')))}</w:tr></w:tbl>"
    rows = (
        f"<w:tr>{cell(_paragraph(_run('I')))}{cell(_paragraph(_run('a')) + _paragraph(_run('b')))}</w:tr>"
        f"<w:sdt><w:sdtContent><w:tr>{cell(_paragraph(_run('P1')))}"
        f"{cell(inner + _paragraph(''))}</w:tr></w:sdtContent></w:sdt>"
    )
    assert _text(tmp_path, f"<w:tbl><w:tblPr/>{rows}</w:tbl>" + _paragraph(_run("c"))) == "I\ta\nb\nP1\tx\ty\n\nc"


def test_words_in_a_text_box_are_reported(tmp_path: Path) -> None:
    box = f"<w:r><w:pict><w:txbxContent>{_paragraph(_run('aside'))}</w:txbxContent></w:pict></w:r>"
    (record,), problems = read_as(tmp_path, "transcript_docx", "a.docx", _document(_paragraph(_run("a") + box)))
    assert record.text == "a"
    assert said(problems) == [("flag", "")]


@pytest.mark.parametrize(
    "entities",
    [
        '<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">',
        '<!ENTITY b SYSTEM "file:///etc/hostname">',
    ],
)
def test_entities_are_refused(tmp_path: Path, entities: str) -> None:
    content = _document(_paragraph(_run("a &b; c")), f"<!DOCTYPE w [{entities}]>")
    records, problems = read_as(tmp_path, "transcript_docx", "a.docx", content)
    assert records == []
    assert said(problems) == [("error", "")]


@pytest.mark.parametrize("depth", [200, 5000])
def test_nesting_without_end(tmp_path: Path, depth: int) -> None:
    body = "<w:sdt>" * depth + _paragraph(_run("a")) + "</w:sdt>" * depth
    records, problems = read_as(tmp_path, "transcript_docx", "a.docx", _document(body))
    assert (len(records), len(problems)) == ((1, 0) if depth == 200 else (0, 1))


def test_what_is_no_word_document(tmp_path: Path) -> None:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr("a", "b")
    for content in (b"text", whole.getvalue(), _document("")[:300]):
        records, problems = read_as(tmp_path, "transcript_docx", "a.docx", content)
        assert records == []
        assert said(problems) == [("error", "")]
