"""Records, placed quotes and problems as the bytes that versions keep."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import structs

from graphmodel.errors import NOWHERE, Place
from graphmodel.graph.document import Outline, PlacedQuote
from graphmodel.records import (
    Coding,
    Concept,
    Interview,
    Link,
    Memo,
    NegativeCase,
    Participant,
    Proposition,
    Record,
    Reference,
    Researcher,
    Revision,
    Study,
    Theory,
    Transcript,
    Turn,
)

Stored = (
    Study
    | Researcher
    | Participant
    | Interview
    | Transcript
    | Coding
    | Concept
    | Revision
    | Theory
    | Memo
    | Reference
    | Link
)
Spot = tuple[int | None, int | None, str | None]
"""The line, row and part of a place; its file is the document's."""
T = TypeVar("T")

LEVEL = 1
"""zlib's fastest: of 15.6 MB of records it leaves 5.0 in 0.24 s; higher levels gain little for several times that."""
_ENCODER = msgspec.msgpack.Encoder()
_RECORDS = msgspec.msgpack.Decoder(list[Stored])
_SPOTS = msgspec.msgpack.Decoder(list[Spot])
_QUOTES = msgspec.msgpack.Decoder(tuple[PlacedQuote, ...])
_TURNS = msgspec.msgpack.Decoder(tuple[Turn, ...])
_OUTLINE = msgspec.msgpack.Decoder(Outline | None)


def packed(value: object) -> bytes:
    """A value as bytes."""
    return zlib.compress(_ENCODER.encode(value), LEVEL)


def encoded(records: Iterable[Record]) -> bytes:
    """Records as the bytes that a version's hash is over: without their places, and not compressed."""
    return _ENCODER.encode([_without_places(record) for record in records])


def compressed(records: bytes) -> bytes:
    """Encoded records as they are stored."""
    return zlib.compress(records, LEVEL)


def records_of(stored: bytes, spots: bytes, file: Path | None) -> list[Record]:
    """Stored records with their places in a file."""
    places = (_place(spot, file) for spot in _SPOTS.decode(zlib.decompress(spots)))
    return [_with_places(record, places) for record in _RECORDS.decode(zlib.decompress(stored))]


def spots_of(records: Iterable[Record]) -> bytes:
    """The places of records, apart from them."""
    return packed([(place.line, place.row, place.part) for record in records for place in _places(record)])


def turns_of(stored: bytes) -> tuple[Turn, ...]:
    """Stored turns."""
    return _TURNS.decode(zlib.decompress(stored)) if stored else ()


def quotes_of(stored: bytes) -> tuple[PlacedQuote, ...]:
    """Stored places of quotes."""
    return _QUOTES.decode(zlib.decompress(stored)) if stored else ()


def outline_of(stored: bytes) -> Outline | None:
    """A stored outline."""
    return _OUTLINE.decode(zlib.decompress(stored)) if stored else None


def _place(spot: Spot, file: Path | None) -> Place:
    line, row, part = spot
    return Place(file, line, row, part)


def _places(record: Record) -> Iterator[Place]:
    """The places of a record and of its parts, in one fixed order."""
    if isinstance(record, Researcher):
        return
    yield getattr(record, "place", NOWHERE)
    if isinstance(record, Memo):
        yield from (link.place for link in record.about)
    elif isinstance(record, Theory):
        for proposition in record.propositions:
            yield proposition.place
            yield from (each.place for each in (*proposition.supports, *proposition.contradicts))
        for case in record.negative_cases:
            yield case.place
            yield from (each.place for each in case.found)


def _without_places(record: Record) -> Record:
    return _with_places(record, _nowhere())


def _nowhere() -> Iterator[Place]:
    while True:
        yield NOWHERE


def _with_places(record: Record, places: Iterator[Place]) -> Record:
    """A record and its parts with the places given, in the order of `_places`."""
    if isinstance(record, Researcher):
        return record
    record = structs.replace(record, place=next(places))
    if isinstance(record, Memo):
        return structs.replace(record, about=_placed(record.about, places))
    if isinstance(record, Theory):
        propositions = tuple(_proposition(each, places) for each in record.propositions)
        cases = tuple(_case(each, places) for each in record.negative_cases)
        return structs.replace(record, propositions=propositions, negative_cases=cases)
    return record


def _proposition(proposition: Proposition, places: Iterator[Place]) -> Proposition:
    place = next(places)
    supports, contradicts = _placed(proposition.supports, places), _placed(proposition.contradicts, places)
    return structs.replace(proposition, place=place, supports=supports, contradicts=contradicts)


def _case(case: NegativeCase, places: Iterator[Place]) -> NegativeCase:
    place = next(places)
    return structs.replace(case, place=place, found=_placed(case.found, places))


def _placed(parts: Sequence[T], places: Iterator[Place]) -> tuple[T, ...]:
    return tuple(structs.replace(part, place=next(places)) for part in parts)  # type: ignore[type-var]
