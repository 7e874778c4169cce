"""Documents of every kind with one conversation in them: `python -m tests.loaders.builders.documents FOLDER`."""

from __future__ import annotations

import datetime as dt
import io
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.run import Run

LINES = ("I: How did it begin?", "P1: She told me first, “all” of it 🙂.", "I: And?", "P1: We were in it together.")
ODT_NAMESPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
Comment = tuple[int, int, str, str, int]
"""The first and last run that it stands at, its words, its author, the minute that it was written in."""


def odt(body: str, declaration: str = "") -> bytes:
    """An OpenDocument text with this XML in its body."""
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?>{declaration}<office:document-content {ODT_NAMESPACES}>'
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(zipfile.ZipInfo("content.xml"), content)
    return whole.getvalue()


def odt_of_lines() -> bytes:
    """The conversation as LibreOffice would write it, with what does not belong to it."""
    marked = LINES[1].replace("told me first", "<text:span>told  me</text:span> first")
    note = "<office:annotation><dc:creator>Ada</dc:creator><text:p>Telling</text:p></office:annotation>"
    tracked = "<text:tracked-changes><text:p>deleted words</text:p></text:tracked-changes>"
    row = "<table:table-row><table:table-cell><text:p>I</text:p></table:table-cell>" + (
        "<table:table-cell><text:p>One</text:p><text:p>two.</text:p></table:table-cell></table:table-row>"
    )
    return odt(
        f"{tracked}<text:h>{LINES[0]}</text:h><text:p>{marked}{note}</text:p><text:p>{LINES[2]}</text:p>"
        f'<text:list><text:list-item><text:p>{LINES[3]}<text:s text:c="2"/>Yes<text:tab/>so<text:line-break/>it was.'
        f"</text:p></text:list-item></text:list><table:table>{row}</table:table>"
    )


def rtf_of_lines() -> bytes:
    """The conversation as Word would write it: characters by code page and by number, a link, a table."""
    told = "".join(rf"\u{_signed(unit)}?" if unit > 127 else chr(unit) for unit in _units(LINES[1]))
    link = r'{\field{\*\fldinst{HYPERLINK "http://example.org/"}}{\fldrslt{a link}}}'
    return (
        r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss\fcharset0 Arial;}{\f1\fnil\fcharset238 Arial CE;}}"
        r"{\info{\author Ada}}{\header page}"
        rf"\f0 {LINES[0]}\par {told}\par {LINES[2]} caf\'e9 {{\f1 \'b9}} {link}\par {LINES[3]}\par "
        r"\trowd I\cell One\par two.\cell\row\trowd P1\cell Three.\cell\row}"
    ).encode("ascii")


def _units(text: str) -> list[int]:
    encoded = text.encode("utf-16-le")
    return [int.from_bytes(encoded[at : at + 2], "little") for at in range(0, len(encoded), 2)]


def _signed(unit: int) -> int:
    return unit - 65536 if unit > 32767 else unit


def html_of_lines() -> bytes:
    """The conversation as a web page, with what a browser does not show as its words."""
    return (
        "<!DOCTYPE html><html><head><meta charset='utf-8'><title>No words</title><style>p {}</style></head><body>"
        f"<h1>Interview  1</h1><p>{LINES[0]}<!-- no --></p><div><p>P1: She <b>told\n   me</b> first, &ldquo;all&rdquo; "
        f"of it 🙂.</p>{LINES[2]}<br>{LINES[3]}</div><script>alert(1)</script>"
        "<table><tr><th>I</th><td><p>One</p></td></tr><tr><td>P1</td><td></td></tr></table><pre>P1:  as\nit is</pre>"
        "</body></html>"
    ).encode()


def pdf_of_lines(lines: Sequence[str] = LINES) -> bytes:
    """The conversation on a page of a PDF, without compression."""
    shown = "".join(f"({_pdf_text(line)}) Tj 0 -14 Td " for line in lines)
    stream = f"BT /F1 12 Tf 72 720 Td {shown}ET".encode("latin-1")
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    )
    whole = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(whole))
        whole += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(whole)
    whole += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    whole += b"".join(b"%010d 00000 n \n" % place for place in places)
    whole += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)
    return bytes(whole)


def _pdf_text(line: str) -> str:
    plain = line.encode("cp1252", "ignore").decode("latin-1")
    return plain.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def word_with_comments(comments: Sequence[Comment]) -> bytes:
    """The conversation in Word, a run a word, with comments from run to run."""
    document = docx.Document()
    runs: list[Run] = []
    for line in LINES:
        paragraph = document.add_paragraph()
        words = line.split(" ")
        runs += [paragraph.add_run(word + (" " if at < len(words) - 1 else "")) for at, word in enumerate(words)]
    for first, last, words_, author, minute in comments:
        comment = document.add_comment([runs[first], runs[last]], text=words_, author=author, initials=author[:1])
        comment._comment_elm.set(qn("w:date"), dt.datetime(2023, 4, 13, 10, minute).strftime("%Y-%m-%dT%H:%M:%SZ"))
    whole = io.BytesIO()
    document.save(whole)
    return whole.getvalue()


def with_point_comment(content: bytes, words: str) -> bytes:
    """The document with one more comment, which begins and ends at one point."""
    document = docx.Document(io.BytesIO(content))
    run = document.paragraphs[0].runs[0]
    comment = document.add_comment([run], text=words, author="Ada")
    end = next(each for each in document.element.iter(qn("w:commentRangeEnd")) if _number(each) == comment.comment_id)
    start = next(
        each for each in document.element.iter(qn("w:commentRangeStart")) if _number(each) == comment.comment_id
    )
    start.addnext(end)
    whole = io.BytesIO()
    document.save(whole)
    return whole.getvalue()


def _number(element: OxmlElement) -> int:
    return int(element.get(qn("w:id")))


WORD = word_with_comments(
    (
        (6, 8, "Telling; Being first", "Ada", 0),
        (5, 10, "Disclosure\\Telling\nCompare this with what Ben said in the second interview.", "Ben", 1),
        (16, 20, "Codes (60-85)\nTogether\nIn-group > shared, named", "Ada", 2),
        (13, 14, "Why does she ask this here?", "Ada", 3),
    )
)


def build(folder: Path) -> None:
    """One of each, in a folder for each format."""
    made = {
        "transcript_odt/interview-1.odt": odt_of_lines(),
        "transcript_rtf/interview-1.rtf": rtf_of_lines(),
        "transcript_html/interview-1.html": html_of_lines(),
        "transcript_pdf/interview-1.pdf": pdf_of_lines(),
        "word_comments/interview-1.docx": WORD,
    }
    for name, content in made.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)


if __name__ == "__main__":
    build(Path(sys.argv[1]))
