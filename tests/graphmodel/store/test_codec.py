"""Records, places and what was found, as bytes and back."""

from __future__ import annotations

import types
import typing
import zlib
from enum import Enum
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import structs

from graphmodel.errors import NOWHERE, Place
from graphmodel.graph.document import Outline, PlacedQuote
from graphmodel.quotes.selector import Verification
from graphmodel.records import (
    Coding,
    Concept,
    Memo,
    MemoLink,
    NegativeCase,
    Proposition,
    Record,
    Researcher,
    Stance,
    Study,
    Theory,
    Turn,
)
from graphmodel.store import codec
from tests.graphmodel.graph.building import coding, evidence

FILE = Path("/study/a.csv")
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
NUMBERS = st.integers(-(2**40), 2**40)
PLACES = st.builds(
    lambda line, row, part: Place(FILE, line, row, part),
    st.none() | st.integers(1, 10**6),
    st.none() | st.integers(1, 10**6),
    st.none() | WORDS,
)
PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: WORDS,
    int: NUMBERS,
    bool: st.booleans(),
    float: st.floats(allow_nan=False, allow_infinity=False),
    types.NoneType: st.none(),
    Place: PLACES,
}


def strategy(of: Any) -> st.SearchStrategy[Any]:
    """Values of a type that stands in a record."""
    if of in PLAIN:
        return PLAIN[of]
    if isinstance(of, type) and issubclass(of, Enum):
        return st.sampled_from(of)
    if isinstance(of, type) and issubclass(of, msgspec.Struct):
        return st.builds(of, **{name: strategy(hint) for name, hint in typing.get_type_hints(of).items()})
    parts = typing.get_args(of)
    if typing.get_origin(of) is tuple:
        several = parts[-1] is Ellipsis
        return st.lists(strategy(parts[0]), max_size=3).map(tuple) if several else st.tuples(*map(strategy, parts))
    return st.one_of(*map(strategy, parts))


RECORDS = st.one_of(*(strategy(each) for each in Record.__subclasses__()))
thorough = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def stored(records: list[Record], file: Path | None = FILE) -> list[Record]:
    return codec.records_of(codec.compressed(codec.encoded(records)), codec.spots_of(records), file)


@given(st.lists(RECORDS, max_size=5))
@thorough
def test_records_come_back_with_their_places(records: list[Record]) -> None:
    # a researcher has no place
    assert stored(records) == records
    assert [type(each) for each in stored(records)] == [type(each) for each in records]


@given(st.lists(strategy(PlacedQuote), max_size=3).map(tuple), st.lists(strategy(Turn), max_size=3).map(tuple))
@thorough
def test_what_was_found_comes_back(quotes: tuple[PlacedQuote, ...], turns: tuple[Turn, ...]) -> None:
    assert codec.quotes_of(codec.packed(quotes)) == quotes
    assert codec.turns_of(codec.packed(turns)) == turns


@given(st.none() | strategy(Outline))
@thorough
def test_an_outline_comes_back(outline: Outline | None) -> None:
    assert codec.outline_of(codec.packed(outline)) == outline


def test_no_bytes_are_nothing() -> None:
    assert (codec.turns_of(b""), codec.quotes_of(b""), codec.outline_of(b"")) == ((), (), None)


def at(row: int) -> Place:
    return Place(FILE, row=row)


THEORY = Theory(
    propositions=(
        Proposition("p1", "A", "leads_to", "B", supports=(evidence("P1", "x"),), contradicts=(evidence("P1", "y"),)),
    ),
    negative_cases=(NegativeCase("A", found=(evidence("P1", "z"), evidence("P1", "w"))),),
)
NESTED: list[tuple[Record, int]] = [
    (Study("s", "A study", researchers=(Researcher("AB"),)), 1),
    (Memo("one", about=(MemoLink("A"), MemoLink("B"))), 3),  # the memo's and one each of its links
    (THEORY, 7),  # the theory's, its proposition's with two of evidence, its case's with two of evidence
    (Researcher("AB"), 0),
    (coding("P1", "x"), 1),
]


@pytest.mark.parametrize(("record", "number"), NESTED, ids=[type(each).__name__ for each, _ in NESTED])
def test_places_of_parts_are_kept_too(record: Record, number: int) -> None:
    spots = msgspec.msgpack.decode(zlib.decompress(codec.spots_of([record])))
    assert len(spots) == number


def test_a_place_is_no_part_of_what_a_hash_is_over() -> None:
    one, other = coding("P1", "x", place=at(2)), coding("P1", "x", place=at(9))
    assert codec.encoded([one]) == codec.encoded([other]) == codec.encoded([structs.replace(one, place=NOWHERE)])
    assert codec.spots_of([one]) != codec.spots_of([other])
    assert codec.encoded([one]) != codec.encoded([coding("P1", "y", place=at(2))])


def test_the_parts_of_a_record_have_no_places_in_it_either() -> None:
    memo, elsewhere = (Memo("one", about=(MemoLink("A", place=at(row)),)) for row in (2, 9))
    assert codec.encoded([memo]) == codec.encoded([elsewhere])


def test_records_are_told_apart_by_a_tag_and_leave_out_what_is_their_default() -> None:
    (stored_,) = msgspec.msgpack.decode(codec.encoded([Concept("A", definition="x")]))
    assert stored_ == {"record": "Concept", "name": "A", "definition": "x"}


def test_records_of_one_file_may_lie_elsewhere_now() -> None:
    assert stored([coding("P1", "x", place=at(2))], Path("/now/a.csv"))[0].place == Place(Path("/now/a.csv"), row=2)  # type: ignore[attr-defined]
    assert stored([coding("P1", "x", place=at(2))], None)[0].place == Place(None, row=2)  # type: ignore[attr-defined]


def test_a_value_of_an_enumeration_is_one_again() -> None:
    (quote,) = codec.quotes_of(codec.packed((PlacedQuote("i", "x", Verification.EXACT, 1),)))
    assert quote.verification is Verification.EXACT
    (row,) = stored([coding("P1", "x", stance=Stance.CONTRADICTS)])
    assert isinstance(row, Coding)
    assert row.stance is Stance.CONTRADICTS
