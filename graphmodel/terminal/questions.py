"""The questions that can be asked, one of them explained, and the answer to one."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import partial

from rich.console import Console
from rich.table import Table

from graphmodel.free_query import Found
from graphmodel.questions import Answer, Parameter, Question
from graphmodel.terminal.sheet import Sheet
from graphmodel.terminal.streams import clean, lay, stdout, words


def questions_sheet(questions: Iterable[Question]) -> Sheet:
    """One row a question: number, name, title."""
    rows = [
        {"number": each.number, "name": each.name, "title": each.title, "needs": [*_needed(each)]} for each in questions
    ]
    return Sheet(columns=("number", "name", "title", "needs"), rows=rows, empty="no question has all these words")


def question_sheet(question: Question) -> Sheet:
    """A question with what its rows mean, what it wants to be told, and what it gives evidence for."""
    data = {
        "name": question.name,
        "number": question.number,
        "title": question.title,
        "description": question.description,
        "caution": question.caution,
        "parameters": question.parameters,
        "columns": question.columns,
        "evidence": question.evidence,
    }
    rows = [{"column": name, "means": means} for name, means in question.columns.items()]
    return Sheet(columns=("column", "means"), rows=rows, data=data, draw=partial(_draw, question=question))


def answer_sheet(answer: Answer, *, all_words: bool) -> Sheet:
    """The rows of an answer; without `all_words`, words that may not be quoted are left out."""
    shown = answer if all_words else answer.withheld()
    about = {"question": answer.question.name, "study": answer.study, "parameters": answer.parameters}
    rows = [{column: row.get(column) for column in shown.columns} for row in shown.rows]
    return Sheet(
        columns=shown.columns,
        rows=rows,
        title=answer.question.title,
        notices=(answer.notice,) if answer.notice else (),
        notes=answer.notes,
        empty=f"no row: see `graphmodel ask {answer.question.name} --about` for what that means",
        data={**about, "columns": shown.columns, "rows": rows},
    )


def found_sheet(found: Found) -> Sheet:
    """What a query of the user's own returned."""
    return Sheet(columns=found.columns, rows=found.rows, notices=found.notices, empty="no row")


def print_statement(question: Question) -> None:
    """Prints the Cypher of a question with its parameters as the Neo4j Browser takes them."""
    for parameter in question.parameters.values():
        value = f"'{parameter.type}'" if parameter.required else _cypher(parameter.default)
        stdout().print(words(f":param {parameter.name} => {value};"))
    stdout().print(words(question.statement.rstrip()))


def _draw(console: Console, question: Question) -> None:
    console.print(words(question.title, "bold"))
    console.print(words(question.description))
    for caution in filter(None, (question.caution, question.slow and f"This may take a while: {question.slow}.")):
        console.print(words(f"\n{caution}", "yellow"))
    _print_pairs(console, "give it", [(_usage(each), each.means) for each in _own(question)])
    _print_pairs(console, "columns", list(question.columns.items()))
    if question.evidence:
        items = "; ".join(f"{name} {', '.join(map(str, each))}" for name, each in question.evidence.items())
        console.print(words(f"\nevidence for {items}", "dim"))
    example = " ".join(f'--param {each.name}="…"' for each in _own(question) if each.required)
    console.print(words(f"\ngraphmodel ask {question.name} {example}".rstrip(), "cyan"))


def _print_pairs(console: Console, title: str, pairs: list[tuple[str, str]]) -> None:
    if pairs:
        table = Table.grid(padding=(0, 2, 0, 0))
        table.add_column(style="cyan", overflow="fold")
        table.add_column(overflow="fold")
        for name, means in pairs:
            table.add_row(f"  {clean(name)}", clean(means))
        console.print(words(f"\n{title}", "bold"))
        lay(console, table)


def _own(question: Question) -> list[Parameter]:
    return [each for each in question.parameters.values() if each.type != "study"]


def _needed(question: Question) -> list[str]:
    return [each.name for each in _own(question) if each.required]


def _usage(parameter: Parameter) -> str:
    if parameter.required:
        return parameter.name
    told = "may be left out" if parameter.default is None else f"else {_cypher(parameter.default)}"
    return f"{parameter.name} ({told})"


def _cypher(value: object) -> str:
    return "null" if value is None else json.dumps(value, ensure_ascii=False)
