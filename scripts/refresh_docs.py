"""Writes into the documentation what its commands print now: `python scripts/refresh_docs.py [PAGE …]`.

The commands run against a local Neo4j of the script's own. `git diff` then shows what has changed, and whether a cut
still stands where it should.
"""

from __future__ import annotations

import os
import signal
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from graphmodel import server
from graphmodel.database import open_running
from graphmodel.loading import remove_study
from graphmodel.server.home import HOME_VARIABLE, JARS_VARIABLE
from graphmodel.studies import studies
from scripts.console_pages import ROOT, pages, renewed
from scripts.terminal import Terminal

KEPT = (HOME_VARIABLE, JARS_VARIABLE, "GRAPHMODEL_AOT", "GRAPHMODEL_SERVER_LINE")


def which_neo4j() -> dict[str, str]:
    """The variables that say which local Neo4j is meant, as they are set here."""
    return {name: os.environ[name] for name in KEPT if name in os.environ}


def refresh(page: Path, running: server.LocalServer) -> bool:
    """Renews the outputs of a page, on an empty graph and in a folder of its own; whether that changed it."""
    with open_running(running) as database:
        for held in studies(database):
            remove_study(database, held["study"])
    before = page.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory(prefix="graphmodel-docs-") as folder:
        after = renewed(before, Terminal(Path(folder), which_neo4j()).run)
    page.write_text(after, encoding="utf-8")
    return after != before


@contextmanager
def own_server() -> Iterator[server.LocalServer]:
    """A local Neo4j in a home of its own, with the jars that are there already."""
    os.environ.setdefault(JARS_VARIABLE, str(server.chosen_home().jars))
    with tempfile.TemporaryDirectory(prefix="graphmodel-docs-home-") as home:
        os.environ |= {HOME_VARIABLE: home, "GRAPHMODEL_AOT": "off"}
        try:
            yield server.ensure_running()
        finally:
            server.stop()


def main() -> None:
    """Renews the pages that are named, else all."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that the server is stopped then too
    chosen = [Path(name).resolve() for name in sys.argv[1:]] or pages()
    with own_server() as running:
        for page in chosen:
            print(page.relative_to(ROOT), "renewed" if refresh(page, running) else "as it was")


if __name__ == "__main__":
    main()
