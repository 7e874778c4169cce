"""All that the graph may hold, as data: labels, relationship types, properties and values.

The page docs/reference/graph-model.md and `graphmodel schema` are made from it, and a test holds it against a graph.
"""

from graphmodel.vocabulary import relationships, store
from graphmodel.vocabulary.interviews import EXCERPT, INTERVIEW, TRANSCRIPT, TURN
from graphmodel.vocabulary.study import DOCUMENT, EVERY_NODE, PARTICIPANT, RESEARCHER, STATUS, STUDY
from graphmodel.vocabulary.terms import Holds, NodeKind, Property, RelationshipKind, There, Values
from graphmodel.vocabulary.theory import CONCEPT, MEMO, PROPOSITION, REFERENCE, RETIRED_CONCEPT, REVISION

__all__ = [
    "EVERY_NODE",
    "LABELS",
    "RELATIONSHIPS",
    "STATUS",
    "STORE_LABELS",
    "STORE_RELATIONSHIPS",
    "Holds",
    "NodeKind",
    "Property",
    "RelationshipKind",
    "There",
    "Values",
]

LABELS = (
    STUDY,
    DOCUMENT,
    PARTICIPANT,
    RESEARCHER,
    INTERVIEW,
    TRANSCRIPT,
    TURN,
    EXCERPT,
    CONCEPT,
    RETIRED_CONCEPT,
    PROPOSITION,
    MEMO,
    REFERENCE,
    REVISION,
)
RELATIONSHIPS = relationships.RELATIONSHIPS
STORE_LABELS = (store.ROUND, store.VERSION)
STORE_RELATIONSHIPS = store.RELATIONSHIPS
