"""The statements of cypher/browser: pictures and small tables that run by themselves in the Browser."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import LiteralString

from graphmodel.browser.literals import literal, with_values
from graphmodel.headers import check_parameters, header, header_lines
from graphmodel.questions import Question
from graphmodel.statements import statement

FOLDER = "browser"
NEEDED = ("title", "about", "parameters")


@dataclass(frozen=True, slots=True)
class Query:
    """Something to run in the Browser: one statement with every value in it, its title in the first line."""

    title: str
    cypher: str


@cache
def picture_statement(name: str) -> tuple[str, LiteralString]:
    """The title and the statement of `cypher/browser/<name>.cypher`.

    Raises HeaderError where its header is incomplete or does not fit the statement.
    """
    path = f"{FOLDER}/{name}"
    text = statement(path)
    fields = header(path, text, NEEDED)
    check_parameters(path, text, fields["parameters"])
    return str(fields["title"]), text


def picture(name: str, title: str | None = None, **values: object) -> Query:
    """A statement of cypher/browser with these values; `title` where it is to have another than its own."""
    own_title, text = picture_statement(name)
    return runnable(title or own_title, text, values)


def question_table(question: Question, values: Mapping[str, object], title: str | None = None) -> Query:
    """A question of the catalogue as a table; a parameter that has no value here has its default."""
    return runnable(title or question.title, question.statement, _complete(question, values))


def question_picture(question: Question, values: Mapping[str, object]) -> Query | None:
    """A question of the catalogue as a picture, where it has one."""
    if question.draw is None:
        return None
    return runnable(f"Drawn: {question.title}", statement(question.draw), _complete(question, values))


def _complete(question: Question, values: Mapping[str, object]) -> dict[str, object]:
    return {each.name: each.default for each in question.parameters.values()} | dict(values)


def runnable(title: str, text: str, values: Mapping[str, object]) -> Query:
    """A statement as the Browser is given it: title first, then what to change for another answer, then Cypher."""
    body = text.splitlines()[len(header_lines(text)) :]
    changeable = [literal(value) for name, value in values.items() if name != "study" and isinstance(value, str)]
    lines = [f"// {_one_line(title)}"]
    if changeable:
        lines.append(f"// For another answer put another value in place of {' and '.join(map(_one_line, changeable))}.")
    return Query(title, "\n".join(lines) + "\n" + with_values("\n".join(body), values).strip())


def _one_line(text: str) -> str:
    return " ".join(text.split())
