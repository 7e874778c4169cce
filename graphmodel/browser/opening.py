"""What the Browser is opened with: the picture to begin with and the slide beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graphmodel.browser.concepts import concept_slide
from graphmodel.browser.pictures import Query, picture, question_picture, question_table
from graphmodel.browser.slides import Part, Slide, Table, Text
from graphmodel.database import Database
from graphmodel.lookup import CONCEPT, Names
from graphmodel.questions import Asked, prepare


@dataclass(frozen=True, slots=True)
class Opening:
    """The query that runs at once, and the slide that the guide begins with; the usual one where there is none."""

    query: Query
    slide: Slide | None = None


def open_study(names: Names) -> Opening:
    """The theory at a glance."""
    return Opening(picture("draw_theory", study=names.study))


def open_concept(database: Database, names: Names, name: str) -> Opening:
    """How a theme, category or code is grounded. Raises GraphmodelError where nothing or several have the name."""
    slide, query = concept_slide(database, names, names.find(name, CONCEPT).key)
    return Opening(query, slide)


def open_question(database: Database, names: Names, name: str, parameters: Mapping[str, object]) -> Opening:
    """The answer to a question, drawn where it can be. Raises GraphmodelError where it cannot be asked so."""
    asked = prepare(database, name, names.study, parameters)
    table = question_table(asked.question, asked.parameters)
    drawn = question_picture(asked.question, asked.parameters)
    return Opening(drawn or table, Slide(asked.question.title, tuple(_explained(asked, table, drawn))))


def _explained(asked: Asked, table: Query, drawn: Query | None) -> Iterator[Part]:
    question = asked.question
    yield Text(question.description)
    if question.caution:
        yield Text(f"What it cannot know: {question.caution}.")
    yield table
    if drawn:
        yield drawn
    yield Table(("column", "what it says"), tuple(question.columns.items()))
