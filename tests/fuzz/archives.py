"""Changes of ZIP files: of a part, with its checksum right again, so that the damage gets past the container; of which
parts there are and what they are called; of the container itself."""

from __future__ import annotations

import io
import zipfile
from functools import lru_cache

from hypothesis import strategies as st

from tests.fuzz import markup, pieces
from tests.fuzz.pieces import Draw

MAGIC = b"PK\x03\x04"
NAMES = (
    "../out.txt",
    "/etc/passwd",
    "C:\\x",
    "a/../b.xml",
    "project.qde",
    "word/document.xml",
    "x" * 300,
    "sub/",
    "\u202e.xml",
)


@lru_cache(maxsize=64)
def _parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed(draw: Draw, content: bytes, other: bytes) -> bytes:
    """The archive after changes of parts, or of its bytes."""
    if draw(st.integers(0, 5)) == 0:
        return pieces.changed(draw, content, other)
    parts = dict(_parts(content))
    for _ in range(draw(st.integers(1, 3))):
        _change(draw, parts, _parts(other))
    return packed(parts)


def _change(draw: Draw, parts: dict[str, bytes], others: dict[str, bytes]) -> None:
    name = draw(st.sampled_from(sorted(parts) or ["x"]))
    match draw(st.integers(0, 9)):
        case 0:
            parts.pop(name, None)
        case 1:
            parts[draw(st.sampled_from((*NAMES, *sorted(parts), *sorted(others))))] = parts.get(name, b"")
        case 2:
            parts[name] = draw(st.sampled_from([*others.values(), b"", b"<a/>"]))
        case _:
            parts[name] = _part(draw, parts.get(name, b""), others.get(name, b""))


def _part(draw: Draw, content: bytes, other: bytes) -> bytes:
    if markup.is_xml(content) and draw(st.integers(0, 2)):
        return markup.changed(draw, content)
    return pieces.changed(draw, content, other)


def packed(parts: dict[str, bytes]) -> bytes:
    """An archive of these parts."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return whole.getvalue()
