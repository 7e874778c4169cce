"""What is looked at before a file is opened, so that a hostile or broken one costs a message and no more.

Bounds, also stated in docs/reference/study-folder.md: a file of any kind, `MAX_FILE_BYTES`, but a program's project,
of which recordings are a part that is not read, `MAX_PROJECT_BYTES`; what a .docx, .odt or .xlsx unpacks to,
`MAX_UNPACKED_BYTES` in at most `MAX_PARTS` parts; YAML and memos, `MAX_YAML_BYTES`.
"""

from __future__ import annotations

import codecs
import io
import stat
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from graphmodel.errors import Place, Problem, Severity

MEGABYTE = 1024 * 1024
MAX_FILE_BYTES = 200 * MEGABYTE
MAX_PROJECT_BYTES = 4096 * MEGABYTE
MAX_UNPACKED_BYTES = 250 * MEGABYTE
MAX_YAML_BYTES = 4 * MEGABYTE
MAX_PARTS = 5_000
_PROJECTS = (".qdpx", ".qda", ".rqda", ".sqlite3", ".sqlite", ".db")
_CHUNK = 256 * 1024
_MARKUP = (".xml", ".rels")
_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class Digest(Protocol):
    """A hash that bytes are fed to."""

    def update(self, data: bytes, /) -> None:
        """Take in the next bytes."""
        ...


class UnreadableError(Exception):
    """A file that cannot be read, with the problem to report. Stays within this package."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def refusal(path: Path, root: Path | None, limit: int = MAX_FILE_BYTES) -> Problem | None:
    """Why the file must not be opened, or None. `limit` is in bytes."""
    try:
        if root is not None and leads_out(path, root):
            return _error(path, "is a link that leads out of the study folder", "Put a copy of the file there instead")
        facts = path.stat()
    except (OSError, RuntimeError) as error:
        return _error(path, f"cannot be opened ({_reason(error)})", "See that the file exists and that you may read it")
    if stat.S_ISDIR(facts.st_mode):
        return _error(path, "is a folder where a file is expected", "Move it, or give it another name")
    if not stat.S_ISREG(facts.st_mode):
        return _error(path, "is not an ordinary file", "Put a copy of its contents there instead")
    if facts.st_size == 0:
        return _error(path, "is empty", "Fill it, or delete it")
    if facts.st_size > limit:
        size, bound = -(-facts.st_size // MEGABYTE), limit // MEGABYTE
        return _error(path, f"holds {size} MB; the limit is {bound} MB", "Split it into several files")
    return None


def limit_of(path: Path) -> int:
    """How large a file of this name may be, in bytes: only of a project is a part, recordings, never read."""
    return MAX_PROJECT_BYTES if path.suffix.lower() in _PROJECTS else MAX_FILE_BYTES


def leads_out(path: Path, root: Path) -> bool:
    """Tell whether the path, links followed, lies outside the folder."""
    return not path.resolve().is_relative_to(root.resolve())


def begins(path: Path, sign: bytes) -> bool:
    """Tell whether a file that `refusal` let pass begins with these bytes. Raises UnreadableError."""
    try:
        with path.open("rb") as file:
            return file.read(len(sign)) == sign
    except OSError as error:
        raise _unread(path, error) from error


def read_bytes(path: Path) -> bytes:
    """The bytes of a file that `refusal` let pass. Raises UnreadableError."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise _unread(path, error) from error


def digest_into(digest: Digest, path: Path) -> None:
    """Feed the bytes of a file that `refusal` let pass to a hash, a piece at a time. Raises UnreadableError."""
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
    except OSError as error:
        raise _unread(path, error) from error


def repacked(path: Path) -> io.BytesIO:
    """A .docx or .xlsx as a ZIP whose parts were unpacked here within the bounds, and are stored plain.

    A library that reads it meets exactly the bytes that were counted, whatever the original's headers claim, and no
    XML that declares a type. Raises UnreadableError.
    """
    packed = io.BytesIO(read_bytes(path))
    whole = io.BytesIO()
    try:
        with zipfile.ZipFile(packed) as archive, zipfile.ZipFile(whole, "w", zipfile.ZIP_STORED) as copy:
            for name, content in _parts(path, archive):
                copy.writestr(zipfile.ZipInfo(name), content)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError, OSError) as error:
        hint = "Open it in Word or Excel, take off any password, and save it again"
        raise UnreadableError(_error(path, f"is damaged or protected ({_reason(error)})", hint)) from error
    whole.seek(0)
    return whole


def parts_of(whole: io.BytesIO) -> Iterator[tuple[str, bytes]]:
    """The names and contents of the parts of a `repacked` file, one after the other."""
    with zipfile.ZipFile(whole) as archive:
        for member in archive.infolist():
            yield member.filename, archive.read(member)
    whole.seek(0)


def _parts(path: Path, archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    members = archive.infolist()
    if len(members) > MAX_PARTS:
        raise UnreadableError(_error(path, f"has more than {MAX_PARTS} parts", "Save it again from Word or Excel"))
    if sum(member.file_size for member in members) > MAX_UNPACKED_BYTES:
        raise UnreadableError(_too_large(path))
    total = 0
    seen: set[str] = set()
    for member in members:
        if member.filename in seen or member.is_dir():
            continue
        seen.add(member.filename)
        content = bytearray()
        with archive.open(member) as part:
            while chunk := part.read(_CHUNK):
                content += chunk
                total += len(chunk)
                if total > MAX_UNPACKED_BYTES:
                    raise UnreadableError(_too_large(path))
        if member.filename.lower().endswith(_MARKUP) and _declares(content):
            message = f"has a part, {member.filename}, that declares a DOCTYPE, which no office program writes"
            raise UnreadableError(_error(path, message, "Do not open it in a hurry: ask whoever sent it"))
        yield member.filename, bytes(content)


def _declares(xml: bytearray) -> bool:
    """Tell whether XML declares a type, and with it entities that might grow without end, lead out, or swallow
    words."""
    in_utf16 = xml.startswith(_UTF16_MARKS) or 0 in xml[:4]
    return b"<!DOCTYPE" in (xml.replace(b"\x00", b"") if in_utf16 else xml)


def _too_large(path: Path) -> Problem:
    message = f"unpacks to more than {MAX_UNPACKED_BYTES // MEGABYTE} MB"
    return _error(path, message, "Save it again without pictures, or split it")


def _unread(path: Path, error: OSError) -> UnreadableError:
    return UnreadableError(_error(path, f"cannot be read ({_reason(error)})", "See that you may read the file"))


def _error(path: Path, what: str, hint: str) -> Problem:
    return Problem(Severity.ERROR, f"the file {what}", Place(path), hint)


def _reason(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return error.strerror.lower()
    return str(error) or type(error).__name__
