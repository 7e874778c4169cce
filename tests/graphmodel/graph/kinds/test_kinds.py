"""The kinds of document together."""

from __future__ import annotations

from graphmodel.graph.kinds import KINDS, LARGE, ORDER
from graphmodel.records import Kind
from graphmodel.schema import LEVELS, Label, Type

DERIVED = {Type.OF, Type.SPOKE, Type.SAID}


def test_every_kind_but_a_project_is_described_once() -> None:
    assert set(ORDER) == set(Kind) - {Kind.PROJECT}
    assert all(kind is described.kind for kind, described in KINDS.items())
    assert set(ORDER) > LARGE


def test_every_label_and_type_is_said_by_some_kind_or_derived() -> None:
    labels = {label for each in KINDS.values() for label in each.labels}
    types = {type_ for each in KINDS.values() for type_ in each.relationships}
    assert labels == set(Label) - {Label.DOCUMENT, *LEVELS}
    assert types == set(Type) - DERIVED
