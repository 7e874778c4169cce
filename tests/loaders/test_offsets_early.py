"""A reading that is given up early would not have won."""

from __future__ import annotations

import random
from itertools import product

import pytest

from loaders.offset_readings import READINGS, StoredText
from loaders.offsets import Document, Span, _best, _Evidence, _rank_of
from tests.loaders.builders.positions import Features, marked, raw_text, span, words_of

QUOTED = (0.0, 0.5, 1.0)


def evidence(seed: int, share_quoted: float, most: int = 4000) -> list[_Evidence]:
    """Documents of two programs whose spans are off now and then, as those of edited texts are."""
    chance = random.Random(seed)
    features = Features(*(chance.random() < 0.7 for _ in range(4)))
    writers = chance.sample(READINGS, 2)
    found = []
    for _ in range(6):
        pieces, writer = words_of(features, chance, 400), writers[chance.random() < 0.3]
        spans = []
        for passage in marked(pieces, chance, 260):
            start, end = span(pieces, passage, features, writer)
            quote = "".join(pieces[slice(*passage)]) if chance.random() < share_quoted else None
            off = chance.choice((0, 0, 0, 1, -1))
            spans.append(Span(max(0, start + off), end + off, quote))
        found.append(_Evidence(Document(StoredText(raw_text(pieces, features)), spans), most))
    return found


@pytest.mark.parametrize(("seed", "share_quoted"), list(product(range(12), QUOTED)))
def test_the_reading_that_wins_is_the_best_of_all_on_all_pieces(seed: int, share_quoted: float) -> None:
    of_all = evidence(seed, share_quoted)
    quoted = any(one.quoted for one in of_all)
    pieces = [(one, piece) for one in of_all for piece in one.pieces]
    assert len(pieces) > len(of_all)
    assert _best(of_all, quoted) == max(READINGS, key=lambda reading: _rank_of(reading, pieces, quoted))
