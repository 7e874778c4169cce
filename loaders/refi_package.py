"""What a REFI-QDA file is made of: the XML, and in a .qdpx the texts beside it. Nothing is unpacked to disk.

Bounds: the XML, `MAX_XML_BYTES`; one text, `MAX_TEXT_BYTES`; all texts, `safety.MAX_UNPACKED_BYTES`. Recordings,
pictures and rich texts are not looked at.
"""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path, PurePosixPath

from graphmodel.errors import Place, Problem, Severity
from loaders import safety
from loaders.offset_readings import StoredText
from loaders.refi_xml import Element, attribute, child, parse_xml
from loaders.text import decode, without_nul

MAX_XML_BYTES = 150 * safety.MEGABYTE
MAX_TEXT_BYTES = 50 * safety.MEGABYTE
MAX_PARTS = 100_000
_CHUNK = 256 * 1024
_DAMAGE = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError, OSError)
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_HINT = "Export the project again from the program that made it"


class Package:
    """An opened project or codebook; `root` is its XML. Raises UnreadableError where there is nothing to read."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self._left = safety.MAX_UNPACKED_BYTES
        self._archive: zipfile.ZipFile | None = None
        self._parts: dict[str, zipfile.ZipInfo] = {}
        if safety.begins(path, b"PK"):
            self._open()
        content, self.part = self._xml()
        self.root: Element = parse_xml(content, path, self.part)

    def place(self, part: str | None = None) -> Place:
        """A place in the project."""
        return Place(self.path, part=part or self.part)

    def close(self) -> None:
        """Close the file."""
        if self._archive:
            self._archive.close()

    def text(self, source: Element) -> StoredText | None:
        """The plain text of a source, a note or a representation; None where the file does not carry it."""
        inline = child(source, "PlainTextContent")
        if inline is not None and (inline.text or not attribute(source, "plainTextPath")):
            return StoredText("".join(map(str, inline.itertext())))
        part = self._part(attribute(source, "plainTextPath"))
        return self._read_text(part) if part else None

    def _read_text(self, part: zipfile.ZipInfo) -> StoredText | None:
        try:
            content = self._read(part, min(MAX_TEXT_BYTES, self._left))
            text, notes = decode(content, self.path)
        except safety.UnreadableError as error:
            message = f"the text {part.filename} is not read: {error.problem.message}"
            self.problems.append(Problem(Severity.FLAG, message, self.place(part.filename), error.problem.hint))
            return None
        self._left -= len(content)
        self.problems += [Problem(each.severity, each.message, self.place(part.filename), each.hint) for each in notes]
        mark = "\ufeff" if content.startswith(_MARKS) else ""
        return StoredText(mark + without_nul(text))

    def _part(self, written: str) -> zipfile.ZipInfo | None:
        """The part that a path names: `internal://x.txt`, also without its scheme or in another case."""
        name = PurePosixPath(written.rpartition("://")[2].replace("\\", "/")).name.casefold()
        return next((self._parts[each] for each in (f"sources/{name}", name) if name and each in self._parts), None)

    def _open(self) -> None:
        try:
            self._archive = zipfile.ZipFile(self.path)
            members = self._archive.infolist()
        except _DAMAGE as error:
            raise self._damaged(error) from error
        if len(members) > MAX_PARTS:
            raise self._unreadable(f"the file has more than {MAX_PARTS} parts")
        for member in members:
            self._parts.setdefault(member.filename.replace("\\", "/").casefold(), member)

    def _xml(self) -> tuple[bytes, str]:
        if self._archive is None:
            refused = safety.refusal(self.path, None, MAX_XML_BYTES)
            if refused:
                raise safety.UnreadableError(refused)
            return safety.read_bytes(self.path), ""
        found = sorted(
            (name for name in self._parts if name.endswith(".qde")), key=lambda name: (name.count("/"), name)
        )
        found = [name for name in found if name.count("/") == found[0].count("/")]
        if not found:
            raise self._unreadable("the file holds no project (.qde)")
        if len(found) > 1 and "project.qde" not in found:
            raise self._unreadable(f"the file holds {len(found)} projects (.qde)")
        part = self._parts["project.qde" if "project.qde" in found else found[0]]
        return self._read(part, MAX_XML_BYTES), part.filename

    def _read(self, part: zipfile.ZipInfo, limit: int) -> bytes:
        assert self._archive is not None
        content = bytearray()
        try:
            with self._archive.open(part) as file:
                while chunk := file.read(_CHUNK):
                    content += chunk
                    if len(content) > limit:
                        raise self._unreadable(f"{part.filename} unpacks to more than {limit // safety.MEGABYTE} MB")
        except _DAMAGE as error:
            raise self._damaged(error) from error
        return bytes(content)

    def _unreadable(self, message: str) -> safety.UnreadableError:
        return safety.UnreadableError(Problem(Severity.ERROR, message, Place(self.path), _HINT))

    def _damaged(self, error: Exception) -> safety.UnreadableError:
        return self._unreadable(f"the file is damaged or protected ({str(error) or type(error).__name__})")
