"""graphmodel makes a grounded theory checkable: coded interviews, memos and literature as a Neo4j graph."""

from __future__ import annotations

from typing import Any

__all__ = ["ask"]


def ask(name: str, study: str | None = None, **parameters: object) -> Any:
    """The rows of a question, for notebooks: `graphmodel.ask("ground_theme", concept="Dual roles")`.

    A pandas frame where pandas is installed, else a list of dictionaries. See `graphmodel.notebook.ask`.
    """
    from graphmodel.notebook import ask as ask_from_notebook  # the driver is loaded by whoever asks, not by importing

    return ask_from_notebook(name, study, None, **parameters)
