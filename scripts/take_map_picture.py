"""Makes docs/images/theory-map.png from the demo: `python scripts/take_map_picture.py`.

It starts a local Neo4j of its own, and needs Chromium (in CHROMIUM where it has another name).
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import expect, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from graphmodel.database import open_running  # noqa: E402
from graphmodel.demo import demo_folder  # noqa: E402
from graphmodel.loading import load  # noqa: E402
from graphmodel.report import write_map  # noqa: E402
from scripts.refresh_docs import own_server  # noqa: E402

PICTURE = ROOT / "docs" / "images" / "theory-map.png"
DRAWN_MS = 500


def main() -> None:
    """Writes the map and takes its picture, the negative cases shown."""
    with tempfile.TemporaryDirectory(prefix="graphmodel-map-") as folder:
        page = Path(folder) / "theory.html"
        with own_server() as running, open_running(running) as database, demo_folder() as demo:
            report = load(database, [demo])
            write_map(database, report.study, None, page)
        take(page)
    print(f"{PICTURE.relative_to(ROOT)}: {PICTURE.stat().st_size / 1000:.0f} kB")


def take(page: Path) -> None:
    """Takes the picture of a map in Chromium."""
    chromium = shutil.which(os.environ.get("CHROMIUM", "chromium"))
    root = ["--no-sandbox"] if os.name == "posix" and os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=root)
        shown = browser.new_page(viewport={"width": 1366, "height": 768})
        shown.goto(page.as_uri())
        shown.locator("#negative").check()
        expect(shown.locator("#map canvas").first).to_be_visible()
        shown.wait_for_timeout(DRAWN_MS)
        shown.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    main()
