"""The words of interviews, from the command's files or from the graph."""

from __future__ import annotations

from pathlib import Path

from graphmodel.database import Database
from graphmodel.loading import load
from graphmodel.loading.passages import KEEP, Passages
from graphmodel.quotes.selector import QuoteSelector, Verification
from graphmodel.records import Transcript
from tests.graphmodel.folders import FIRST, study


def test_words_come_from_the_command_before_the_graph(graph: Database, tmp_path: Path) -> None:
    load(graph, [study(tmp_path, {"interviews/P1.txt": FIRST, "interviews/P2.txt": FIRST})])
    coming = {"p1": Transcript("P1", "Other words.", ())}
    passages = Passages(graph, "s", coming.get, {"p1", "p2"})
    verified = {}
    for interview in ("p1", "p2", "p3"):
        passage = passages.of(interview)
        verified[interview] = passage and passage.words.locate(QuoteSelector("as mates")).verification
    assert verified == {"p1": Verification.UNLOCATED, "p2": Verification.EXACT, "p3": None}


def test_words_from_the_graph_know_their_turns(graph: Database, tmp_path: Path) -> None:
    load(graph, [study(tmp_path, {"interviews/P1.txt": FIRST})])
    passage = Passages(graph, "s", lambda interview: None, {"p1"}).of("p1")
    assert passage is not None
    assert passage.turns_of(passage.words.locate(QuoteSelector("Not a case. And then?"))) == [1, 2]


def test_only_the_last_few_are_kept(graph: Database) -> None:
    asked: list[str] = []

    def transcript(interview: str) -> Transcript:
        asked.append(interview)
        return Transcript(interview, "Words.", ())

    passages = Passages(graph, "s", transcript, set())
    names = [f"p{number}" for number in range(KEEP + 1)]
    for name in (*names, names[-1], names[0]):
        passages.of(name)
    assert asked == [*names, names[0]]
