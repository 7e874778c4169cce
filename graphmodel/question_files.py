"""What a file of cypher/ask says of itself: the header is the only description of a question, and is checked here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, LiteralString

from graphmodel.headers import HeaderError, check_parameters, header, line_of, used_parameters
from graphmodel.statements import statement

NEEDED = ("title", "number", "about", "parameters", "columns", "evidence")
OPTIONAL = ("words", "caution", "draw", "slow")
STANDARDS = ("COREQ", "SRQR")
TYPES = (
    "study",
    "concept",
    "any concept",
    "participant",
    "interview",
    "memo",
    "attribute",
    "text",
    "integer",
    "boolean",
    "date",
)
QUOTABLE = "quotable"


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question wants to be told. `default` counts only where it is not `required`."""

    name: str
    type: str
    means: str
    required: bool
    default: object = None


@dataclass(frozen=True, slots=True)
class Question:
    """A question as its file describes it.

    `columns` say what each column means; `evidence` lists items of the reporting standards. `words` are the columns
    that hold words of participants; `draw` names the variant of the statement whose paths draw well; `slow` says why it
    may take longer than a second on a large study, `caution` what its answer cannot know.
    """

    name: str
    number: int
    title: str
    description: str
    parameters: Mapping[str, Parameter]
    columns: Mapping[str, str]
    evidence: Mapping[str, tuple[int, ...]]
    statement: LiteralString
    words: tuple[str, ...] = ()
    caution: str | None = None
    draw: str | None = None
    slow: str | None = None


def read_question(path: str, text: LiteralString) -> Question:
    """The question of the file `cypher/<path>.cypher` with this text.

    Raises HeaderError where the header is incomplete or does not fit the statement.
    """
    fields = header(path, text, NEEDED, OPTIONAL)
    parameters = _parameters(path, text, fields["parameters"])
    check_parameters(path, text, parameters)
    return Question(
        name=path.removeprefix("ask/"),
        number=_number(path, text, fields["number"]),
        title=str(fields["title"]),
        description=" ".join(str(fields["about"]).split()),
        parameters=parameters,
        columns=_columns(path, text, fields["columns"]),
        evidence=_evidence(path, text, fields["evidence"]),
        statement=text,
        words=_words(path, text, fields),
        caution=fields.get("caution"),
        draw=_draw(path, text, fields.get("draw"), parameters),
        slow=fields.get("slow"),
    )


def _number(path: str, text: str, value: object) -> int:
    if not isinstance(value, int) or value < 1:
        raise HeaderError(path, line_of(text, "number"), "`number` is not a number from 1 up")
    return value


def _parameters(path: str, text: str, fields: object) -> dict[str, Parameter]:
    named = _mapping(path, text, "parameters", fields)
    return {name: _parameter(path, line_of(text, name), name, facts) for name, facts in named.items()}


def _parameter(path: str, line: int, name: str, facts: object) -> Parameter:
    if not isinstance(facts, dict) or set(facts) - {"type", "default", "means"}:
        raise HeaderError(path, line, f"the parameter `{name}` is not `{{type: …, default: …, means: …}}`")
    if facts.get("type") not in TYPES:
        raise HeaderError(path, line, f"the parameter `{name}` has no type of {', '.join(TYPES)}")
    if not facts.get("means"):
        raise HeaderError(path, line, f"the parameter `{name}` does not say what it means")
    return Parameter(name, facts["type"], str(facts["means"]), "default" not in facts, facts.get("default"))


def _columns(path: str, text: str, fields: object) -> dict[str, str]:
    columns = _mapping(path, text, "columns", fields)
    for name, means in columns.items():
        if not isinstance(means, str) or not means:
            raise HeaderError(path, line_of(text, name), f"the column `{name}` does not say what it means")
    return {name: str(means) for name, means in columns.items()}


def _evidence(path: str, text: str, fields: object) -> dict[str, tuple[int, ...]]:
    items = _mapping(path, text, "evidence", fields)
    for standard, numbers in items.items():
        sound = isinstance(numbers, list) and numbers and all(isinstance(each, int) for each in numbers)
        if standard not in STANDARDS or not sound:
            line = line_of(text, "evidence")
            raise HeaderError(path, line, "`evidence` lists item numbers of COREQ and SRQR, and nothing else")
    return {standard: tuple(numbers) for standard, numbers in items.items()}


def _words(path: str, text: str, fields: Mapping[str, Any]) -> tuple[str, ...]:
    words = tuple(fields.get("words") or ())
    for column in (*words, QUOTABLE) if words else ():
        if column not in fields["columns"]:
            raise HeaderError(path, line_of(text, "words"), f"`words` needs a column `{column}`")
    return words


def _draw(path: str, text: str, draw: str | None, parameters: Mapping[str, Parameter]) -> str | None:
    if draw is None:
        return None
    line = line_of(text, "draw")
    try:
        unknown = used_parameters(statement(draw)) - set(parameters)
    except FileNotFoundError as error:
        raise HeaderError(path, line, f"there is no file cypher/{draw}.cypher") from error
    if unknown:
        raise HeaderError(
            path, line, f"cypher/{draw}.cypher uses parameters that the question lacks: {sorted(unknown)}"
        )
    return draw


def _mapping(path: str, text: str, field: str, value: object) -> dict[str, Any]:
    if not isinstance(value, dict) or not value:
        raise HeaderError(path, line_of(text, field), f"`{field}` is not a list of `name: …`")
    return value
