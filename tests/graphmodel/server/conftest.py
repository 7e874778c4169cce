from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.graphmodel.server.repository import Repository, serving


@pytest.fixture
def files() -> dict[str, bytes]:
    return {f"org/a{number}/1/a{number}-1.jar": os.urandom(400_000 + number) for number in range(12)}


@pytest.fixture
def repository(files: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Repository]:
    """Maven Central's stand-in, and a Maven cache of the user that is empty."""
    monkeypatch.setenv("M2_REPO", str(tmp_path / "m2"))
    with serving(dict(files)) as repository:
        monkeypatch.setattr("graphmodel.server.download.repository_url", lambda: repository.url)
        yield repository
