"""Writes docs/reference/questions.md from the headers of the questions: `python scripts/make_question_reference.py`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from graphmodel.questions import catalogue  # noqa: E402
from graphmodel.themes import COLUMNS  # noqa: E402

if TYPE_CHECKING:
    from graphmodel.question_files import Parameter, Question

PAGE = ROOT / "docs" / "reference" / "questions.md"
HEAD = f"""# Questions

Made from the headers of `cypher/ask/` by `python scripts/make_question_reference.py`. Ask one with
`graphmodel ask NAME`, or paste its file into the Neo4j Browser or `cypher-shell` with its parameters set.

What holds of all of them:

- What is coded to a concept or to anything below it grounds the concept. A negative case never does.
- Participants who withdrew are left out of rows and counts with what they said, and the answer says how many;
  `withdrawn=true` counts them. An interview is left out where all who gave it withdrew. Of an interview that several
  people gave, words that nobody knows the speaker of are left out where one of them did.
- Excerpts of an interview that no participant is named for count as excerpts, not as participants.
- Dates may lack the day or the month. Two dates are compared as far as both are known; where that does not tell, the
  answer says that it is unknown.
- Where a question is about themes and a study has no concept of level Theme, its outermost concepts stand in. The same
  holds for `graphmodel themes`, whose columns are {", ".join(f"`{column}`" for column in COLUMNS)}.
- Words of participants leave the terminal only where their `quotable` is true, which wants both an active participation
  and the consent to be quoted word for word.
- The items of COREQ and SRQR are those that an answer gives evidence for. No answer satisfies an item by itself.

## A question's file

A question is one file, and its header is its only description. Comment lines at the top hold YAML:

```
// title: Which …?
// number: 36
// about: >-
//   What a row means, and how to read it.
// parameters:
//   study: {{type: study, means: the id of the study}}
//   minimum: {{type: integer, default: 3, means: how many are enough}}
// columns:
//   theme: the theme
// evidence: {{COREQ: [26], SRQR: [16]}}

MATCH …
```

A parameter without a `default` must be given. Its type is one of `study`, `concept`, `any concept` (retired ones
too), `participant`, `interview`, `memo`, `attribute`, `text`, `integer`, `boolean`, `date`. Names are found in any
case.
Optional fields: `words` (columns that hold words of participants; a column `quotable` must go with them), `caution`
(what the answer cannot know), `draw` (a file whose paths draw well), `slow` (why it may take longer than a second on a
study of 200,000 excerpts). The statement uses the declared parameters and no others; this is checked when it is read.
"""


def page() -> str:
    """The whole page."""
    return "\n".join([HEAD, *(line for question in catalogue().values() for line in _section(question))])


def _section(question: Question) -> Iterator[str]:
    yield f"## {question.number}. {question.title}\n"
    yield f"`graphmodel ask {question.name}`\n"
    yield f"{question.description}\n"
    yield "| parameter | type | default | |\n|---|---|---|---|"
    yield from (_parameter(each) for each in question.parameters.values())
    yield "\n| column | |\n|---|---|"
    yield from (f"| `{name}` | {means} |" for name, means in question.columns.items())
    items = "; ".join(f"{standard} {', '.join(map(str, numbers))}" for standard, numbers in question.evidence.items())
    yield f"\nEvidence for {items}.\n"
    if question.caution:
        yield f"What it cannot know: {question.caution}.\n"
    if question.slow:
        yield f"On a large study it may take longer than a second: {question.slow}.\n"


def _parameter(parameter: Parameter) -> str:
    default = "needed" if parameter.required else f"`{_written(parameter.default)}`"
    return f"| `{parameter.name}` | {parameter.type} | {default} | {parameter.means} |"


def _written(value: object) -> str:
    if value is None:
        return "none"
    return str(value).lower() if isinstance(value, bool) else str(value)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
