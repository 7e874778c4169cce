"""Asking the theory: the questions of cypher/ask, and an answer with what must be said beside its rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from graphmodel.consent import withhold
from graphmodel.database import Database
from graphmodel.errors import GraphmodelError
from graphmodel.headers import HeaderError, file_names, line_of
from graphmodel.lookup import choose_study, did_you_mean, nearest, read_names
from graphmodel.names import fold
from graphmodel.question_files import Parameter, Question, read_question
from graphmodel.statements import statement
from graphmodel.study_facts import StudyFacts, read_facts
from graphmodel.values import read_value

__all__ = ["Answer", "Asked", "Parameter", "Question", "ask", "catalogue", "find_question", "prepare", "search"]

WITHHELD = "withheld"


@dataclass(frozen=True, slots=True)
class Answer:
    """Rows that answer a question about one study.

    `parameters` are the values that were sent; `notice` is the study's own, to be printed with every output;
    `notes` say who was left out and what the answer cannot know.
    """

    question: Question
    study: str
    parameters: Mapping[str, object]
    rows: Sequence[Mapping[str, Any]]
    columns: tuple[str, ...]
    notes: tuple[str, ...] = ()
    notice: str | None = None

    def withheld(self) -> Answer:
        """The answer as it may leave the terminal: without words that consent does not let be printed."""
        if not self.question.words:
            return self
        rows = [withhold(row, self.question.words) for row in self.rows]
        return replace(self, rows=rows, columns=(*self.columns, WITHHELD))


@dataclass(frozen=True, slots=True)
class Asked:
    """A question about one study, with the values of its parameters as they are sent."""

    question: Question
    facts: StudyFacts
    parameters: Mapping[str, object]


@cache
def catalogue() -> dict[str, Question]:
    """All questions by name, in the order of their numbers.

    Raises HeaderError where a file's header is incomplete, does not fit its statement, or repeats a number.
    """
    known: dict[int, Question] = {}
    for path in file_names("ask"):
        question = read_question(path, statement(path))
        if question.number in known:
            line = line_of(question.statement, "number")
            raise HeaderError(path, line, f"question {question.number} is already `{known[question.number].name}`")
        known[question.number] = question
    return {known[number].name: known[number] for number in sorted(known)}


def find_question(name: str) -> Question:
    """The question of a name or number; raises GraphmodelError with the nearest names where there is none."""
    known = catalogue()
    wanted = "_".join(name.casefold().replace("-", " ").split())
    for question in known.values():
        if wanted in (question.name, str(question.number)):
            return question
    near = nearest(wanted, known) or [question.name for question in search(name)[:3]]
    raise GraphmodelError(f"there is no question `{name}`", did_you_mean(near) or "list them: `graphmodel ask --list`")


def search(text: str) -> list[Question]:
    """The questions whose title, name or description hold all words of a text; those with them in the title first."""
    words = fold(text.replace("_", " ")).split()
    titles = {each.name: fold(f"{each.title} {each.name.replace('_', ' ')}") for each in catalogue().values()}
    in_title = [each for each in catalogue().values() if all(word in titles[each.name] for word in words)]
    anywhere = [
        each
        for each in catalogue().values()
        if each not in in_title and all(word in f"{titles[each.name]} {fold(each.description)}" for word in words)
    ]
    return in_title + anywhere


def ask(
    database: Database, name: str, study: str | None = None, parameters: Mapping[str, object] | None = None
) -> Answer:
    """The answer to a question about a study (the only one in the graph where none is named).

    `parameters` are values, or texts to be read by the type that the question declares. Raises GraphmodelError where
    the question, the study, a parameter or the thing that a parameter names is not known.
    """
    asked = prepare(database, name, study, parameters)
    rows = database.read(asked.question.statement, asked.parameters)
    return Answer(
        asked.question,
        asked.facts.study,
        asked.parameters,
        rows,
        tuple(asked.question.columns),
        tuple(_notes(asked)),
        asked.facts.notice,
    )


def prepare(
    database: Database, name: str, study: str | None = None, parameters: Mapping[str, object] | None = None
) -> Asked:
    """A question with the values that it is to be asked with, read as `ask` reads them; it is not asked yet."""
    question = find_question(name)
    given = _given(question, parameters or {})
    facts = read_facts(database, choose_study(database, study))
    names = cache(lambda: read_names(database, facts.study))
    read = {
        each: read_value(question.parameters[each], value, names, facts.attributes) for each, value in given.items()
    }
    return Asked(question, facts, {"study": facts.study, **read})


def _given(question: Question, parameters: Mapping[str, object]) -> dict[str, object]:
    wanted = {name: each for name, each in question.parameters.items() if each.type != "study"}
    for name in parameters:
        if name not in wanted:
            raise GraphmodelError(
                f"`{question.name}` has no parameter `{name}`",
                did_you_mean(nearest(name, wanted)) or "it takes " + ", ".join(f"`{each}`" for each in wanted),
            )
    given = {name: parameters.get(name, each.default) for name, each in wanted.items()}
    missing = [wanted[name] for name, value in given.items() if wanted[name].required and value in (None, "")]
    if missing:
        raise GraphmodelError(
            f"`{question.name}` needs " + " and ".join(f"`{each.name}`" for each in missing),
            "; ".join(f"`{each.name}` is {each.means}" for each in missing),
        )
    return given


def _notes(asked: Asked) -> Iterator[str]:
    if "withdrawn" in asked.question.parameters or asked.question.words:
        yield from asked.facts.withdrawal_note(counted=asked.parameters.get("withdrawn") is True)
    if asked.question.caution:
        yield asked.question.caution
