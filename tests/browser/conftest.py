"""A real Chromium without a window, for tests of what is seen and clicked."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM_VARIABLE = "CHROMIUM"
OPTIONS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WIDTH, HEIGHT = 1400, 900
PATIENCE_MS = 60_000


def chromium_path() -> str:
    """Where Chromium is: what CHROMIUM names, else what is found under the names that systems give it."""
    names = (os.environ.get(CHROMIUM_VARIABLE), "chromium", "chromium-browser", "google-chrome")
    found = next((path for name in names if name and (path := shutil.which(name))), None)
    if found is None:
        pytest.exit(f"these tests need Chromium: apt-get install chromium, or name it in {CHROMIUM_VARIABLE}", 2)
    return found


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser that all tests share; each opens pages of its own in it."""
    sandbox = ("--no-sandbox",) if os.name == "posix" and os.geteuid() == 0 else ()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=[*OPTIONS, *sandbox])
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A page in a profile of its own that keeps nothing."""
    context = chromium.new_context(viewport={"width": WIDTH, "height": HEIGHT})
    context.set_default_timeout(PATIENCE_MS)
    yield context.new_page()
    context.close()
