"""What is no file with content of its format, for every reader: empty, a folder, a link out, noise, cut off, in another
encoding."""

from __future__ import annotations

import codecs
import os
import random
import shutil
from pathlib import Path
from typing import Any

import pytest

from graphmodel.errors import GraphmodelError, Problem, Severity
from loaders import registry
from loaders.folder import source_of
from loaders.safety import MEGABYTE
from loaders.source import Source
from tests.fuzz.guard import watched
from tests.fuzz.markup import is_xml
from tests.loaders import golden
from tests.loaders.builders.hostile import SECRET
from tests.loaders.reading import reader_of, source_at

READERS = [(reader_of(each), suffix) for each in registry.FORMATS for suffix in each.suffixes]
every_reader = pytest.mark.parametrize(("reader", "suffix"), READERS)
NOISE_BYTES = 3_000
TEXTS = [
    path
    for path in golden.samples()
    if path.suffix not in (".docx", ".odt", ".xlsx", ".xls", ".pdf", ".rtf", ".qdpx", ".qda", ".rqda", ".sqlite3")
]
PLAIN = [path for path in TEXTS if not is_xml(path.read_bytes()) and path.suffix != ".html"]
SECONDS, MEGABYTES = 5.0, 150.0


def _items(source: Source) -> list[Any]:
    with watched(source.path.parent) as watch:
        items = list(source.read())
        assert source.fingerprint() == source.fingerprint()
    assert watch.wrong == []
    assert watch.seconds < SECONDS
    assert watch.megabytes < MEGABYTES
    assert all(item.message and item.place.file == source.path for item in items if isinstance(item, Problem))
    return items


def _refusal(source: Source) -> str:
    """What is said of a file that is not opened."""
    (problem,) = _items(source)
    assert isinstance(problem, Problem)
    assert problem.severity is Severity.ERROR
    assert problem.hint
    return problem.message


def _study(folder: Path) -> Path:
    (folder / "secret.txt").write_text(SECRET)
    (folder / "study").mkdir()
    return folder / "study"


@every_reader
def test_an_empty_file(tmp_path: Path, reader: str, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    path.touch()
    assert _refusal(source_at(path, reader)) == "the file is empty"
    with pytest.raises(GraphmodelError, match="is empty"):
        registry.recognise(path)


@every_reader
@pytest.mark.parametrize("content", [b"\n", b" ", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\n" * 100_000])
def test_a_file_with_nothing_in_it(tmp_path: Path, reader: str, suffix: str, content: bytes) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(content)
    items = _items(source_at(path, reader))
    assert len(items) <= 3
    assert SECRET not in repr(items)


@every_reader
def test_a_folder_where_a_file_should_be(tmp_path: Path, reader: str, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    path.mkdir()
    assert "is a folder" in _refusal(source_at(path, reader))
    with pytest.raises(GraphmodelError, match="is a folder"):
        registry.recognise(path)


@every_reader
def test_a_file_beyond_the_bound(tmp_path: Path, reader: str, suffix: str) -> None:
    """A file of that length with nothing in it: only of projects, recordings are a part that is not read."""
    limit = 4096 if suffix in (".qdpx", ".qda", ".rqda", ".sqlite3", ".sqlite", ".db") else 200
    path = tmp_path / f"a{suffix}"
    with path.open("wb") as file:
        file.truncate(limit * MEGABYTE + 1)
    assert _refusal(source_at(path, reader)) == f"the file holds {limit + 1} MB; the limit is {limit} MB"
    with pytest.raises(GraphmodelError, match=f"the limit is {limit} MB"):
        registry.recognise(path)


@every_reader
def test_a_pipe_where_a_file_should_be(tmp_path: Path, reader: str, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    os.mkfifo(path)
    assert "is not an ordinary file" in _refusal(source_at(path, reader))


@every_reader
def test_a_link_out_of_the_study_folder(tmp_path: Path, reader: str, suffix: str) -> None:
    path = _study(tmp_path) / f"a{suffix}"
    path.symlink_to(tmp_path / "secret.txt")
    assert "leads out of the study folder" in _refusal(source_at(path, reader))
    path.unlink()
    (tmp_path / "study" / "inner").symlink_to(tmp_path)
    path = tmp_path / "study" / "inner" / "secret.txt"
    source = source_at(path, reader)
    outside = Source(source.format, path, tmp_path / "study", "inner/secret.txt")
    assert "leads out" in str(next(outside.read()))


@every_reader
def test_a_link_to_nowhere_and_one_to_itself(tmp_path: Path, reader: str, suffix: str) -> None:
    for target in ("absent", f"a{suffix}"):
        path = tmp_path / f"a{suffix}"
        path.unlink(missing_ok=True)
        path.symlink_to(tmp_path / target)
        assert "cannot be opened" in _refusal(source_at(path, reader))


@every_reader
@pytest.mark.parametrize(
    "beginning", [b"", b"PK\x03\x04", b"SQLite format 3\x00", b"<?xml version='1.0'?>", b"{\\rtf1", b"%PDF-1.7"]
)
def test_noise(tmp_path: Path, reader: str, suffix: str, beginning: bytes) -> None:
    chance = random.Random(f"{reader}{suffix}")
    path = tmp_path / f"a{suffix}"
    for _ in range(2):
        path.write_bytes(beginning + chance.randbytes(NOISE_BYTES))
        items = _items(source_at(path, reader))
        assert items
        assert repr(items).encode()


@pytest.mark.parametrize("sample", golden.samples(), ids=lambda path: f"{path.parent.name}-{path.name}")
def test_a_file_that_is_cut_off(tmp_path: Path, sample: Path) -> None:
    """At a few places: the fuzz tests cut at many."""
    content, reader = sample.read_bytes(), reader_of(source_of(sample, None).format)
    for part in (0.02, 0.3, 0.6, 0.97):
        path = tmp_path / f"a{sample.suffix}"
        path.write_bytes(content[: max(1, int(len(content) * part))])
        items = _items(source_at(path, reader))
        assert repr(items).encode()


def _said(items: list[Any]) -> list[str]:
    """The records as text, with their places: the file is the same one."""
    return [repr(item) for item in items if not isinstance(item, Problem)]


@pytest.mark.parametrize("sample", PLAIN, ids=lambda path: f"{path.parent.name}-{path.name}")
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_encodings_that_say_what_they_are(tmp_path: Path, sample: Path, encoding: str) -> None:
    reader = reader_of(source_of(sample, None).format)
    marks = {"utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}
    plain = sample.read_bytes().decode("cp1252" if "1252" in sample.name else "utf-8-sig")
    path = tmp_path / f"a{sample.suffix}"
    path.write_bytes(plain.encode("utf-8"))
    wanted = _said(_items(source_at(path, reader)))
    path.write_bytes(marks.get(encoding, b"") + plain.encode(encoding))
    assert _said(_items(source_at(path, reader))) == wanted


@pytest.mark.parametrize("sample", PLAIN, ids=lambda path: f"{path.parent.name}-{path.name}")
@pytest.mark.parametrize("encoding", ["utf-32", "utf-16-le", "cp037", "shift-jis", "koi8-r"])
def test_encodings_that_do_not(tmp_path: Path, sample: Path, encoding: str) -> None:
    """Words in an encoding that nothing tells are never taken for others in silence."""
    reader = reader_of(source_of(sample, None).format)
    text = sample.read_bytes().decode("cp1252" if "1252" in sample.name else "utf-8-sig")
    path = tmp_path / f"a{sample.suffix}"
    path.write_bytes(text.encode("utf-8"))
    wanted = _said(_items(source_at(path, reader)))
    path.write_bytes(text.encode(encoding, "ignore"))
    items = _items(source_at(path, reader))
    assert _said(items) == wanted or any(isinstance(item, Problem) for item in items) or path.read_bytes().isascii()


def test_a_copy_of_a_sample_in_every_place_is_read_alike(tmp_path: Path) -> None:
    """The path says nothing: blanks, marks of addresses and of SQLite's, other scripts."""
    for sample in golden.samples():
        folder = tmp_path / "a b?mode=rwc#%20é☕'\"; DROP"
        folder.mkdir(exist_ok=True)
        copied = shutil.copyfile(sample, folder / sample.name)
        reader = reader_of(source_of(sample, None).format)
        assert len(_items(source_at(copied, reader))) == len(list(source_of(sample, None).read()))
