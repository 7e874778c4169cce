"""The questions as saved queries of the Browser, in folders of the study: each runs by itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any

from graphmodel.browser.concepts import MOST_THEMES, concept_picture
from graphmodel.browser.examples import examples
from graphmodel.browser.pictures import Query, picture, question_picture, question_table
from graphmodel.database import Database
from graphmodel.lookup import Names
from graphmodel.questions import Question, catalogue
from graphmodel.study_facts import StudyFacts
from graphmodel.themes import themes

PICTURES = "Pictures"
WHOLE = "The whole study"
CONCEPT = "One theme or code"
OTHER = "One person, quote or date"
FOLDERS = (PICTURES, WHOLE, CONCEPT, OTHER)


@dataclass(frozen=True, slots=True)
class SavedQuery:
    """A query in a folder. `name` is its own for good, so that it replaces itself when it is saved anew."""

    folder: str
    name: str
    query: Query


def saved_queries(database: Database, names: Names, facts: StudyFacts) -> list[SavedQuery]:
    """All of them: the pictures, then the catalogue in its order. A question of which the study has no example, such
    as one about a participant where there is none, is left out."""
    given = examples(database, names, facts)
    return [
        *_pictures(database, names),
        *(each for question in catalogue().values() for each in _asked(question, given)),
    ]


def as_kept(study: str, saved: Sequence[SavedQuery]) -> dict[str, Any]:
    """The queries as the Browser keeps them. All ids begin with `prefix`, and nothing else does."""
    prefix = f"graphmodel/{study}/"
    return {
        "prefix": prefix,
        "folders": [{"id": prefix + folder, "name": f"{folder} ({study})"} for folder in FOLDERS],
        "documents": [
            {"id": prefix + each.name, "folder": prefix + each.folder, "content": each.query.cypher} for each in saved
        ],
    }


def _pictures(database: Database, names: Names) -> Iterator[SavedQuery]:
    study = names.study
    yield SavedQuery(PICTURES, "draw_theory", picture("draw_theory", study=study))
    for theme in themes(database, study)[:MOST_THEMES]:
        drawn = concept_picture(names, theme["key"], theme["categories"], theme["codes"])
        yield SavedQuery(PICTURES, f"draw_theme {theme['key']}", drawn)
    yield SavedQuery(PICTURES, "draw_negative_cases", picture("draw_negative_cases", study=study))
    yield SavedQuery(PICTURES, "draw_literature", picture("draw_literature", study=study, stance=None))
    yield SavedQuery(PICTURES, "draw_propositions", picture("draw_propositions", study=study, quotes=3))


def _asked(question: Question, given: Mapping[str, object]) -> Iterator[SavedQuery]:
    needed = [each for each in question.parameters.values() if each.required]
    if any(each.type not in given for each in needed):
        return
    values = {each.name: given[each.type] for each in needed}
    folder = _folder({each.type for each in needed} - {"study"})
    yield SavedQuery(folder, question.name, question_table(question, values))
    drawn = question_picture(question, values)
    if drawn:
        yield SavedQuery(folder, f"{question.name} drawn", drawn)


def _folder(needed: Set[str]) -> str:
    if not needed:
        return WHOLE
    return CONCEPT if needed & {"concept", "any concept"} else OTHER
