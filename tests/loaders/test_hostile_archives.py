"""ZIP files that unpack without end or lead out, for every format that is one."""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from graphmodel.errors import Problem, Severity
from graphmodel.records import Transcript
from loaders import refi_package, safety
from loaders.folder import source_of
from loaders.safety import MEGABYTE
from tests.fuzz.guard import Watch, watched
from tests.loaders import golden
from tests.loaders.builders import hostile
from tests.loaders.builders.hostile import SECRET
from tests.loaders.reading import reader_of, source_at

SAMPLES = [path for path in golden.samples() if path.read_bytes().startswith(b"PK")]
EACH_FORMAT = list({(path.parent.name, path.suffix): path for path in SAMPLES}.values())
MAIN_PART = {".docx": "word/document.xml", ".odt": "content.xml", ".xlsx": "xl/workbook.xml", ".qdpx": "project.qde"}
every_format = pytest.mark.parametrize("sample", EACH_FORMAT, ids=lambda path: f"{path.parent.name}{path.suffix}")


def _read(sample: Path, folder: Path, content: bytes) -> tuple[list[Any], list[Problem], Watch]:
    inside = folder / "study"
    inside.mkdir(exist_ok=True)
    path = inside / f"P1-1{sample.suffix}"
    path.write_bytes(content)
    loader = reader_of(source_of(sample, None).format)
    with watched(inside) as watch:
        items = list(source_at(path, loader).read())
    assert watch.wrong == []
    assert watch.seconds < 5
    assert [each.name for each in inside.iterdir()] == [path.name]
    assert all(item.place.file == path for item in items if isinstance(item, Problem))
    problems = [item for item in items if isinstance(item, Problem)]
    return [item for item in items if not isinstance(item, Problem)], problems, watch


def _refused(sample: Path, folder: Path, content: bytes) -> str:
    """What is said where a file is refused as a whole."""
    records, problems, watch = _read(sample, folder, content)
    assert records == []
    assert [problem.severity for problem in problems] == [Severity.ERROR]
    assert problems[0].hint
    assert watch.megabytes < 100
    return problems[0].message


def test_every_format_that_is_an_archive_is_here() -> None:
    assert {path.suffix for path in EACH_FORMAT} == set(MAIN_PART)


@every_format
def test_a_part_that_unpacks_without_end(tmp_path: Path, sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(safety, "MAX_UNPACKED_BYTES", 20 * MEGABYTE)
    monkeypatch.setattr(refi_package, "MAX_XML_BYTES", 20 * MEGABYTE)
    bomb = hostile.with_part(sample.read_bytes(), MAIN_PART[sample.suffix], b" " * (100 * MEGABYTE))
    assert len(bomb) < MEGABYTE
    assert "unpacks to more than 20 MB" in _refused(sample, tmp_path, bomb)


@every_format
def test_a_part_that_lies_about_its_length(tmp_path: Path, sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(safety, "MAX_UNPACKED_BYTES", 20 * MEGABYTE)
    monkeypatch.setattr(refi_package, "MAX_XML_BYTES", 20 * MEGABYTE)
    length = 100 * MEGABYTE
    bomb = hostile.with_part(sample.read_bytes(), MAIN_PART[sample.suffix], b" " * length)
    liar = bomb.replace(length.to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    assert liar != bomb
    assert "damaged" in _refused(sample, tmp_path, liar)


@every_format
def test_parts_without_number(tmp_path: Path, sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(refi_package, "MAX_PARTS", safety.MAX_PARTS)
    many = {f"extra/{number}": b"" for number in range(safety.MAX_PARTS)}
    content = hostile.packed({**hostile.parts_of(sample.read_bytes()), **many})
    assert f"more than {safety.MAX_PARTS} parts" in _refused(sample, tmp_path, content)


@every_format
def test_parts_that_share_their_bytes(tmp_path: Path, sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A few bytes that stand for many parts: the directory names each, and all lead to the same place."""
    monkeypatch.setattr(safety, "MAX_UNPACKED_BYTES", 20 * MEGABYTE)
    content = hostile.overlapping(sample.read_bytes(), "extra.xml", b" " * MEGABYTE, copies=200)
    assert len(content) < 200_000
    records, problems, watch = _read(sample, tmp_path, content)
    assert watch.megabytes < 100
    if sample.suffix == ".qdpx":  # no part is unpacked that the project does not name
        assert records
    else:
        assert "unpacks to more than 20 MB" in problems[0].message


@every_format
def test_archives_within_archives_are_left_closed(tmp_path: Path, sample: Path) -> None:
    bomb = hostile.packed({"a": b" " * (50 * MEGABYTE)})
    nested = hostile.packed({f"{number}.zip": bomb for number in range(10)})
    content = hostile.with_part(sample.read_bytes(), "word/embeddings/nested.zip", nested)
    records, _, watch = _read(sample, tmp_path, content)
    assert records
    assert watch.megabytes < 100


@every_format
@pytest.mark.parametrize("name", ["../out.xml", "/out.xml", "..\\out.xml", "C:\\out.xml", "a/../../out.xml"])
def test_names_that_lead_out_write_nothing(tmp_path: Path, sample: Path, name: str) -> None:
    parts = hostile.parts_of(sample.read_bytes())
    assert _read(sample, tmp_path, hostile.packed({**parts, name: b"<a/>"}))[0]
    assert sorted(each.name for each in tmp_path.iterdir()) == ["study"]


@every_format
@pytest.mark.parametrize("above", ["../", "/", "x/../../"])
def test_a_document_under_a_name_that_leads_out_is_none(tmp_path: Path, sample: Path, above: str) -> None:
    parts = hostile.parts_of(sample.read_bytes())
    moved = {(above + name if name == MAIN_PART[sample.suffix] else name): part for name, part in parts.items()}
    records, _, _ = _read(sample, tmp_path, hostile.packed(moved))
    assert records == [] or sample.suffix == ".qdpx"  # whose project may lie in any folder of the package


def test_a_link_in_a_project_is_the_words_of_its_path(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text(SECRET)
    sample = next(path for path in SAMPLES if path.suffix == ".qdpx")
    content = sample.read_bytes()
    for name in [name for name in hostile.parts_of(content) if name.endswith(".txt")]:
        content = hostile.with_link(content, name, str(tmp_path / "secret.txt"))
    records, _, _ = _read(sample, tmp_path, content)
    assert SECRET not in repr(records)
    assert {record.text for record in records if isinstance(record, Transcript)} == {str(tmp_path / "secret.txt")}


def _cut(content: bytes) -> bytes:
    return content[: len(content) // 2]


def _spoilt(content: bytes) -> bytes:
    at = content.index(b"PK\x03\x04") + 60
    return content[:at] + bytes(byte ^ 255 for byte in content[at : at + 40]) + content[at + 40 :]


def _without_directory(content: bytes) -> bytes:
    return content[: content.index(b"PK\x01\x02")]


def _with_method(content: bytes) -> bytes:
    return hostile.marked(content, at=10, local_at=8, value=99)


def _with_password(content: bytes) -> bytes:
    return hostile.marked(content, at=8, local_at=6, value=1)


def _endless(content: bytes) -> bytes:
    return content[:-22] + b"PK\x05\x06" + b"\xff" * 18


@every_format
@pytest.mark.parametrize("harm", [_cut, _spoilt, _without_directory, _with_method, _with_password, _endless])
def test_damaged_and_locked_archives(tmp_path: Path, sample: Path, harm: Callable[[bytes], bytes]) -> None:
    parts = hostile.parts_of(sample.read_bytes())
    content = hostile.packed({MAIN_PART[sample.suffix]: parts.pop(MAIN_PART[sample.suffix]), **parts})
    assert "damaged or protected" in _refused(sample, tmp_path, harm(content))


def test_what_the_builders_make_is_what_they_say() -> None:
    whole = hostile.overlapping(hostile.packed({"a": b"1"}), "x", b"2" * 100, copies=3)
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        assert archive.namelist() == ["a", "0-x", "1-x", "2-x"]
        assert len({member.header_offset for member in archive.infolist()}) == 2
        assert zlib.crc32(b"2" * 100) == archive.infolist()[1].CRC
    with zipfile.ZipFile(io.BytesIO(hostile.with_link(hostile.packed({"a": b"1"}), "a", "/x"))) as archive:
        assert stat.S_ISLNK(archive.getinfo("a").external_attr >> 16)
