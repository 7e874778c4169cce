"""Whole projects of every program that counts in its own way: the words that were meant come back."""

from __future__ import annotations

import random
from itertools import product
from pathlib import Path

import pytest

from graphmodel.records import Coding, Transcript
from loaders.offset_readings import READINGS, Breaks, Reading
from tests.loaders.builders.positions import Features, marked, raw_text, span, words_of
from tests.loaders.builders.refi import Writer, document, package, tag
from tests.loaders.reading import read_as

WRITERS = [reading for reading in READINGS if reading.breaks is not Breaks.TWO]
FEATURES = [Features(*each) for each in product((False, True), repeat=4)]


def _project(writer: Reading, features: Features) -> tuple[bytes, dict[str, list[str]]]:
    """A project of three texts without quotations, and the words meant in each."""
    chance, w = random.Random(11), Writer()
    sources, parts, meant = [], {}, {}
    for name in ("One", "Two", "Three"):
        pieces = words_of(features, chance)
        passages = marked(pieces, chance, 12)
        selections = []
        for number, passage in enumerate(passages):
            start, end = span(pieces, passage, features, writer)
            guid = w.guid(f"{name} {number}")
            selections.append(
                tag("PlainTextSelection", w.coding("Heard"), guid=guid, startPosition=start, endPosition=end)
            )
        sources.append(
            tag("TextSource", *selections, guid=w.guid(name), name=name, plainTextPath=f"internal://{name}.txt")
        )
        parts[f"sources/{name}.txt"] = raw_text(pieces, features).encode()
        meant[name] = ["".join(pieces[first:after]) for first, after in passages]
    book = tag("CodeBook", tag("Codes", w.code("Heard")))
    return package(document(w.users("Ada"), book, tag("Sources", *sources)), parts), meant


@pytest.mark.parametrize("writer", WRITERS, ids=str)
def test_the_words_that_were_meant_come_back(tmp_path: Path, writer: Reading) -> None:
    for features in FEATURES:
        content, meant = _project(writer, features)
        records, problems = read_as(tmp_path, "refi", "p.qdpx", content)
        texts = {each.interview: each.text for each in records if isinstance(each, Transcript)}
        found: dict[str, list[str]] = {name: [] for name in meant}
        for coding in (each for each in records if isinstance(each, Coding)):
            found[coding.interview].append(texts[coding.interview][coding.selector.start : coding.selector.end])
            assert coding.selector.quote == found[coding.interview][-1]
        assert found == meant, features
        assert [problem.message for problem in problems if problem.message.startswith("positions are read as")]
