"""The labels of interviews, of their words, and of the excerpts taken from these."""

from __future__ import annotations

from graphmodel.schema import Label
from graphmodel.vocabulary import values
from graphmodel.vocabulary.terms import Holds, NodeKind, always, known

INTERVIEW = NodeKind(
    label=Label.INTERVIEW,
    means="one conversation",
    may_be_undefined=True,
    properties=(
        always("name", Holds.TEXT, "its name"),
        known("sequence", Holds.WHOLE, "its place in the order in which interviews were held"),
        known("date", Holds.TEXT, "the date, as precise as it is known"),
        known("mode", Holds.TEXT, "how it was held: face to face, by telephone …"),
        known("durationMin", Holds.NUMBER, "how many minutes it took"),
        known("rationale", Holds.TEXT, "why it was held, where it was sampled for no concept"),
        known("characters", Holds.WHOLE, "how many characters its transcript has"),
        known("sha256", Holds.TEXT, "the SHA-256 of its transcript's text, in UTF-8"),
        always("unnamed", Holds.TRUTH, "whether it stands for quotes of one file that name no interview"),
        always("withdrawn", Holds.TRUTH, "whether all who gave it withdrew; false where nobody is known to have"),
    ),
)
TRANSCRIPT = NodeKind(
    label=Label.TRANSCRIPT,
    means="the words of an interview, in a node of their own so that paths stay light",
    properties=(always("text", Holds.TEXT, "all of the words"),),
)
TURN = NodeKind(
    label=Label.TURN,
    means="what one speaker says before the next one does",
    properties=(
        always("index", Holds.WHOLE, "its place in the transcript, counted from 0"),
        known("speaker", Holds.TEXT, "the speaker's label, as the transcript has it"),
        always("role", Holds.TEXT, "who speaks", values=values.ROLE),
        always("text", Holds.TEXT, "the words, without the label"),
        always("start", Holds.WHOLE, "where they begin in the transcript"),
        always("end", Holds.WHOLE, "where they end"),
        known("startMs", Holds.WHOLE, "when they begin in the recording, in milliseconds"),
    ),
)
EXCERPT = NodeKind(
    label=Label.EXCERPT,
    means="a passage that was coded, or that theory.yaml names as evidence",
    properties=(
        always("text", Holds.TEXT, "the words as the transcript has them; the source's where they were not found"),
        known("quote", Holds.TEXT, "the words as the source has them, where they differ"),
        known("start", Holds.WHOLE, "where it begins in the transcript, where it was found"),
        known("end", Holds.WHOLE, "where it ends"),
        always("occurrence", Holds.WHOLE, "which of the places that have these words, counted from 1"),
        known("occurrences", Holds.WHOLE, "in how many places they stand, where there are several"),
        always("verification", Holds.TEXT, "how the words were found", values=values.VERIFICATION),
        known("givenStart", Holds.WHOLE, "where the source says that it begins"),
        known("givenEnd", Holds.WHOLE, "where the source says that it ends"),
        known("givenOccurrence", Holds.WHOLE, "which of several places the source says"),
        always("spokenBy", Holds.TEXT, "whose words they are", values=values.SPOKEN_BY),
        always("withdrawn", Holds.TRUTH, "whether somebody who said it withdrew, or all who gave its interview"),
        always(
            "quotable",
            Holds.TRUTH,
            "whether everybody who said it takes part and agreed to be quoted word for word; nobody's words are not",
        ),
    ),
)
