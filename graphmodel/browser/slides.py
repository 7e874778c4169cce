"""What a guide is made of, whatever it is written in: slides with text, tables, queries and a key to the picture."""

from __future__ import annotations

from dataclasses import dataclass

from graphmodel.browser.pictures import Query


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph."""

    words: str


@dataclass(frozen=True, slots=True)
class Notice:
    """What a reader must be told before anything else."""

    words: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headings."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Node:
    """How a kind of node looks: its colours, and its diameter in pixels."""

    means: str
    colour: str
    border: str
    diameter: int


@dataclass(frozen=True, slots=True)
class Arrow:
    """How a kind of relationship looks: its colour, and its width in pixels."""

    means: str
    colour: str
    width: int


Part = Text | Notice | Table | Node | Arrow | Query


@dataclass(frozen=True, slots=True)
class Slide:
    """One step of a guide."""

    title: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Guide:
    """The guide to one study."""

    title: str
    slides: tuple[Slide, ...]
