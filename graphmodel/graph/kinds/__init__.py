"""The kinds of document in the order in which they are told: one module a kind."""

from graphmodel.graph.kind import DocumentKind
from graphmodel.graph.kinds import (
    bibliography,
    codebook,
    codings,
    interviews,
    links,
    memo,
    participants,
    revisions,
    study,
    theory,
    transcript,
)
from graphmodel.records import Kind

_IN_ORDER = (
    study,
    codebook,
    participants,
    interviews,
    bibliography,
    transcript,
    codings,
    memo,
    theory,
    links,
    revisions,
)

KINDS: dict[Kind, DocumentKind] = {module.KIND.kind: module.KIND for module in _IN_ORDER}
ORDER: tuple[Kind, ...] = tuple(KINDS)
LARGE = frozenset({Kind.TRANSCRIPT, Kind.CODINGS})
"""Kinds of which a study may hold so many, or so large ones, that those that no change affects are not built again."""
