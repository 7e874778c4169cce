"""What the shell offers where a name is wanted. It asks a server that runs already; it never starts one."""

from __future__ import annotations

import typer

from graphmodel import lookup
from graphmodel.errors import GraphmodelError
from graphmodel.names import fold
from graphmodel.questions import catalogue
from graphmodel.settings import Settings
from graphmodel.suggesting import suggest_names, suggest_studies
from graphmodel.terminal.groups import gather
from graphmodel.terminal.options import Connection, settings_of


def complete_study(ctx: typer.Context, incomplete: str) -> list[str]:
    """Ids of studies."""
    return [study for study in suggest_studies(_settings(ctx)) if study.startswith(incomplete)]


def complete_concept(ctx: typer.Context, incomplete: str) -> list[str]:
    """Names of themes, categories and codes; of a name whose first words are typed, the rest."""
    typed = "".join(f"{word} " for word in ctx.params.get("name") or ())
    names = suggest_names(_settings(ctx), ctx.params.get("study"), lookup.CONCEPT)
    return [name[len(typed) :] for name in beginning_with(typed + incomplete, names)]


def complete_question(incomplete: str) -> list[tuple[str, str]]:
    """Names of questions with their titles."""
    known = catalogue()
    return [(name, each.title) for name, each in known.items() if name.startswith(incomplete)]


def beginning_with(start: str, names: list[str]) -> list[str]:
    """The names that begin so, whatever the case; the beginning stays as it was typed, else Typer drops the name."""
    return [start + name[len(start) :] for name in names if fold(name).startswith(fold(start))]


def _settings(ctx: typer.Context) -> Settings | None:
    try:
        return settings_of(gather(Connection, ctx.params))
    except GraphmodelError:
        return None
