"""The labels of the theory: concepts and propositions, memos, literature, revisions."""

from __future__ import annotations

from graphmodel.schema import LEVELS, Label
from graphmodel.vocabulary import values
from graphmodel.vocabulary.terms import Holds, NodeKind, always, defined, known

CONCEPT = NodeKind(
    label=Label.CONCEPT,
    means="a unit of the theory, with one more label that is its level",
    levels=LEVELS,
    may_be_undefined=True,
    properties=(
        always("name", Holds.TEXT, "its name"),
        known("definition", Holds.TEXT, "what it means"),
        known("properties", Holds.TEXTS, "its properties with their dimensions: `pace: slow…fast`"),
        known("origin", Holds.TEXT, "where it comes from", values=values.ORIGIN),
        known("stage", Holds.TEXT, "the stage of coding that it belongs to", values=values.STAGE),
        known("level", Holds.TEXT, "the researcher's own word for its level"),
        always("isCore", Holds.TRUTH, "whether it is the core category"),
        known("negativeCaseSoughtAt", Holds.TEXT, "when negative cases were sought last, else `undated`"),
        known("negativeCaseSoughtBy", Holds.TEXT, "the name of the researcher who sought them"),
        known("negativeCaseMemo", Holds.TEXT, "the key of the memo about that search"),
        known("formerNames", Holds.TEXTS, "the names that it had before"),
        known("guids", Holds.TEXTS, "its identities in other programs"),
    ),
)
RETIRED_CONCEPT = NodeKind(
    label=Label.RETIRED_CONCEPT,
    means="a concept that the theory gave up; it is no Concept, and nothing is coded to it",
    may_be_undefined=True,
    properties=(
        always("name", Holds.TEXT, "its name"),
        known("definition", Holds.TEXT, "what it meant"),
        known("formerNames", Holds.TEXTS, "the names that it had before"),
        known("guids", Holds.TEXTS, "its id, and its identities in other programs"),
    ),
)
PROPOSITION = NodeKind(
    label=Label.PROPOSITION,
    means="a statement that relates two concepts; a node, because it has evidence of its own",
    may_be_undefined=True,
    properties=(
        always("name", Holds.TEXT, "its id"),
        known("statement", Holds.TEXT, "the statement in a sentence"),
        defined("relation", Holds.TEXT, "how the subject relates to the object", values=values.RELATION),
    ),
)
MEMO = NodeKind(
    label=Label.MEMO,
    means="analytic writing",
    may_be_undefined=True,
    properties=(
        always("name", Holds.TEXT, "its name, mostly that of its file"),
        known("kind", Holds.TEXT, "what it is about", values=values.MEMO),
        known("title", Holds.TEXT, "its title"),
        defined("text", Holds.TEXT, "what it says"),
        known("writtenAt", Holds.TEXT, "the date, as precise as it is known"),
    ),
)
REFERENCE = NodeKind(
    label=Label.REFERENCE,
    means="a piece of literature",
    may_be_undefined=True,
    properties=(
        always("name", Holds.TEXT, "its citation key"),
        known("type", Holds.TEXT, "its type, in the words of CSL: `article-journal`, `book`, `chapter` …"),
        known("title", Holds.TEXT, "its title"),
        known("authors", Holds.TEXTS, "each as `Family, Given`"),
        known("year", Holds.TEXT, "the year, as written"),
        known("container", Holds.TEXT, "the journal or the book"),
        known("volume", Holds.TEXT, "the volume"),
        known("issue", Holds.TEXT, "the issue"),
        known("pages", Holds.TEXT, "the pages"),
        known("doi", Holds.TEXT, "the DOI, without an address in front"),
    ),
)
REVISION = NodeKind(
    label=Label.REVISION,
    means="a change of the theory, as the table of revisions tells it",
    properties=(
        always("kind", Holds.TEXT, "what was done", values=values.REVISION),
        known("at", Holds.TEXT, "the date, as precise as it is known"),
        always("row", Holds.WHOLE, "its place in the table, counted from 1: the order within a day"),
        known("before", Holds.TEXTS, "the names of the concepts that there were"),
        known("after", Holds.TEXTS, "the names of those that came of it"),
        known("note", Holds.TEXT, "a note"),
    ),
)
