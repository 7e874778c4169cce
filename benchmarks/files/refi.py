"""Large projects in REFI-QDA: a package as NVivo writes it, bare XML as MAXQDA does, a codebook as Taguette does."""

from __future__ import annotations

import uuid
import zipfile
from collections.abc import Callable, Iterator
from itertools import accumulate
from pathlib import Path
from xml.sax.saxutils import escape

from benchmarks.material import CODERS, CODES, Interview, Material, path
from tests.loaders.builders.refi import NAMESPACE

HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'


def qdpx(material: Material, file: Path, media: int = 0) -> None:
    """A REFI-QDA project as NVivo writes it: UTF-16 units, CRLF as 2. One peer knows `sources/` in small letters only.
    `media` is the size of a recording in bytes."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("project.qde", _project(material, _text_in_package, utf16_with_crlf))
        for interview in material.interviews:
            archive.writestr(f"sources/{_guid(interview.name)}.txt", _crlf(interview.text).encode("utf-8-sig"))
        if media:
            _add_recording(archive, media)


def qde(material: Material, file: Path) -> None:
    """The XML of such a project alone, with the words in it, as MAXQDA writes it: code points."""
    file.write_text(_project(material, _text_inline, lambda text: range(len(text) + 1)), encoding="utf-8")


def qdc(codes: int, file: Path) -> None:
    """A codebook of so many codes in a tree of three levels."""
    listed = (
        f'<Code guid="{_guid(f"code {number}")}" name="{"/".join(path(number))}" isCodable="true">'
        f"<Description>What {path(number)[2]} méans, and when it is put.</Description></Code>"
        for number in range(codes)
    )
    body = (
        f'<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Taguette 1.5"><Codes>{"".join(listed)}</Codes></CodeBook>'
    )
    file.write_text(HEAD + body, encoding="utf-8")


def utf16_with_crlf(text: str) -> list[int]:
    """The position of each character, and of the text's end, in UTF-16 units with each line's end as two."""
    return list(accumulate((1 + (sign == "\n" or sign > "\uffff") for sign in text), initial=0))


def _project(
    material: Material, text_of: Callable[[Interview], tuple[str, str]], places: Callable[[str], list[int] | range]
) -> str:
    users = "".join(f'<User guid="{_guid(name)}" name="{name}"/>' for name in CODERS)
    sources = "".join(
        _source(interview, *text_of(interview), places(interview.text)) for interview in material.interviews
    )
    return (
        f'{HEAD}<Project name="A large project" origin="NVivo for Windows 14" xmlns="{NAMESPACE}">'
        f"<Users>{users}</Users><CodeBook><Codes>{''.join(_themes())}</Codes></CodeBook><Sources>{sources}</Sources></Project>"
    )


def _themes() -> Iterator[str]:
    tree: dict[str, dict[str, list[int]]] = {}
    for code in range(CODES):
        theme, category, _ = path(code)
        tree.setdefault(theme, {}).setdefault(category, []).append(code)
    for theme, categories in tree.items():
        inside = "".join(
            _code(category, category, "".join(_code(f"code {code}", path(code)[2]) for code in codes))
            for category, codes in categories.items()
        )
        yield _code(theme, theme, inside)


def _code(label: str, name: str, inside: str = "") -> str:
    return f'<Code guid="{_guid(label)}" name="{name}" isCodable="true">{inside}</Code>'


def _source(interview: Interview, attribute: str, content: str, places: list[int] | range) -> str:
    marked = []
    for number, passage in enumerate(interview.passages):
        user, guid = _guid(passage.coder), _guid(f"{interview.name} {number}")
        codings = "".join(
            f'<Coding guid="{_guid(f"{interview.name} {number} {code}")}" creatingUser="{user}" '
            f'creationDateTime="{passage.date}Z"><CodeRef targetGUID="{_guid(f"code {code}")}"/></Coding>'
            for code in passage.codes
        )
        marked.append(
            f'<PlainTextSelection guid="{guid}" name="" startPosition="{places[passage.start]}" '
            f'endPosition="{places[passage.end]}" creatingUser="{user}" creationDateTime="{passage.date}Z">'
            f"{codings}</PlainTextSelection>"
        )
    guid = _guid(interview.name)
    return f'<TextSource guid="{guid}" name="{interview.name}"{attribute}>{content}{"".join(marked)}</TextSource>'


def _text_in_package(interview: Interview) -> tuple[str, str]:
    return f' plainTextPath="internal://{_guid(interview.name)}.txt"', ""


def _text_inline(interview: Interview) -> tuple[str, str]:
    return "", f"<PlainTextContent>{escape(interview.text)}</PlainTextContent>"


def _add_recording(archive: zipfile.ZipFile, size: int) -> None:
    """A member that does not shrink, written a megabyte at a time."""
    megabyte = bytes(range(256)) * 4096
    with archive.open(zipfile.ZipInfo("sources/talk.mp4"), "w", force_zip64=True) as member:
        for _ in range(size // len(megabyte)):
            member.write(megabyte)


def _crlf(text: str) -> str:
    return text.replace("\n", "\r\n")


def _guid(label: str) -> str:
    return str(uuid.uuid5(uuid.NAMESPACE_URL, label))
