"""Large transcripts of every kind, and a Word document with codes as comments: one long conversation each."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from benchmarks.material import Interview, path
from tests.loaders.builders.documents import odt, word_with_comments

RUN = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
LINES_A_PAGE, LETTERS_A_LINE = 45, 90


def txt(talk: Interview, file: Path) -> None:
    """Plain text with CRLF and a byte order mark."""
    file.write_bytes(talk.text.replace("\n", "\r\n").encode("utf-8-sig"))


def docx(talk: Interview, file: Path) -> None:
    """A paragraph a turn; passages are comments with their codes where the talk has any."""
    template = zipfile.ZipFile(io.BytesIO(word_with_comments([(0, 0, "x", "Ada", 0)])))
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in template.namelist():
            content = template.read(name).decode("utf-8") if name.endswith((".xml", ".rels")) else ""
            if name == "word/document.xml":
                archive.writestr(name, _between(content, "<w:body>", "</w:body>", "".join(_paragraphs(talk))))
            elif name == "word/comments.xml" and talk.passages:
                begin = content[: content.index("<w:comment ")]
                archive.writestr(name, f"{begin}{''.join(_comments(talk))}</w:comments>")
            elif name == "word/comments.xml":
                archive.writestr(name, f"{content[: content.index('<w:comment ')]}</w:comments>")
            else:
                archive.writestr(name, template.read(name))


def _between(whole: str, first: str, last: str, inside: str) -> str:
    return f"{whole[: whole.index(first)]}{first}{inside}{whole[whole.index(last) :]}"


def _paragraphs(talk: Interview) -> Iterator[str]:
    """The paragraphs, with marks where passages begin and end."""
    marks: dict[int, str] = {}
    for number, each in enumerate(talk.passages):
        marks[each.start] = marks.get(each.start, "") + f'<w:commentRangeStart w:id="{number}"/>'
        after = f'<w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r>'
        marks[each.end] = after + marks.get(each.end, "")
    places = iter(sorted(marks))
    place = next(places, None)
    start = 0
    for line in talk.text.splitlines(keepends=True):
        pieces, done, end = [], start, start + len(line)
        while place is not None and place < end:
            pieces += [RUN.format(escape(talk.text[done:place])), marks[place]]
            done, place = place, next(places, None)
        pieces.append(RUN.format(escape(talk.text[done : end - 1])))
        yield f"<w:p>{''.join(pieces)}</w:p>"
        start = end


def _comments(talk: Interview) -> Iterator[str]:
    for number, each in enumerate(talk.passages):
        words = "; ".join(path(code)[2] for code in each.codes)
        yield (
            f'<w:comment w:id="{number}" w:author="{each.coder}" w:initials="A" w:date="{each.date}Z">'
            f"<w:p>{RUN.format(words)}</w:p></w:comment>"
        )


def odt_(talk: Interview, file: Path) -> None:
    """A paragraph a turn."""
    file.write_bytes(odt("".join(f"<text:p>{escape(line)}</text:p>" for line in talk.text.splitlines())))


def rtf(talk: Interview, file: Path) -> None:
    """Letters beyond ASCII by number, as Word writes them."""
    units = (int.from_bytes(pair, "little", signed=True) for pair in _pairs(talk.text.encode("utf-16-le")))
    body = "".join(chr(unit) if 0 <= unit < 128 else rf"\u{unit}?" for unit in units).replace("\n", "\\par\r\n")
    file.write_text(rf"{{\rtf1\ansi\ansicpg1252\uc1{{\fonttbl{{\f0 Arial;}}}}\f0 {body}}}", "ascii", newline="")


def _pairs(content: bytes) -> Iterator[bytes]:
    return (content[at : at + 2] for at in range(0, len(content), 2))


def html(talk: Interview, file: Path) -> None:
    """A paragraph a turn."""
    body = "\n".join(f"<p>{escape(line)}</p>" for line in talk.text.splitlines())
    file.write_text(f"<!DOCTYPE html><html><head><meta charset='utf-8'></head><body>{body}</body></html>", "utf-8")


def vtt(talk: Interview, file: Path) -> None:
    """A cue a turn, with its speaker as a voice."""
    cues = (f"{_time(at, '.')} --> {_time(at + 1, '.')}\n<v {who}>{escape(words)}" for at, who, words in _turns(talk))
    file.write_text("WEBVTT\n\n" + "\n\n".join(cues) + "\n", "utf-8")


def srt(talk: Interview, file: Path) -> None:
    """A cue a turn, with its speaker before the words."""
    cues = (f"{at + 1}\n{_time(at, ',')} --> {_time(at + 1, ',')}\n{who}: {words}\n" for at, who, words in _turns(talk))
    file.write_text("\n".join(cues), "utf-8")


def _turns(talk: Interview) -> Iterator[tuple[int, str, str]]:
    for at, line in enumerate(talk.text.splitlines()):
        who, _, words = line.partition(": ")
        yield at, who, words


def _time(second: int, sign: str) -> str:
    return f"{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}{sign}000"


def pdf(talk: Interview, file: Path) -> None:
    """Pages of lines in a standard font, compressed by nothing; what Windows-1252 has not is left out."""
    words = talk.text.encode("cp1252", "ignore").decode("cp1252")
    lines = [
        turn[at : at + LETTERS_A_LINE] for turn in words.splitlines() for at in range(0, len(turn), LETTERS_A_LINE)
    ]
    pages = [lines[at : at + LINES_A_PAGE] for at in range(0, len(lines), LINES_A_PAGE)]
    numbers = range(4, 4 + 2 * len(pages), 2)
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{' '.join(f'{number} 0 R' for number in numbers)}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, page in zip(numbers, pages, strict=True):
        shown = "".join(f"({_in_pdf(line)}) Tj 0 -14 Td " for line in page)
        stream = f"BT /F1 12 Tf 40 750 Td {shown}ET"
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {number + 1} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>",
            f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        ]
    file.write_bytes(_pdf(objects))


def _pdf(objects: list[str]) -> bytes:
    whole = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(whole))
        whole += f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252")
    table = len(whole)
    whole += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    whole += b"".join(b"%010d 00000 n \n" % place for place in places)
    whole += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n".encode()
    return bytes(whole)


def _in_pdf(line: str) -> str:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


DOCUMENTS: dict[str, Callable[[Interview, Path], None]] = {
    ".txt": txt, ".docx": docx, ".odt": odt_, ".rtf": rtf, ".html": html, ".vtt": vtt, ".srt": srt, ".pdf": pdf,
}  # fmt: skip
