"""Makes the pictures of the Neo4j Browser in docs/images from the demo: `python scripts/take_screenshots.py`.

It starts a local Neo4j in a folder of its own, and needs Chromium.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import platformdirs
from playwright.sync_api import Browser, Page, expect

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from graphmodel import server  # noqa: E402
from graphmodel.browser.browse import browse  # noqa: E402
from graphmodel.browser.style import style  # noqa: E402
from graphmodel.database import Database, open_database  # noqa: E402
from graphmodel.demo import DEMO_THEME, demo_folder  # noqa: E402
from graphmodel.loading import load  # noqa: E402
from graphmodel.server.home import HOME_VARIABLE, JARS_VARIABLE  # noqa: E402
from graphmodel.server.ports import free_ports, keep_ports  # noqa: E402
from tests.browser.chromium import MISSING, chromium_path, launched  # noqa: E402
from tests.browser.neo4j_browser import Neo4jBrowser  # noqa: E402

EXCERPT = style()["node.Excerpt"]["color"]
IMAGES = ROOT / "docs" / "images"
SIZE = {"width": 1400, "height": 900}
# The nodes drift for some time before they are at rest.
AT_REST_MS = 6000
expect.set_options(timeout=60_000)


@contextmanager
def demo() -> Iterator[Database]:
    """The demo in a Neo4j that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="graphmodel-screenshots-") as folder:
        os.environ.setdefault(JARS_VARIABLE, str(platformdirs.user_cache_path("graphmodel", appauthor=False) / "jars"))
        os.environ[HOME_VARIABLE] = folder
        os.environ["GRAPHMODEL_AOT"] = "off"
        home = server.chosen_home()
        home.prepare()
        keep_ports(home.ports, free_ports())
        try:
            with open_database(None) as database, demo_folder() as study:
                load(database, [study])
                yield database
        finally:
            server.stop()


@contextmanager
def opened(chromium: Browser, database: Database, title: str, **what: str) -> Iterator[Neo4jBrowser]:
    """The Browser on a page of its own, with the picture of this title at rest."""
    page = chromium.new_page(viewport=SIZE)
    with browse(database, **what) as session:
        browser = Neo4jBrowser(page)
        browser.open(session.url)
        expect(browser.frame(title).locator("g.node").first).to_be_visible()
        page.wait_for_timeout(AT_REST_MS)
        yield browser
    page.close()


def fill_window(browser: Neo4jBrowser, title: str) -> None:
    """Give a picture the whole window and let it come to rest in the middle."""
    frame = browser.frame(title)
    frame.get_by_role("button", name="Fullscreen").click()
    browser.page.wait_for_timeout(AT_REST_MS)
    frame.get_by_label("zoom-to-fit").click()
    browser.page.wait_for_timeout(AT_REST_MS)


def save(page: Page, name: str) -> None:
    """Write what the page shows."""
    page.screenshot(path=IMAGES / f"{name}.png")


def main() -> None:
    """Makes them all."""
    path = chromium_path()
    if path is None:
        sys.exit(MISSING)
    grounded = f"How {DEMO_THEME} is grounded"
    with demo() as database, launched(path) as chromium:
        with opened(chromium, database, "The theory at a glance") as browser:
            save(browser.page, "browser-guide")
        with opened(chromium, database, grounded, concept=DEMO_THEME) as browser:
            fill_window(browser, grounded)
            save(browser.page, "browser-theme")
            excerpts = browser.frame(grounded).locator("g.node", has=browser.page.locator(f'[fill="{EXCERPT}"]'))
            excerpts.filter(has_text="paid friend").click()
            browser.page.wait_for_timeout(AT_REST_MS)
            save(browser.page, "browser-excerpt")


if __name__ == "__main__":
    main()
