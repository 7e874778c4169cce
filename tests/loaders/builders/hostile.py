"""Files that mean harm, made from sound ones."""

from __future__ import annotations

import io
import re
import stat
import struct
import zipfile
from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import escape

SECRET = "words-that-nobody-may-read"
_DECLARATION = re.compile(rb"^\s*<\?xml[^>]*\?>\s*")
_ROOT = re.compile(rb"<([A-Za-z_][\w:.-]*)([^>]*)>")
_WORDS = re.compile(rb">([^<>&]*[A-Za-z][^<>&]*)<")


def parts_of(content: bytes) -> dict[str, bytes]:
    """The parts of a ZIP file."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    """A ZIP file of these parts."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return whole.getvalue()


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    """A ZIP file with one part other than it was, or more."""
    return packed({**parts_of(content), name: part})


def with_link(content: bytes, name: str, target: str) -> bytes:
    """A ZIP file with a symbolic link in place of one part."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for each, part in parts_of(content).items():
            entry = zipfile.ZipInfo(each)
            entry.create_system, entry.external_attr = 3, (stat.S_IFLNK | 0o777) << 16 if each == name else 0
            archive.writestr(entry, target.encode() if each == name else part)
    return whole.getvalue()


def overlapping(content: bytes, name: str, part: bytes, copies: int) -> bytes:
    """A ZIP file with one more part that its directory lists many times, under as many names."""
    whole = packed({**parts_of(content), f"0-{name}": part})
    end = whole.rindex(b"PK\x05\x06")
    start = int.from_bytes(whole[end + 16 : end + 20], "little")
    entry = whole[whole.rindex(b"PK\x01\x02", start) : end]
    listed = [_renamed(entry, f"{number}-{name}") for number in range(1, copies)]
    directory = whole[start:end] + b"".join(listed)
    count = len(parts_of(content)) + copies
    closing = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, len(directory), start, 0)
    return whole[:start] + directory + closing


def _renamed(entry: bytes, name: str) -> bytes:
    """An entry of a ZIP file's directory under another name."""
    return entry[:28] + len(name).to_bytes(2, "little") + entry[30:46] + name.encode()


def marked(content: bytes, at: int, local_at: int, value: int) -> bytes:
    """A ZIP file with one field of its first part's entries set: its flags, or how it is packed."""
    made = bytearray(content)
    first = made.index(b"PK\x01\x02")
    made[first + at : first + at + 2] = made[local_at : local_at + 2] = value.to_bytes(2, "little")
    return bytes(made)


def declaring(xml: bytes, doctype: str) -> bytes:
    """XML with a DOCTYPE before its root, whose name stands for `{root}`, and the entity `x` in place of all words."""
    bare = _DECLARATION.sub(b"", xml)
    root = _ROOT.search(bare)
    assert root is not None
    before, after = bare[: root.end()], bare[root.end() :]
    declared = doctype.replace("{root}", root[1].decode()).encode()
    return b'<?xml version="1.0" encoding="UTF-8"?>' + declared + before[:-1] + b">" + _WORDS.sub(b">&x;<", after)


def including(xml: bytes, *addresses: str) -> bytes:
    """XML that asks for other files to be put into it, and for a style from there."""
    bare = _DECLARATION.sub(b"", xml)
    root = _ROOT.search(bare)
    assert root is not None
    style = "".join(f'<?xml-stylesheet type="text/xsl" href="{address}"?>' for address in addresses).encode()
    xinclude = "http://www.w3.org/2001/XInclude"
    inside = "".join(f'<i:include xmlns:i="{xinclude}" href="{each}" parse="text"/>' for each in addresses).encode()
    return b'<?xml version="1.0"?>' + style + bare[: root.end()] + inside + bare[root.end() :]


def in_utf16(xml: bytes) -> bytes:
    """The same XML in another encoding, in which a search for bytes finds nothing."""
    text = xml.decode("utf-8").replace('encoding="UTF-8"', 'encoding="UTF-16"')
    return text.encode("utf-16")


def doctypes(secret: Path, port: int) -> dict[str, str]:
    """Declarations of entities that grow without end or lead out. The secret is a file, the port one that listens."""
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return {
        "laughs": f'<!DOCTYPE {{root}} [<!ENTITY l0 "hahahaha">{laughs}<!ENTITY x "&l9;">]>',
        "long": f'<!DOCTYPE {{root}} [<!ENTITY x "{"ha" * 50_000}">]>',
        "file": f'<!DOCTYPE {{root}} [<!ENTITY x SYSTEM "{secret.as_uri()}">]>',
        "address": f'<!DOCTYPE {{root}} [<!ENTITY x SYSTEM "http://127.0.0.1:{port}/x">]>',
        "dtd": f'<!DOCTYPE {{root}} SYSTEM "http://127.0.0.1:{port}/x.dtd">',
        "parameter": f'<!DOCTYPE {{root}} [<!ENTITY % p SYSTEM "{secret.as_uri()}">%p;<!ENTITY x "ha">]>',
    }


def page(doctype: str, address: str, file: str) -> str:
    """A web page that asks for all that a page can ask for."""
    return (
        f"{doctype.replace('{root}', 'html')}<html><head><base href='{address}'><link rel=stylesheet href='{file}'>"
        f"<meta http-equiv=refresh content='0; url={address}'><script src='{address}'></script></head><body>"
        f"<img src='{address}'><iframe src='{file}'></iframe><object data='{file}'></object><embed src='{file}'>"
        f"<svg><image href='{address}'/><use href='{file}'/></svg><p>I: Are &x; there?</p></body></html>"
    )


def cell(row: int, column: int, text: str, formula: str | None) -> str:
    """A cell of a sheet; with a formula, the text is what the program last made of it."""
    reference = f"{_letters(column)}{row}"
    if formula is None:
        return f'<c r="{reference}" t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'
    return f'<c r="{reference}" t="str"><f>{escape(formula)}</f><v>{escape(text)}</v></c>'


def _letters(column: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def workbook(sheet: str) -> bytes:
    """A workbook whose one sheet has these rows."""
    office = "http://schemas.openxmlformats.org/officeDocument/2006"
    packages = "http://schemas.openxmlformats.org/package/2006"
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{packages}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{spreadsheet}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{spreadsheet}.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{packages}/relationships"><Relationship Id="r1" '
        f'Type="{office}/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}/relationships"><sheets>'
        '<sheet name="Sheet" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{packages}/relationships"><Relationship Id="r1" '
        f'Type="{office}/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{sheet}</sheetData></worksheet>',
    }
    return packed({name: part.encode() for name, part in parts.items()})
