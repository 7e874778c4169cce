"""What is known of a document on its way into the graph, and the difference that it will make."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from graphmodel.catalogue import Catalogue
from graphmodel.claims import Claims, Edge, Held
from graphmodel.documents.excerpts import Passage
from graphmodel.records import Kind, Transcript
from graphmodel.schema import Label
from graphmodel.sync.anchoring import Anchored
from graphmodel.sync.difference import Changes, Tally


class Words(Protocol):
    """Gives the words of an interview by its folded name."""

    def of(self, interview: str) -> Passage | None:
        """The words, or None where no transcript is loaded."""


@dataclass(slots=True)
class Names:
    """What names meant before the command and mean after it, and the level of each concept as the graph has it now.

    `paths` names each document of the study by its number; `coming` are those that the command itself brings or takes
    away, whose present claims need not make sense any more.
    """

    before: Catalogue
    after: Catalogue
    levels: Mapping[str, Label]
    levels_held: dict[str, Label]
    paths: Mapping[int, str] = field(default_factory=dict)
    coming: frozenset[int] = frozenset()


@dataclass(slots=True)
class Loading:
    """One document on its way: what it says (nothing, when it is gone) and what the graph knows of it.

    `properties` are the Document's own; None takes it away. `anchors` are the keys where its claims were found last
    time, `mentions` those of nodes that it named then and that no relationship of it reaches.
    """

    study: str
    key: str
    number: int
    kind: Kind
    claims: Claims
    properties: dict[str, Any] | None
    anchors: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    transcript: Transcript | None = None
    passages: Words | None = None


@dataclass(slots=True)
class Plan:
    """The difference that a document makes, as data."""

    held: dict[str, Held]
    nodes: Changes[str]
    edges: Changes[Edge]
    node_tally: Tally[str]
    edge_tally: Tally[Edge]
    anchors: list[str]
    transcript: bool = False
    anchored: Anchored | None = None


def words_of(loading: Loading, interview: str) -> Passage | None:
    """The words of an interview by its folded name, or None."""
    return loading.passages.of(interview) if loading.passages else None
