"""Asking from a notebook: rows as a pandas frame where pandas is installed, else as a list of dictionaries."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import Any

from graphmodel.database import Database, open_database
from graphmodel.questions import Answer
from graphmodel.questions import ask as ask_question
from graphmodel.settings import resolve_settings


def ask(name: str, study: str | None = None, database: Database | None = None, **parameters: object) -> Any:
    """The rows of a question of cypher/ask, for example `ask("ground_theme", concept="Dual roles")`.

    `study` may be left out where the graph holds one; without a `database` the settings of the environment or the
    local server are used. The whole words are there: mind consent before a notebook is shown. A frame's `attrs`
    hold the study's notice and the notes on who was left out. Raises what `graphmodel.questions.ask` raises.
    """
    if database is None:
        with open_database(resolve_settings()) as opened:
            return ask(name, study, opened, **parameters)
    return framed(ask_question(database, name, study, parameters))


def framed(answer: Answer) -> Any:
    """The rows of an answer: a pandas frame where pandas is installed, else a list of dictionaries."""
    rows = [dict(row) for row in answer.rows]
    if find_spec("pandas") is None:
        return rows
    frame = import_module("pandas").DataFrame(rows, columns=list(answer.columns))
    frame.attrs.update(question=answer.question.title, notice=answer.notice, notes=list(answer.notes))
    return frame
