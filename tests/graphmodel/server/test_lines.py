from __future__ import annotations

import pytest

from graphmodel.errors import GraphmodelError
from graphmodel.server.lines import DEFAULT_VERSION, LINE_VARIABLE, LINES, ServerLine, chosen_line

EVERY_LINE = pytest.mark.parametrize("line", LINES.values(), ids=LINES)


@EVERY_LINE
def test_each_lock_names_whole_files_once(line: ServerLine) -> None:
    jars = line.jars()

    assert len({jar.path for jar in jars}) == len(jars)
    assert all(len(jar.sha256) == 64 and jar.size > 0 and jar.path.endswith(".jar") for jar in jars)


@EVERY_LINE
def test_each_lock_holds_the_coordinates_of_its_line_and_nothing_that_is_left_out(line: ServerLine) -> None:
    locked = {jar.coordinates for jar in line.jars()}

    assert set(line.coordinates) <= locked
    assert not [name for name in locked if name.startswith(line.left_out)]


@EVERY_LINE
def test_each_path_is_the_one_of_its_coordinates_in_a_maven_repository(line: ServerLine) -> None:
    for jar in line.jars():
        group, artifact, version = jar.coordinates.split(":")
        assert jar.path.startswith(f"{group.replace('.', '/')}/{artifact}/{version}/{artifact}-{version}")


def test_the_newest_line_is_run_unless_another_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(LINE_VARIABLE, raising=False)
    assert chosen_line().version == DEFAULT_VERSION

    monkeypatch.setenv(LINE_VARIABLE, "5.26.30")
    assert chosen_line().version == "5.26.30"


def test_an_unknown_line_is_refused_with_those_that_are_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(LINE_VARIABLE, "4.4.0")

    with pytest.raises(GraphmodelError, match=r"4\.4\.0") as refusal:
        chosen_line()
    assert "2026.08.1, 5.26.30" in str(refusal.value.hint)
