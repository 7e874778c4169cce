from __future__ import annotations

import shutil
import time
from collections import namedtuple

import pytest

from graphmodel import server
from graphmodel.server import CacheState, Home
from graphmodel.server.ahead_of_time import (
    LEAST_FREE_BYTES,
    SWITCH,
    cache_file,
    cache_state,
    discard_others,
    java_options,
    train_in_background,
    training_lock,
)
from graphmodel.server.lines import LINES, chosen_line
from graphmodel.server.ports import free_ports, keep_ports

PATIENCE_S = 300
NEWEST = LINES["2026.08.1"]
Usage = namedtuple("Usage", "total used free")


@pytest.fixture
def switched_on(home: Home, monkeypatch: pytest.MonkeyPatch) -> Home:
    monkeypatch.delenv(SWITCH, raising=False)
    home.prepare()
    keep_ports(home.ports, free_ports())
    return home


def test_the_cache_is_made_beside_and_the_next_start_uses_it(switched_on: Home) -> None:
    """The one test that trains. A Java before 25 cannot, and says so."""
    line = chosen_line()
    expected = CacheState.READY if line.ahead_of_time else CacheState.UNSUPPORTED

    assert train_in_background(switched_on, line) is line.ahead_of_time
    assert await_training(switched_on) is expected

    assert sorted(path.suffix for path in switched_on.folder.glob("aot/*.aot")) == [".aot"] * line.ahead_of_time
    assert not (switched_on.ahead_of_time / "training").exists()
    server.ensure_running(home=switched_on, line=line)
    arguments = (switched_on.configuration / "java.args").read_text(encoding="utf-8")
    assert (str(cache_file(switched_on, line)) in arguments) is line.ahead_of_time
    assert server.status(switched_on).ahead_of_time is expected


def await_training(home: Home) -> CacheState:
    """The state when the training process has come and gone."""
    line = chosen_line()
    deadline = time.monotonic() + PATIENCE_S
    while cache_state(home, line) in (CacheState.MISSING, CacheState.TRAINING) and time.monotonic() < deadline:
        time.sleep(0.2)
    while (home.ahead_of_time / "training").exists() and time.monotonic() < deadline:
        time.sleep(0.2)
    return cache_state(home, line)


def test_a_cache_of_another_version_is_discarded(switched_on: Home) -> None:
    switched_on.ahead_of_time.mkdir()
    older, current = switched_on.ahead_of_time / "2026.07.0-0123456789abcdef.aot", cache_file(switched_on, NEWEST)
    older.touch()
    current.touch()

    discard_others(switched_on, NEWEST)

    assert [path.name for path in switched_on.ahead_of_time.iterdir()] == [current.name]
    assert java_options(switched_on, NEWEST) == [f"-XX:AOTCache={current}"]


def test_other_jars_mean_another_cache(switched_on: Home) -> None:
    elsewhere = Home(switched_on.folder, switched_on.folder / "other jars")

    assert cache_file(switched_on, NEWEST) != cache_file(elsewhere, NEWEST)


def test_nothing_is_trained_where_it_is_switched_off(switched_on: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SWITCH, "off")

    assert cache_state(switched_on, NEWEST) is CacheState.OFF
    assert train_in_background(switched_on, NEWEST) is False
    assert java_options(switched_on, NEWEST) == []


def test_nothing_is_trained_below_a_gigabyte_of_free_disk(switched_on: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: Usage(2**40, 2**40, LEAST_FREE_BYTES - 1))

    assert cache_state(switched_on, NEWEST) is CacheState.MISSING
    assert train_in_background(switched_on, NEWEST) is False
    assert not switched_on.ahead_of_time.exists()


def test_nothing_is_trained_twice_at_once(switched_on: Home) -> None:
    switched_on.ahead_of_time.mkdir()

    with training_lock(switched_on):
        assert cache_state(switched_on, NEWEST) is CacheState.TRAINING
        assert train_in_background(switched_on, NEWEST) is False
    assert cache_state(switched_on, NEWEST) is CacheState.MISSING


def test_nothing_is_trained_where_no_server_runs(switched_on: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GRAPHMODEL_HOME", str(switched_on.folder))

    assert server.prepare_faster_starts() is False
    assert not switched_on.ahead_of_time.exists()
