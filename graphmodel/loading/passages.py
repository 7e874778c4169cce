"""The words of interviews, from the command's own files or from the graph, indexed when they are asked for."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from graphmodel.database import Database
from graphmodel.documents.excerpts import Passage
from graphmodel.loading.saying import text_hash
from graphmodel.records import Transcript
from graphmodel.schema import Label, key
from graphmodel.statements import statement

KEEP = 8
"""How many interviews' words are kept indexed at a time."""


@dataclass(frozen=True, slots=True)
class Span:
    """A turn's words: code points in the transcript, 0-based, half-open."""

    start: int
    end: int


class Passages:
    """Gives the words of an interview by its folded name; None where no transcript is loaded or being loaded."""

    def __init__(
        self, database: Database, study: str, transcript: Callable[[str], Transcript | None], held: set[str]
    ) -> None:
        self._database, self._study, self._transcript, self._held = database, study, transcript, held
        self._kept: OrderedDict[str, Passage] = OrderedDict()

    def of(self, interview: str) -> Passage | None:
        """The words of one interview (its folded name)."""
        if interview in self._kept:
            self._kept.move_to_end(interview)
            return self._kept[interview]
        passage = self._find(interview)
        if passage:
            self._kept[interview] = passage
            if len(self._kept) > KEEP:
                self._kept.popitem(last=False)
        return passage

    def _find(self, interview: str) -> Passage | None:
        transcript = self._transcript(interview)
        if transcript:
            return passage_of(transcript)
        return self._from_graph(interview) if interview in self._held else None

    def _from_graph(self, interview: str) -> Passage | None:
        of = {"interview": key(self._study, Label.INTERVIEW, interview)}
        found = self._database.read(statement("sync/read_transcript"), of)
        if not found:
            return None
        turns = self._database.read(statement("sync/read_turns"), of)
        return Passage.of(found[0]["text"], [Span(turn["start"], turn["end"]) for turn in turns], found[0]["sha256"])


def passage_of(transcript: Transcript) -> Passage:
    """The words of a transcript that was just read."""
    return Passage.of(transcript.text, transcript.turns, text_hash(transcript))
