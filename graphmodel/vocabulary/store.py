"""The labels and relationship types of what the program keeps for itself: rounds, and the versions of documents."""

from __future__ import annotations

from graphmodel.schema import STORE_LABELS, STORE_TYPES, Label
from graphmodel.vocabulary import values
from graphmodel.vocabulary.terms import Holds, NodeKind, RelationshipKind, always, known, rarely

_ROUND, _VERSION = STORE_LABELS
_ROUND_OF, _VERSION_OF = STORE_TYPES

ROUND = NodeKind(
    label=_ROUND,
    means="one load that changed something",
    properties=(
        always("key", Holds.TEXT, "unique: `study/round/number`"),
        always("study", Holds.TEXT, "the id of the study"),
        always("number", Holds.WHOLE, "its number, from 1"),
        always("at", Holds.TEXT, "when it was loaded, in UTC"),
        always("dated", Holds.TEXT, "when it was so"),
        always("command", Holds.TEXT, "the command that it comes from"),
        always("by", Holds.TEXT, "the study's only researcher, else the user of the machine"),
        always("files", Holds.TEXT, "the files that were read, with their hashes, as JSON"),
        always("counts", Holds.TEXT, "how many documents were new, changed and removed, as JSON"),
        always("told", Holds.TEXT, "what the load reported, as JSON"),
        rarely("reason", Holds.TEXT, "`program` where no document changed, and another version of the program did it"),
        always("before", Holds.TEXT, "the hash of the round before; empty for the first"),
        always("sha256", Holds.TEXT, "the hash of this one, which covers the versions that it brought"),
        always("status", Holds.TEXT, "how far it is written", values=values.ROUND_STATUS),
        known("problems", Holds.BYTES, "what is outstanding in the study; the last round has it"),
    ),
)
VERSION = NodeKind(
    label=_VERSION,
    means="what a document said from one round on",
    properties=(
        always("key", Holds.TEXT, "unique: the document's key, `@` and the number of the round"),
        always("study", Holds.TEXT, "the id of the study"),
        always("document", Holds.TEXT, "the key of the document"),
        always("kind", Holds.TEXT, "what it is", values=values.DOCUMENT),
        known("part", Holds.TEXT, "which of several documents in the file"),
        always("path", Holds.TEXT, "its path"),
        always("format", Holds.TEXT, "the format that it was read as"),
        always("origin", Holds.TEXT, "where it comes from", values=values.ORIGIN_OF_DOCUMENT),
        always("since", Holds.WHOLE, "the round that brought it"),
        known("until", Holds.WHOLE, "the round that ended it; absent while it stands"),
        always("records", Holds.BYTES, "what it says, compressed"),
        always("recordsVersion", Holds.WHOLE, "the version of the form in which that is kept"),
        always("sha256", Holds.TEXT, "the hash of `nonce` and records"),
        always("nonce", Holds.BYTES, "random bytes, without which nobody can tell from the hash what was said"),
        always("places", Holds.BYTES, "the rows and lines that its records stand in"),
        always("uses", Holds.BYTES, "the names that it uses"),
        known("placed", Holds.BYTES, "where its quotes, or its turns, were found"),
        known("placedWith", Holds.TEXT, "the hash of what they were found with"),
    ),
)
RELATIONSHIPS = (
    RelationshipKind(type=_ROUND_OF, starts=(_ROUND,), ends=(Label.STUDY,), means="is a round of the study"),
    RelationshipKind(type=_VERSION_OF, starts=(_VERSION,), ends=(Label.STUDY,), means="is a version of its document"),
)
