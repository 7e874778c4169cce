"""Why a difference could not be written: the graph is not what it was computed from."""

from __future__ import annotations

from graphmodel.errors import GraphmodelError


class StaleRound(GraphmodelError):
    """Another load came first, or one that was interrupted waits to be finished. Nothing was written: read the state
    again, finish what waits, and build again."""


class ChangedByHand(GraphmodelError):
    """Something is not there that the last load wrote, or is there that it did not write. Nothing was written (of a
    write in parts: nothing of this part): compare the study with what its documents say."""
