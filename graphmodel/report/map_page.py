"""Writes a map as one page that holds all it needs: text, styles, scripts, and a policy that lets nothing else in."""

from __future__ import annotations

import base64
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from typing import Any, Protocol, TypeVar

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from graphmodel.report.theory_map import MapConcept, MapLink, MapProposition, TheoryMap

SCRIPTS = (
    "cytoscape/cytoscape.min.js",
    "map_layout.js",
    "map_drawing.js",
    "map_search.js",
    "map_outline.js",
    "map.js",
)
TOP = "top"


class _About(Protocol):
    @property
    def about(self) -> str | tuple[str, ...]: ...


Thing = TypeVar("Thing", bound=_About)


def render(theory: TheoryMap) -> str:
    """The page, as HTML. Everything from the study is escaped, and nothing in the page can ask for anything outside."""
    style = _asset("map.css")
    scripts = [_asset(name) for name in SCRIPTS]
    return (
        _environment()
        .get_template("map.html")
        .render(
            map=theory,
            version=version("graphmodel"),
            policy=_policy(style, scripts),
            style=Markup(style),
            scripts=[Markup(script) for script in scripts],
            theory=Markup(_island(as_data(theory))),
            levels=Counter(concept.level for concept in theory.inside),
            name_of=_names(theory),
            tree=_tree(theory),
            links_about=_by_subject(theory.links),
            links_from=_links_from(theory.links),
            memos_about=_by_subject(theory.memos),
            propositions_about=_propositions_about(theory.propositions),
        )
    )


def as_data(theory: TheoryMap) -> dict[str, Any]:
    """What the page's scripts need to draw the map: names, places in the tree, counts. Quotes stay in the text."""
    return {
        "participants": theory.participants,
        "concepts": [_concept(concept) for concept in theory.concepts],
        "propositions": [_proposition(each) for each in theory.propositions],
        "references": [{"id": each.id, "name": each.caption, "title": each.title} for each in theory.references],
        "memos": [{"id": each.id, "name": each.title} for each in theory.memos],
        "links": [{"from": each.reference, "to": each.about, "stance": each.stance} for each in theory.links],
    }


def _concept(concept: MapConcept) -> dict[str, Any]:
    return {
        "id": concept.id,
        "name": concept.name,
        "level": concept.level,
        "parents": concept.parents,
        "excerpts": concept.excerpts,
        "participants": concept.participants,
        "against": concept.against.count,
        "sought": bool(concept.sought_at),
        "core": concept.core,
        "outside": concept.outside,
    }


def _proposition(proposition: MapProposition) -> dict[str, Any]:
    return {
        "id": proposition.id,
        "name": proposition.name,
        "relation": proposition.relation,
        "subject": proposition.subject,
        "object": proposition.object,
        "for": proposition.words.count,
        "against": proposition.against.count,
    }


def _names(theory: TheoryMap) -> dict[str, str]:
    names = {concept.id: concept.name for concept in theory.concepts}
    names |= {each.id: each.caption for each in theory.references} | {each.id: each.title for each in theory.memos}
    for each in theory.propositions:
        ends = (names.get(end or "", "something unnamed") for end in (each.subject, each.object))
        names[each.id] = f" {each.relation} ".join(ends)
    return names


def _tree(theory: TheoryMap) -> Mapping[str, list[MapConcept]]:
    """The concepts below each, a concept with several parents below the first; those with none under TOP."""
    tree: dict[str, list[MapConcept]] = {key: [] for key in (TOP, *(concept.id for concept in theory.concepts))}
    for concept in theory.inside:
        tree[_parent(concept)].append(concept)
    return tree


def _parent(concept: MapConcept) -> str:
    return concept.parents[0] if concept.parents else TOP


def _by_subject(things: Iterable[Thing]) -> Mapping[str, list[Thing]]:
    found = _Lists[Thing]()
    for thing in things:
        for about in (thing.about,) if isinstance(thing.about, str) else thing.about:
            found.setdefault(about, []).append(thing)
    return found


def _links_from(links: Iterable[MapLink]) -> Mapping[str, list[MapLink]]:
    found = _Lists[MapLink]()
    for link in links:
        found.setdefault(link.reference, []).append(link)
    return found


def _propositions_about(propositions: Iterable[MapProposition]) -> Mapping[str, list[MapProposition]]:
    found = _Lists[MapProposition]()
    for proposition in propositions:
        for end in dict.fromkeys((proposition.subject, proposition.object)):
            if end:
                found.setdefault(end, []).append(proposition)
    return found


Item = TypeVar("Item")


class _Lists(dict[str, list[Item]]):
    """Lists by id; an empty one where there is none."""

    def __missing__(self, key: str) -> list[Item]:
        return []


def _island(data: Mapping[str, Any]) -> str:
    """JSON that cannot end the element it stands in, whatever names the study holds."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _policy(style: str, scripts: Iterable[str]) -> str:
    allowed = " ".join(_hash(script) for script in scripts)
    parts = {
        "default-src": "'none'",
        "script-src": allowed,
        "style-src": _hash(style),
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in parts.items())


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


@cache
def _asset(name: str) -> str:
    return files("graphmodel.report").joinpath("assets", *name.split("/")).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    loader = PackageLoader("graphmodel.report", "assets")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True)
