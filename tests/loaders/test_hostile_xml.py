"""XML that grows without end or leads out, in every place where a format that is read holds XML."""

from __future__ import annotations

import select
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graphmodel.errors import Problem, Severity
from graphmodel.records import Transcript
from loaders.folder import source_of
from tests.fuzz.guard import watched
from tests.fuzz.markup import is_xml
from tests.loaders import golden
from tests.loaders.builders import hostile, taguette
from tests.loaders.builders.hostile import SECRET
from tests.loaders.builders.sqlite_file import writing
from tests.loaders.reading import reader_of, source_at

SECONDS, MEGABYTES = 2.0, 100.0
ATTACKS = tuple(hostile.doctypes(Path("/"), 0))
EXPANDED = "ha" * 100
SAMPLES = [path for path in golden.samples() if is_xml(path.read_bytes()) or path.read_bytes().startswith(b"PK")]


@pytest.fixture
def port() -> Iterator[int]:
    """A port of this machine that nobody may call."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]
        assert select.select([server], [], [], 0)[0] == []


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """A file beside the folder that is read."""
    (tmp_path / "secret.txt").write_text(SECRET)
    (tmp_path / "study").mkdir()
    return tmp_path / "secret.txt"


def _parts(sample: Path) -> list[tuple[str, bytes]]:
    """The XML in a sample: a part of a ZIP file by its name, or all of it."""
    content = sample.read_bytes()
    if is_xml(content):
        return [("", content)]
    named = hostile.parts_of(content).items()
    return [(name, part) for name, part in named if part.lstrip(b"\xef\xbb\xbf \r\n").startswith(b"<")]


def _read(sample: Path, secret: Path, part: str, xml: bytes) -> list[Any]:
    """What is read of the sample with other XML; looked at for what must not be."""
    path = secret.parent / "study" / f"P1-1{sample.suffix}"
    path.write_bytes(hostile.with_part(sample.read_bytes(), part, xml) if part else xml)
    loader = reader_of(source_of(sample, None).format)
    with watched(path.parent) as watch:
        items = list(source_at(path, loader).read())
    assert watch.wrong == []
    assert watch.seconds < SECONDS
    assert watch.megabytes < MEGABYTES
    assert SECRET not in repr(items)
    assert EXPANDED not in repr(items)
    return items


def _is_refused(items: list[Any]) -> bool:
    return [(type(item), item.severity) for item in items] == [(Problem, Severity.ERROR)] and bool(items[0].hint)


def test_every_format_with_xml_in_it_is_here() -> None:
    assert {sample.suffix for sample in SAMPLES} >= {".qdpx", ".qde", ".qdc", ".docx", ".odt", ".xlsx", ".xml", ".rdf"}


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_declared_entities_are_refused(sample: Path, attack: str, secret: Path, port: int) -> None:
    for name, xml in _parts(sample):
        items = _read(sample, secret, name, hostile.declaring(xml, hostile.doctypes(secret, port)[attack]))
        assert _is_refused(items), name


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_declared_entities_are_refused_in_other_encodings(sample: Path, secret: Path, port: int) -> None:
    for name, xml in _parts(sample):
        declared = hostile.declaring(xml, hostile.doctypes(secret, port)["file"])
        assert _is_refused(_read(sample, secret, name, hostile.in_utf16(declared))), name


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_nothing_is_included_and_no_style_is_fetched(sample: Path, secret: Path, port: int) -> None:
    for name, xml in _parts(sample):
        _read(sample, secret, name, hostile.including(xml, secret.as_uri(), f"http://127.0.0.1:{port}/x"))


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_web_page_declares_nothing_and_fetches_nothing(attack: str, secret: Path, port: int) -> None:
    page = hostile.page(hostile.doctypes(secret, port)[attack], f"http://127.0.0.1:{port}/x", secret.as_uri())
    sample = next(path for path in golden.samples() if path.suffix == ".html")
    (record,) = _read(sample, secret, "", page.encode())
    assert record.text.split("\n")[-1] == "I: Are &x; there?"


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_web_page_within_a_project_fetches_nothing(attack: str, secret: Path, port: int) -> None:
    page = hostile.page(hostile.doctypes(secret, port)[attack], f"http://127.0.0.1:{port}/x", secret.as_uri())
    sample = taguette.build(secret.parent / "a.sqlite3")
    with writing(sample) as connection:
        connection.execute("UPDATE documents SET contents = ?", (page,))
        connection.execute("UPDATE highlights SET snippet = ?", (page,))
    items = _read(sample, secret, "", sample.read_bytes())
    assert any(isinstance(item, Transcript) and "Are &x; there?" in item.text for item in items)
