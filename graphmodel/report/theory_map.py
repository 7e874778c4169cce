"""What a map of a theory shows, as plain values: only counts, and only words that consent lets be printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MapQuote:
    """Words of participants that may be printed, and where they were said. `notes` are the coders' own."""

    text: str
    interview: str
    participants: tuple[str, ...]
    verification: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MapWords:
    """The excerpts that speak for something, or against it: how many, how many may be quoted, and some of these."""

    count: int
    quotable: int
    quotes: tuple[MapQuote, ...]

    @property
    def withheld(self) -> int:
        """How many excerpts consent keeps off the page."""
        return self.count - self.quotable

    @property
    def more(self) -> int:
        """How many excerpts might be quoted and are left out for want of room."""
        return self.quotable - len(self.quotes)


@dataclass(frozen=True, slots=True)
class MapMemo:
    """A memo; `about` are ids within the map, its paragraphs are empty where its text was not asked for."""

    id: str
    title: str
    kind: str | None
    at: str | None
    by: tuple[str, ...]
    about: tuple[str, ...]
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MapLink:
    """What a reference does for a concept or a proposition; `reference` and `about` are ids within the map."""

    reference: str
    about: str
    stance: str | None
    note: str | None
    memo: str | None


@dataclass(frozen=True, slots=True)
class MapReference:
    """A piece of literature; `caption` is its short form, `Bailie et al. (2016)`."""

    id: str
    caption: str
    authors: tuple[str, ...]
    year: str | None
    title: str | None
    container: str | None
    doi: str | None


@dataclass(frozen=True, slots=True)
class MapConcept:
    """A concept and what grounds it. Ids are the map's own, `parents` and `children` hold such.

    `excerpts`, `interviews` and `participants` count it and all below; `words` and `against` are its own.
    `outside` marks a concept that is here only because a proposition of the chosen theme reaches it.
    """

    id: str
    name: str
    level: str
    definition: str | None
    properties: tuple[str, ...]
    origin: str | None
    defined: bool
    core: bool
    outside: bool
    sought_at: str | None
    sought_by: str | None
    parents: tuple[str, ...]
    children: tuple[str, ...]
    excerpts: int
    interviews: int
    participants: int
    words: MapWords
    against: MapWords


@dataclass(frozen=True, slots=True)
class MapProposition:
    """A statement that relates two concepts of the map; `subject` and `object` are ids, None where none is named."""

    id: str
    name: str
    statement: str | None
    relation: str
    subject: str | None
    object: str | None
    participants: int
    words: MapWords
    against: MapWords


@dataclass(frozen=True, slots=True)
class TheoryMap:
    """A theory, or one branch of it, ready to be drawn.

    `concepts` stand in order of the tree, a parent before what it subsumes. `participants` is how many count,
    `notes` say who was left out, `redactions` how many passages of other texts were blanked because they repeat words
    that may not be quoted, `guarded_names` which concepts' names do so (names stay).
    """

    study: str
    title: str
    notice: str | None
    notes: tuple[str, ...]
    theme: str | None
    path: tuple[str, ...]
    participants: int
    concepts: tuple[MapConcept, ...]
    propositions: tuple[MapProposition, ...]
    memos: tuple[MapMemo, ...]
    references: tuple[MapReference, ...]
    links: tuple[MapLink, ...]
    redactions: int
    guarded_names: tuple[str, ...]

    @property
    def inside(self) -> tuple[MapConcept, ...]:
        """The concepts that belong to the map itself."""
        return tuple(concept for concept in self.concepts if not concept.outside)

    @property
    def quotes(self) -> int:
        """How many quotes are printed; words coded twice count twice."""
        return sum(len(words.quotes) for words in self._words())

    @property
    def withheld(self) -> int:
        """How many excerpts are counted without their words, as consent demands; one coded twice counts twice."""
        return sum(words.withheld for words in self._words())

    def _words(self) -> Iterator[MapWords]:
        for concept in self.inside:
            yield from (concept.words, concept.against)
        for proposition in self.propositions:
            yield from (proposition.words, proposition.against)
