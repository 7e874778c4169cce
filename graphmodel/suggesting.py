"""Names to complete a command with. Only a server that runs already is asked, and not for long."""

from __future__ import annotations

from collections.abc import Callable

from graphmodel import server
from graphmodel.database import Database, open_database
from graphmodel.errors import GraphmodelError
from graphmodel.lookup import Names, choose_study, read_names
from graphmodel.server.credentials import read_credentials
from graphmodel.settings import Settings
from graphmodel.statements import statement

PATIENCE_S = 1.0


def suggest_names(settings: Settings | None, study: str | None, *kinds: str) -> list[str]:
    """The names of these kinds (`concept`, `participant` …) in a study; none where they cannot be had."""
    return _ask(settings, lambda database: [thing.name for thing in _names(database, study).of(*kinds)])


def suggest_studies(settings: Settings | None) -> list[str]:
    """The ids of the studies in the graph; none where they cannot be had."""
    return _ask(settings, lambda database: [row["study"] for row in database.read(statement("read/study_ids"))])


def _names(database: Database, study: str | None) -> Names:
    return read_names(database, choose_study(database, study))


def _ask(settings: Settings | None, question: Callable[[Database], list[str]]) -> list[str]:
    try:
        running = settings or _running()
        if running is None:
            return []
        with open_database(running, patience_s=PATIENCE_S) as database:
            return question(database)
    except GraphmodelError:
        return []


def _running() -> Settings | None:
    bolt_uri = server.status().bolt_uri
    if bolt_uri is None:
        return None
    kept = read_credentials(server.chosen_home())
    return Settings(bolt_uri, kept.username, kept.password)
