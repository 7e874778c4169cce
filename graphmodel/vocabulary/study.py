"""The labels of a study, its documents, and the people in it; and what every node has."""

from __future__ import annotations

from graphmodel.schema import Label
from graphmodel.vocabulary import values
from graphmodel.vocabulary.terms import Holds, NodeKind, always, known, rarely

EVERY_NODE = (
    always("key", Holds.TEXT, "unique among nodes of its label: `study/kind/identity`; a Study's key is its id"),
    always("study", Holds.TEXT, "the id of the study that it belongs to"),
    always("caption", Holds.TEXT, "a few readable words, by which the Browser shows it"),
    always("sources", Holds.TEXTS, "the paths of the documents that say it, or, where it is undefined, that name it"),
)
STATUS = always("status", Holds.TEXT, "whether a document defines it", values=values.STATUS)
"""A property of the nodes that may be undefined."""

STUDY = NodeKind(
    label=Label.STUDY,
    means="one research project",
    properties=(
        always("title", Holds.TEXT, "its title"),
        known("approach", Holds.TEXT, "the approach that it takes"),
        known("question", Holds.TEXT, "the question that it asks"),
        known("notice", Holds.TEXT, "what is printed with every output made from it"),
        known("levels", Holds.TEXTS, "the names of its levels, outermost first"),
        known("attributes", Holds.TEXTS, "the attributes of participants, each as `header: number` or `header: text`"),
        always("remoteAllowed", Holds.TRUTH, "whether it may be written to a Neo4j on another machine"),
        always("schemaVersion", Holds.WHOLE, "the version of labels, types, keys and properties"),
        rarely("writing", Holds.WHOLE, "the round that is being written in several transactions"),
    ),
)
DOCUMENT = NodeKind(
    label=Label.DOCUMENT,
    means="what was loaded as one thing: a file, or one interview's or one memo's share of it",
    properties=(
        always("kind", Holds.TEXT, "what it is", values=values.DOCUMENT),
        always("path", Holds.TEXT, "its path within the study folder; the name of a file from elsewhere"),
        known("part", Holds.TEXT, "which of several documents in the file: the interview or the memo"),
        always("origin", Holds.TEXT, "where it comes from", values=values.ORIGIN_OF_DOCUMENT),
        always("format", Holds.TEXT, "the format that it was read as"),
        known("root", Holds.TEXT, "the study folder, as a path on the machine that loaded it"),
        always("fileSha256", Holds.TEXT, "the hash of the file and of how it is read, by which a change is noticed"),
        always("loaderVersion", Holds.WHOLE, "the version of the loader that read it"),
        always("loadedAt", Holds.TEXT, "when it was read last, in UTC"),
    ),
)
PARTICIPANT = NodeKind(
    label=Label.PARTICIPANT,
    means="somebody who takes part, under a pseudonym",
    may_be_undefined=True,
    properties=(
        always("name", Holds.TEXT, "the pseudonym"),
        always("consent", Holds.TEXT, "whether they take part", values=values.CONSENT),
        always("quoteConsent", Holds.TEXT, "how their words may be used", values=values.QUOTE_CONSENT),
        known(
            "attr_…",
            Holds.ATTRIBUTE,
            "an attribute, by the header of its column: `age band` is `attr_age_band`. A number where every value of "
            "the column is one, else a text",
        ),
    ),
)
RESEARCHER = NodeKind(
    label=Label.RESEARCHER,
    means="somebody who codes, writes memos or interviews",
    may_be_undefined=True,
    properties=(
        always("name", Holds.TEXT, "the name or the initials, as written"),
        known("role", Holds.TEXT, "what they do in the study, in its own words"),
    ),
)
