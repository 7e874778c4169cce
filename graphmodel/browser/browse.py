"""Opens the Neo4j Browser on a study: signed in, with the study's guide beside the picture that was asked for."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from contextlib import ExitStack, suppress
from types import TracebackType
from typing import Any, Self

from graphmodel.browser.guide import make_guide
from graphmodel.browser.guide_html import guide_html
from graphmodel.browser.handover import Handover
from graphmodel.browser.opening import Opening, open_concept, open_question, open_study
from graphmodel.browser.page import Page, browser_page
from graphmodel.browser.saved import as_kept, saved_queries
from graphmodel.browser.style import style
from graphmodel.database import Database
from graphmodel.errors import GraphmodelError
from graphmodel.lookup import Names, choose_study, read_names
from graphmodel.server import Progress, silent
from graphmodel.settings import Settings
from graphmodel.study_facts import read_facts

PATIENCE_S = 120.0
# Read only, so that no slip changes what the next load believes to know.
SETTINGS = {
    "useReadTransactions": True,
    "playImplicitInitCommands": True,
    "showSampleScripts": False,
    "initialNodeDisplay": 500,
}
NOTHING_SENT = {"allowUserStats": False, "allowCrashReports": False}


class BrowseSession:
    """A page that is ready to be opened at `url`, once: the address is spent when the page has been there.

    Use it in a `with` block; at its end the address is worthless. `stays` tells that the page itself is served from
    here and goes with the session.
    """

    def __init__(self, study: str, page: Page, content: Mapping[str, Any]) -> None:
        self.study = study
        self.stays = page.serves
        self._page = page
        self._handover = Handover(content, page.origin)
        self._held = ExitStack()

    def __enter__(self) -> Self:
        self._held.enter_context(self._page)
        self._held.enter_context(self._handover)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._held.close()

    @property
    def url(self) -> str:
        """What to open. It holds a token that is good for one opening, and no password."""
        return self._page.url + self._handover.ticket

    def wait(self, patience_s: float = PATIENCE_S) -> bool:
        """Wait until the page has been opened; false where that does not happen in so many seconds."""
        return self._handover.wait(patience_s)

    def stay(self) -> None:
        """Keep what is served from here until somebody interrupts the program."""
        with suppress(KeyboardInterrupt):
            threading.Event().wait()


def browse(
    database: Database,
    study: str | None = None,
    concept: str | None = None,
    question: str | None = None,
    parameters: Mapping[str, object] | None = None,
    progress: Progress = silent,
) -> BrowseSession:
    """Get the Browser ready to be opened on a study (the only one in the graph where none is named).

    It begins with how `concept` is grounded, with the answer to `question` for `parameters` (as `ask` takes them), or
    else with the theory at a glance. The Browser is the local server's own; for another Neo4j it is served from here,
    and fetched first where it is not there yet. Raises GraphmodelError where something named is not known, both a
    concept and a question are, or the Browser cannot be had.
    """
    if concept and question:
        raise GraphmodelError("a theme and a question were both named", "name one of them")
    names = read_names(database, choose_study(database, study))
    opening = _opening(database, names, concept, question, parameters or {})
    page = browser_page(database.settings, progress)
    return BrowseSession(names.study, page, _content(database, names, opening, page))


def _opening(
    database: Database, names: Names, concept: str | None, question: str | None, parameters: Mapping[str, object]
) -> Opening:
    if concept:
        return open_concept(database, names, concept)
    if question:
        return open_question(database, names, question, parameters)
    return open_study(names)


def _content(database: Database, names: Names, opening: Opening, page: Page) -> dict[str, Any]:
    """What the first script of the page is handed."""
    guide = make_guide(database, names, opening.slide)
    facts = read_facts(database, names.study)
    return {
        "connection": connection(database.settings, page),
        "settings": {**SETTINGS, **NOTHING_SENT},
        "style": style(),
        "saved": as_kept(names.study, saved_queries(database, names, facts)),
        "opening": opening.query.cypher,
        "guide": guide_html(guide),
        "guideTitle": guide.title,
    }


def connection(settings: Settings, page: Page) -> dict[str, str]:
    """How the page signs in. The password of a server on another machine stays here: its owner types it."""
    return {
        "host": page.bolt_uri,
        "username": settings.username,
        "password": (settings.password or "") if settings.is_loopback else "",
        "database": settings.database or "",
        "method": "NATIVE" if settings.password else "NO_AUTH",
    }
