from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest

from graphmodel.errors import Problem
from loaders import safety


def _refused(path: Path, root: Path | None = None, limit: int = safety.MAX_FILE_BYTES) -> Problem:
    problem = safety.refusal(path, root, limit)
    assert problem is not None
    assert problem.severity == "error"
    assert problem.place.file == path
    assert problem.hint
    return problem


def _zip(path: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def test_an_ordinary_file_is_let_pass(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("a")
    assert safety.refusal(tmp_path / "a.csv", tmp_path) is None


def test_what_must_not_be_opened(tmp_path: Path) -> None:
    (tmp_path / "folder.csv").mkdir()
    (tmp_path / "empty.csv").touch()
    os.mkfifo(tmp_path / "pipe.csv")
    (tmp_path / "loop.csv").symlink_to(tmp_path / "loop.csv")
    assert "folder" in _refused(tmp_path / "folder.csv").message
    assert "empty" in _refused(tmp_path / "empty.csv").message
    assert "ordinary" in _refused(tmp_path / "pipe.csv").message
    assert "cannot be opened" in _refused(tmp_path / "absent.csv").message
    assert "cannot be opened" in _refused(tmp_path / "loop.csv", tmp_path).message


def test_a_link_may_not_lead_out_of_the_folder(tmp_path: Path) -> None:
    inside = tmp_path / "study"
    inside.mkdir()
    (tmp_path / "secret.csv").write_text("a")
    (inside / "a.csv").symlink_to(tmp_path / "secret.csv")
    (inside / "b.csv").write_text("b")
    (inside / "c.csv").symlink_to(inside / "b.csv")
    assert "out of the study folder" in _refused(inside / "a.csv", inside).message
    assert safety.refusal(inside / "c.csv", inside) is None


def test_a_file_over_the_limit_is_refused_with_both_sizes(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"a" * (safety.MEGABYTE + 1))
    assert "holds 2 MB; the limit is 1 MB" in _refused(tmp_path / "a.csv", limit=safety.MEGABYTE).message


def test_repacking_keeps_every_part(tmp_path: Path) -> None:
    parts = {"a.xml": b"a" * 1000, "b/c.xml": b"c"}
    assert dict(safety.parts_of(safety.repacked(_zip(tmp_path / "a.zip", parts)))) == parts


def test_a_bomb_that_says_what_it_unpacks_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(safety, "MAX_UNPACKED_BYTES", safety.MEGABYTE)
    with pytest.raises(safety.UnreadableError, match="unpacks to more than 1 MB"):
        safety.repacked(_zip(tmp_path / "a.zip", {"a": b"0" * (2 * safety.MEGABYTE)}))


def test_a_bomb_that_lies_about_its_size(tmp_path: Path) -> None:
    path = _zip(tmp_path / "a.zip", {"a": b"0" * safety.MEGABYTE})
    true, false = safety.MEGABYTE.to_bytes(4, "little"), (10).to_bytes(4, "little")
    path.write_bytes(path.read_bytes().replace(true, false))
    with pytest.raises(safety.UnreadableError, match="damaged"):
        safety.repacked(path)


def test_too_many_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(safety, "MAX_PARTS", 3)
    with pytest.raises(safety.UnreadableError, match="more than 3 parts"):
        safety.repacked(_zip(tmp_path / "a.zip", {str(number): b"" for number in range(4)}))


@pytest.mark.parametrize("content", [b"no zip", b"PK\x03\x04cut off", b"PK\x05\x06" + b"\xff" * 18])
def test_what_is_no_zip(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.docx").write_bytes(content)
    with pytest.raises(safety.UnreadableError, match="damaged or protected"):
        safety.repacked(tmp_path / "a.docx")


def test_a_file_with_a_password(tmp_path: Path) -> None:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr("a", b"abc")
    content = bytearray(whole.getvalue())
    content[content.index(b"PK\x01\x02") + 8] |= 1
    content[6] |= 1
    (tmp_path / "a.docx").write_bytes(content)
    with pytest.raises(safety.UnreadableError, match="password"):
        safety.repacked(tmp_path / "a.docx")
