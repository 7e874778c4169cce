from __future__ import annotations

from pathlib import Path

import pytest

from graphmodel.errors import GraphmodelError
from graphmodel.server.fetch import fetch_jars
from graphmodel.server.ports import free_ports
from graphmodel.server.progress import silent
from tests.graphmodel.server.repository import Repository, locked

FIRST = "org/a0/1/a0-1.jar"


def held(store: Path) -> dict[str, bytes]:
    return {path.relative_to(store).as_posix(): path.read_bytes() for path in store.rglob("*.jar")}


def parts(store: Path) -> list[Path]:
    return list(store.rglob("*.part"))


def test_every_file_is_brought_whole_and_the_progress_ends_at_their_size(
    repository: Repository, files: dict[str, bytes], tmp_path: Path
) -> None:
    reports: list[tuple[int, int | None]] = []

    fetched = fetch_jars(locked(files), tmp_path / "jars", lambda label, done, total: reports.append((done, total)))

    size = sum(map(len, files.values()))
    assert (fetched, held(tmp_path / "jars"), parts(tmp_path)) == (len(files), files, [])
    assert reports[-1] == (size, size)


def test_a_second_fetch_asks_for_nothing(repository: Repository, files: dict[str, bytes], tmp_path: Path) -> None:
    fetch_jars(locked(files), tmp_path / "jars", silent)
    repository.asked.clear()

    assert fetch_jars(locked(files), tmp_path / "jars", silent) == 0
    assert repository.asked == []


def test_a_fetch_goes_on_where_an_interrupted_one_stopped(
    repository: Repository, files: dict[str, bytes], tmp_path: Path
) -> None:
    part = tmp_path / "jars" / f"{FIRST}.part"
    part.parent.mkdir(parents=True)
    part.write_bytes(files[FIRST][:123_456])

    fetch_jars(locked(files), tmp_path / "jars", silent)

    assert (FIRST, "bytes=123456-") in repository.asked
    assert (held(tmp_path / "jars"), parts(tmp_path)) == (files, [])


def test_a_repository_that_knows_no_ranges_sends_the_whole_again(
    repository: Repository, files: dict[str, bytes], tmp_path: Path
) -> None:
    repository.knows_ranges = False
    repository.cut_short = {FIRST}

    fetch_jars(locked(files), tmp_path / "jars", silent)

    assert held(tmp_path / "jars") == files


def test_a_connection_that_breaks_is_taken_up_again(
    repository: Repository, files: dict[str, bytes], tmp_path: Path
) -> None:
    repository.cut_short = set(files)

    fetch_jars(locked(files), tmp_path / "jars", silent)

    assert (held(tmp_path / "jars"), parts(tmp_path)) == (files, [])


def test_a_part_with_other_bytes_is_thrown_away(
    repository: Repository, files: dict[str, bytes], tmp_path: Path
) -> None:
    part = tmp_path / "jars" / f"{FIRST}.part"
    part.parent.mkdir(parents=True)
    part.write_bytes(b"x" * 1000)

    fetch_jars(locked(files), tmp_path / "jars", silent)

    assert (held(tmp_path / "jars"), parts(tmp_path)) == (files, [])


def test_a_file_that_differs_from_the_lock_is_refused_and_the_others_stay(
    repository: Repository, files: dict[str, bytes], tmp_path: Path
) -> None:
    repository.files[FIRST] = b"x" * len(files[FIRST])

    with pytest.raises(GraphmodelError, match=f"{FIRST}.*SHA-256"):
        fetch_jars(locked(files), tmp_path / "jars", silent)

    assert FIRST not in held(tmp_path / "jars")
    assert parts(tmp_path) == []


def test_a_corrupt_jar_in_the_store_is_brought_anew(
    repository: Repository, files: dict[str, bytes], tmp_path: Path
) -> None:
    fetch_jars(locked(files), tmp_path / "jars", silent)
    (tmp_path / "jars" / FIRST).write_bytes(b"x" * len(files[FIRST]))

    assert fetch_jars(locked(files), tmp_path / "jars", silent) == 1
    assert held(tmp_path / "jars") == files


def test_a_lost_list_of_verified_jars_costs_a_look_and_no_download(
    repository: Repository, files: dict[str, bytes], tmp_path: Path
) -> None:
    fetch_jars(locked(files), tmp_path / "jars", silent)
    (tmp_path / "jars" / "verified.json").write_text("{ half a", encoding="utf-8")

    assert fetch_jars(locked(files), tmp_path / "jars", silent) == 0


def test_files_of_the_users_maven_cache_are_used_where_their_hash_is_right(
    repository: Repository, files: dict[str, bytes], tmp_path: Path
) -> None:
    for path, content in files.items():
        cached = tmp_path / "m2" / path
        cached.parent.mkdir(parents=True)
        cached.write_bytes(content if path != FIRST else b"x" * len(content))

    fetch_jars(locked(files), tmp_path / "jars", silent)

    assert held(tmp_path / "jars") == files
    assert [path for path, _ in repository.asked] == [FIRST]
    assert (tmp_path / "m2" / FIRST).read_bytes() == b"x" * len(files[FIRST])


def test_a_file_that_is_not_there_is_named_with_the_answer(
    repository: Repository, files: dict[str, bytes], tmp_path: Path
) -> None:
    del repository.files[FIRST]

    with pytest.raises(GraphmodelError, match=f"404.*{FIRST}"):
        fetch_jars(locked(files), tmp_path / "jars", silent)


def test_without_a_connection_the_other_ways_to_a_neo4j_are_named(
    files: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nobody = f"http://127.0.0.1:{free_ports().http}"
    monkeypatch.setenv("M2_REPO", str(tmp_path / "m2"))
    monkeypatch.setattr("graphmodel.server.download.repository_url", lambda: nobody)

    with pytest.raises(GraphmodelError, match="Maven Central cannot be reached") as refusal:
        fetch_jars(locked(files), tmp_path / "jars", silent)

    for way in ("server fetch --to", "server fetch --from", "docker compose", "NEO4J_URI"):
        assert way in str(refusal.value.hint)
    assert held(tmp_path / "jars") == {}


def test_a_folder_that_cannot_be_written_is_named(
    repository: Repository, files: dict[str, bytes], tmp_path: Path
) -> None:
    (tmp_path / "jars").write_text("a file where a folder should be", encoding="utf-8")

    with pytest.raises(GraphmodelError, match=r"cannot be used: .*jars"):
        fetch_jars(locked(files), tmp_path / "jars", silent)
