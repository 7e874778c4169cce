"""The terms in which the graph is described: labels, relationship types, properties, values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Holds(StrEnum):
    """The type of a property's value."""

    TEXT = "text"
    WHOLE = "whole number"
    NUMBER = "number"
    ATTRIBUTE = "number or text"
    TRUTH = "true or false"
    TEXTS = "list of texts"
    BYTES = "bytes"


class There(StrEnum):
    """Which nodes or relationships of a kind have a property."""

    ALWAYS = "always"
    DEFINED = "if defined"
    KNOWN = "if known"
    RARELY = "rarely"


@dataclass(frozen=True, slots=True, kw_only=True)
class Values:
    """The values that a property may have, each with its meaning. `is_open`: another word is flagged when it is loaded,
    and kept as it was written."""

    meanings: Mapping[str, str]
    is_open: bool = False


ANY = Values(meanings={})
"""For a property that may have any value of its type."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Property:
    """A property. A name that ends with `…` stands for all that begin so."""

    name: str
    holds: Holds
    there: There
    means: str
    values: Values = ANY


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeKind:
    """A label with the properties that its nodes have beside those of every node. `levels` are the labels of which a
    node has one more; `may_be_undefined`: a node may be there only because something names it."""

    label: str
    means: str
    properties: tuple[Property, ...] = ()
    levels: tuple[str, ...] = ()
    may_be_undefined: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationshipKind:
    """A relationship type with the labels that it joins and the properties that it has."""

    type: str
    starts: tuple[str, ...]
    ends: tuple[str, ...]
    means: str
    properties: tuple[Property, ...] = ()

    @property
    def pattern(self) -> str:
        """The pattern of what it joins, as Cypher writes it."""
        return f"(:{'|'.join(self.starts)})-[:{self.type}]->(:{'|'.join(self.ends)})"


def always(name: str, holds: Holds, means: str, *, values: Values = ANY) -> Property:
    """A property that is always there."""
    return Property(name=name, holds=holds, there=There.ALWAYS, means=means, values=values)


def defined(name: str, holds: Holds, means: str, *, values: Values = ANY) -> Property:
    """A property of every node that some document defines."""
    return Property(name=name, holds=holds, there=There.DEFINED, means=means, values=values)


def known(name: str, holds: Holds, means: str, *, values: Values = ANY) -> Property:
    """A property that is there where a document tells it, or where it follows from what documents tell."""
    return Property(name=name, holds=holds, there=There.KNOWN, means=means, values=values)


def rarely(name: str, holds: Holds, means: str, *, values: Values = ANY) -> Property:
    """A property that most graphs do not have."""
    return Property(name=name, holds=holds, there=There.RARELY, means=means, values=values)
