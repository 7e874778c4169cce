from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from graphmodel.errors import GraphmodelError
from graphmodel.server.bundle import read_bundle, write_bundle
from graphmodel.server.lines import LINES, LockedJar, ServerLine
from graphmodel.server.progress import silent
from tests.graphmodel.server.repository import locked

FIRST = "org/a0/1/a0-1.jar"


@pytest.fixture
def line(files: dict[str, bytes], monkeypatch: pytest.MonkeyPatch) -> ServerLine:
    """A server line of the small files."""
    jars: tuple[LockedJar, ...] = locked(files)
    monkeypatch.setattr("graphmodel.server.lines._locked_jars", lambda version: jars)
    return replace(LINES["2026.08.1"], version="small")


@pytest.fixture
def bundle(line: ServerLine, files: dict[str, bytes], tmp_path: Path) -> Path:
    store = tmp_path / "there"
    for path, content in files.items():
        (store / path).parent.mkdir(parents=True)
        (store / path).write_bytes(content)
    write_bundle(line, store, tmp_path / "bundle.zip", silent)
    return tmp_path / "bundle.zip"


def changed(bundle: Path, members: dict[str, bytes], *, compression: int = zipfile.ZIP_STORED) -> Path:
    """The bundle with some members replaced or added."""
    other = bundle.with_name("changed.zip")
    with zipfile.ZipFile(bundle) as old, zipfile.ZipFile(other, "w", compression) as new:
        for name in dict.fromkeys([*old.namelist(), *members]):
            new.writestr(name, members[name] if name in members else old.read(name))
    return other


def held(store: Path) -> dict[str, bytes]:
    return {path.relative_to(store).as_posix(): path.read_bytes() for path in store.rglob("*.jar")}


def test_a_bundle_brings_every_file_to_another_store(
    line: ServerLine, files: dict[str, bytes], bundle: Path, tmp_path: Path
) -> None:
    reports: list[tuple[int, int | None]] = []

    read_bundle(line, tmp_path / "here", bundle, lambda label, done, total: reports.append((done, total)))

    size = sum(map(len, files.values()))
    assert held(tmp_path / "here") == files
    assert reports[-1] == (size, size)


def test_nothing_but_the_locked_files_is_taken_from_a_bundle(
    line: ServerLine, files: dict[str, bytes], bundle: Path, tmp_path: Path
) -> None:
    hostile = changed(bundle, {"../../out.jar": b"x", "/etc/out.jar": b"x", "jars/../../out.jar": b"x"})

    read_bundle(line, tmp_path / "a" / "b" / "here", hostile, silent)

    assert held(tmp_path / "a") == {f"b/here/{path}": content for path, content in files.items()}
    assert not list(tmp_path.rglob("out.jar"))


@pytest.mark.parametrize("content", [b"x" * 400_000, b"short", b"0" * 50_000_000], ids=["other", "short", "bomb"])
def test_a_file_that_differs_from_the_lock_is_refused_and_named(
    content: bytes, line: ServerLine, bundle: Path, tmp_path: Path
) -> None:
    altered = changed(bundle, {f"jars/{FIRST}": content}, compression=zipfile.ZIP_DEFLATED)

    with pytest.raises(GraphmodelError, match=f"not what graphmodel was tested with.*{FIRST}"):
        read_bundle(line, tmp_path / "here", altered, silent)

    assert FIRST not in held(tmp_path / "here")
    assert not list((tmp_path / "here").rglob("*.part"))


def test_a_bundle_of_another_version_is_refused(line: ServerLine, bundle: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "older.zip", "w") as archive:
        archive.writestr("jars/org/other.jar", b"x")

    with pytest.raises(GraphmodelError, match="it lacks 12 of its files"):
        read_bundle(line, tmp_path / "here", tmp_path / "older.zip", silent)


@pytest.mark.parametrize("content", [b"", b"not a zip at all"], ids=["empty", "text"])
def test_a_file_that_is_no_zip_is_refused(content: bytes, line: ServerLine, tmp_path: Path) -> None:
    (tmp_path / "no.zip").write_bytes(content)

    with pytest.raises(GraphmodelError, match="not a whole zip file"):
        read_bundle(line, tmp_path / "here", tmp_path / "no.zip", silent)


def test_half_a_bundle_is_refused(line: ServerLine, bundle: Path, tmp_path: Path) -> None:
    half = tmp_path / "half.zip"
    half.write_bytes(bundle.read_bytes()[: bundle.stat().st_size // 2])

    with pytest.raises(GraphmodelError, match="not a whole zip file"):
        read_bundle(line, tmp_path / "here", half, silent)


def test_a_bundle_that_is_not_there_is_named(line: ServerLine, tmp_path: Path) -> None:
    with pytest.raises(GraphmodelError, match=r"cannot be read: .*none\.zip.*No such file"):
        read_bundle(line, tmp_path / "here", tmp_path / "none.zip", silent)


def test_a_bundle_is_not_left_half_written(line: ServerLine, tmp_path: Path) -> None:
    with pytest.raises(GraphmodelError, match="cannot be written"):
        write_bundle(line, tmp_path / "empty store", tmp_path / "bundle.zip", silent)

    assert list(tmp_path.glob("bundle.zip*")) == []
