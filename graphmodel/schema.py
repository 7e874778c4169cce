"""The closed set of labels, relationship types and keys of the graph, and which side of a relationship says it."""

from __future__ import annotations

from enum import StrEnum

SCHEMA_VERSION = 2
"""The version of labels, types, keys and properties, kept in every Study; raised when the same documents would make
another graph, which the next load then builds anew."""


class Label(StrEnum):
    """Every node label that the project writes."""

    STUDY = "Study"
    DOCUMENT = "Document"
    PARTICIPANT = "Participant"
    INTERVIEW = "Interview"
    TRANSCRIPT = "Transcript"
    TURN = "Turn"
    EXCERPT = "Excerpt"
    CONCEPT = "Concept"
    CODE = "Code"
    CATEGORY = "Category"
    THEME = "Theme"
    RETIRED_CONCEPT = "RetiredConcept"
    PROPOSITION = "Proposition"
    MEMO = "Memo"
    REFERENCE = "Reference"
    RESEARCHER = "Researcher"
    REVISION = "Revision"


LEVELS = (Label.CODE, Label.CATEGORY, Label.THEME)


class Type(StrEnum):
    """Every relationship type that the project writes."""

    OF = "OF"
    GAVE = "GAVE"
    READS = "READS"
    CONDUCTED = "CONDUCTED"
    FROM = "FROM"
    PART_OF = "PART_OF"
    SPANS = "SPANS"
    CODED_AS = "CODED_AS"
    SPOKE = "SPOKE"
    SAID = "SAID"
    SUBSUMED_BY = "SUBSUMED_BY"
    SUBJECT = "SUBJECT"
    OBJECT = "OBJECT"
    SUPPORTS = "SUPPORTS"
    CONTRADICTS = "CONTRADICTS"
    ABOUT = "ABOUT"
    DEVELOPS_INTO = "DEVELOPS_INTO"
    CITES = "CITES"
    BEARS_ON = "BEARS_ON"
    SAMPLED_FOR = "SAMPLED_FOR"
    WROTE = "WROTE"
    MADE = "MADE"
    USED = "USED"
    GENERATED = "GENERATED"
    JUSTIFIED_BY = "JUSTIFIED_BY"
    MERGED_INTO = "MERGED_INTO"
    SPLIT_FROM = "SPLIT_FROM"


STORE_LABELS = ("Round", "Version")
"""The labels of what is kept beside the theory: loads that changed something, and documents' versions. No node of the
theory has one of them."""
STORE_TYPES = ("ROUND_OF", "VERSION_OF")
"""The types of the relationships from those nodes to their Study."""


KEY_WORD: dict[Label, str] = {
    Label.DOCUMENT: "document",
    Label.PARTICIPANT: "participant",
    Label.INTERVIEW: "interview",
    Label.TRANSCRIPT: "transcript",
    Label.TURN: "turn",
    Label.EXCERPT: "excerpt",
    Label.CONCEPT: "concept",
    Label.RETIRED_CONCEPT: "retired",
    Label.PROPOSITION: "proposition",
    Label.MEMO: "memo",
    Label.REFERENCE: "reference",
    Label.RESEARCHER: "researcher",
    Label.REVISION: "revision",
}


def key(study: str, label: Label, local: str) -> str:
    """The key of a node: study, kind of node, identity within the study. A Study's key is its id alone."""
    return study if label is Label.STUDY else f"{study}/{KEY_WORD[label]}/{local}"


def local(node_key: str) -> str:
    """The identity within the study that a key ends with; the inverse of `key`."""
    return node_key.split("/", 2)[2]


def label_of(node_key: str) -> Label:
    """The label whose constraint a key belongs to (Concept for a code, category or theme)."""
    parts = node_key.split("/", 2)
    return _LABEL_BY_WORD[parts[1]] if len(parts) == 3 else Label.STUDY


_LABEL_BY_WORD = {word: label for label, word in KEY_WORD.items()}
