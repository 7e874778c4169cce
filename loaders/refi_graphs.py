"""Graphs of a REFI-QDA project, maps that somebody drew of codes, sources and notes, as memos about what is on them."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from graphmodel.records import Memo
from loaders.distinct import Distinct
from loaders.refi_codings import Project
from loaders.refi_notes import once
from loaders.refi_targets import Things
from loaders.refi_xml import Element, attribute, child, children, guid_of


def graph_memos(project: Project, things: Things, names: Distinct) -> Iterator[Memo]:
    """A memo for each graph: what stands on it, and what is joined by a line."""
    for graph in children(child(project.package.root, "Graphs"), "Graph"):
        name = " ".join(attribute(graph, "name").split())
        place = project.package.place(f"graph {name}")
        vertices = list(children(graph, "Vertex"))
        about = once(link for each in vertices for link in things.targets.get(guid_of(each, "representedGUID"), ()))
        yield Memo(
            name=names.name(f"Graph {name}".strip()),
            title=name or None,
            text="\n".join((*_listed(vertices), *_lines(graph, vertices))),
            about=tuple(replace(link, place=place) for link in about),
            place=place,
        )


def _listed(vertices: list[Element]) -> Iterator[str]:
    for name in dict.fromkeys(filter(None, map(_name, vertices))):
        yield f"- {name}"


def _lines(graph: Element, vertices: list[Element]) -> Iterator[str]:
    """What is joined; the arrow's name behind it."""
    called = {guid_of(vertex): _name(vertex) for vertex in vertices}
    for edge in children(graph, "Edge"):
        ends = [called.get(guid_of(edge, end)) for end in ("sourceVertex", "targetVertex")]
        if all(ends):
            name = _name(edge)
            yield f"- {ends[0]} – {ends[1]}{f': {name}' if name else ''}"


def _name(element: Element) -> str:
    return " ".join(attribute(element, "name").split())
