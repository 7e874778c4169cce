"""A theme, category or code on a slide: what it rests on, in numbers and in pictures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from graphmodel.browser.pictures import Query, picture, picture_statement, question_table
from graphmodel.browser.slides import Part, Slide, Table, Text
from graphmodel.browser.wording import many
from graphmodel.database import Database
from graphmodel.lookup import CONCEPT, Names
from graphmodel.questions import catalogue

LEVELS = ("Category", "Code")
MOST_THEMES = 12
MOST_ROWS = 30
# How many excerpts of each code are drawn, by how many concepts the picture has: more would be a tangle.
QUOTES = ((1, 12), (8, 3), (60, 1))
# Where there are more concepts than this, codes wait behind their categories.
MOST_DRAWN = 150
MORE_QUOTES = 3


def concept_slide(database: Database, names: Names, key: str) -> tuple[Slide, Query]:
    """The slide of a concept that is in the graph, and the picture to open it with."""
    units = database.read(picture_statement("count_codes")[1], {"study": names.study, "concept": key})
    name = units[0]["concept"]
    values = {"study": names.study, "concept": as_typed(names, key)}
    opening = concept_picture(names, key, *(sum(unit["level"] == level for unit in units) for level in LEVELS))
    parts = (
        *_said(units),
        opening,
        *_more(len(units), values),
        picture("count_codes", f"What {name} rests on, in numbers", **values),
        *_asked(name, values),
        _table(units),
    )
    return Slide(name, parts), opening


def concept_picture(names: Names, key: str, categories: int, codes: int) -> Query:
    """How a concept is grounded that has so many categories and codes; as many words are drawn as stay readable."""
    return picture(
        "draw_theme",
        f"How {names.things[key].name} is grounded",
        study=names.study,
        concept=as_typed(names, key),
        codes=not categories or categories + codes <= MOST_DRAWN,
        quotes=_quotes(categories + codes),
    )


def as_typed(names: Names, key: str) -> str:
    """The name of a concept, as somebody would type it; its key where several have that name."""
    name = names.things[key].name
    alike = [thing for thing in names.of(CONCEPT) if thing.name == name]
    return name if len(alike) == 1 else key


def _more(concepts: int, values: Mapping[str, object]) -> Iterator[Query]:
    if 0 < _quotes(concepts) < MORE_QUOTES:
        yield picture(
            "draw_theme", f"The same with {MORE_QUOTES} excerpts of each code", **values, codes=True, quotes=MORE_QUOTES
        )


def _quotes(concepts: int) -> int:
    return next((quotes for most, quotes in QUOTES if concepts <= most), 0)


def _said(units: Sequence[Mapping[str, Any]]) -> Iterator[Text]:
    top = units[0]
    if top["definition"]:
        yield Text(top["definition"])
    yield Text(
        f"It rests on {many(top['excerpts'], 'excerpt')} by {many(top['participants'], 'participant')}; "
        f"{many(top['negativeCases'], 'excerpt')} speak{'s' if top['negativeCases'] == 1 else ''} against it."
    )
    bare = [unit["concept"] for unit in units if not unit["excerpts"]]
    if bare:
        yield Text("Nobody's words reach " + ", ".join(bare[:MOST_ROWS]) + ".")


def _table(units: Sequence[Mapping[str, Any]]) -> Table:
    shown = units if len(units) <= MOST_ROWS else [unit for unit in units if unit["level"] != "Code"][:MOST_ROWS]
    return Table(
        ("", "excerpts", "participants", "against"),
        tuple(
            (
                f"{_INDENT[unit['level']]}{unit['concept']}",
                *map(str, (unit["excerpts"], unit["participants"], unit["negativeCases"])),
            )
            for unit in shown
        ),
    )


_INDENT = {"Theme": "", "Category": "", "Code": "\u2003"}


def _asked(name: str, values: Mapping[str, object]) -> Iterator[Part]:
    titles = {
        "ground_theme": f"Who carries {name}",
        "list_negative_cases": f"What speaks against {name}",
        "list_literature": f"What the literature says of {name}",
    }
    for question, title in titles.items():
        yield question_table(catalogue()[question], values, title)
