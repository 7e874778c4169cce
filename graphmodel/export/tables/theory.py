"""The propositions with their evidence, and how the theory changed."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.export.tables.content import BETWEEN, Content
from graphmodel.export.tables.table import NARROW, SENTENCE, Cells, Column, Table
from graphmodel.schema import local

_PROPOSITION = (
    Column("Proposition", "its statement, or its name where it has none", SENTENCE),
    Column("Subject", "the concept that it speaks of"),
    Column("Relation", "how the two are related", NARROW),
    Column("Object", "the concept that it is related to"),
    Column("Excerpts for it", "different passages that support it", NARROW),
    Column("Participants for it", "different participants whose interviews hold them", NARROW),
    Column("Excerpts against it", "different passages that contradict it", NARROW),
)
_REVISION = (
    Column("Date", "when", NARROW),
    Column("Kind", "what was done: create, rename, redefine, merge, split, promote, move, retire", NARROW),
    Column("Before", "the concepts before the change"),
    Column("After", "the concepts after it"),
    Column("By", "who changed the theory", NARROW),
    Column("Memo", "the memo that gives the reason, by name"),
    Column("Note", "what was noted of the change", SENTENCE),
)


def propositions(content: Content) -> Table:
    """The propositions, by name."""
    return Table(
        "propositions", "A statement that relates two concepts", "propositions", _PROPOSITION, _propositions(content)
    )


def _propositions(content: Content) -> Iterator[Cells]:
    counts = content.counts("proposition_counts", withdrawn=content.chosen.withdrawn)
    for row in sorted(content.rows.propositions, key=lambda row: local(row["key"])):
        counted = counts[row["key"]]
        yield (
            content.called(row["key"]),
            content.called(row["subject"]),
            row["relation"],
            content.called(row["object"]),
            counted["supports"],
            counted["participants"],
            counted["contradicts"],
        )


def revisions(content: Content) -> Table:
    """The changes of the theory, by date."""
    return Table("revisions", "A change of the theory", "revisions", _REVISION, _revisions(content))


def _revisions(content: Content) -> Iterator[Cells]:
    for row in sorted(content.rows.read("revisions"), key=lambda row: (row["at"] or "", row["row"])):
        yield (
            row["at"],
            row["kind"],
            BETWEEN.join(row["before"] or ()) or None,
            BETWEEN.join(row["after"] or ()) or None,
            content.all_called(row["by"]),
            content.all_called(row["memos"]),
            content.rows.clean(row["note"]),
        )
