"""The Neo4j Browser as a user has it before them: frames, the guide, the saved queries."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

UNFOLD = "Expand the node properties display"
CHIP = "property-details-overview-node-label-"


class Neo4jBrowser:
    """What a test sees and clicks on a page that shows the Browser."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def open(self, url: str) -> None:
        """Go to an address and wait until the Browser is there."""
        self.page.goto(url)
        expect(self.page.get_by_test_id("stream")).to_be_visible()

    @property
    def form(self) -> Locator:
        """The form for signing in."""
        return self.page.get_by_test_id("boltaddress")

    @property
    def guide(self) -> Locator:
        """The guide in the sidebar."""
        return self.page.get_by_test_id("guidesDrawer")

    def frame(self, title: str) -> Locator:
        """The latest result of a query with this title."""
        return self.page.get_by_test_id("frame").filter(has_text=f"// {title}").first

    def drawn(self, title: str) -> dict[str, int]:
        """How many nodes of each label the picture of a query says that it shows; `*` is all of them."""
        frame = self.frame(title)
        expect(frame.locator("g.node").first).to_be_visible()
        unfold = frame.get_by_label(UNFOLD)
        if unfold.count():
            unfold.click()
        expect(frame.get_by_test_id(f"{CHIP}*")).to_be_visible()
        chips = frame.locator(f'[data-testid^="{CHIP}"]').all_inner_texts()
        return {label: int(number) for label, number in (_chip(text) for text in chips)}

    def go_to_slide(self, title: str) -> None:
        """Turn the guide's pages until the one with this heading."""
        while not self.guide.get_by_role("heading", name=title, exact=True).is_visible():
            self.page.get_by_test_id("guideNextSlide").click()

    def run_from_guide(self, title: str) -> None:
        """Click the arrow of a query on the slide that is shown."""
        self.guide.locator("pre", has_text=f"// {title}").locator("i").click()

    def type_and_run(self, text: str) -> None:
        """Type into the editor and run it."""
        self.page.get_by_test_id("activeEditor").click()
        self.page.keyboard.type(text)
        self.page.keyboard.press("Control+Enter")


def _chip(text: str) -> tuple[str, str]:
    found = re.fullmatch(r"(.+) \(([\d,]+)\)", text.strip())
    assert found, text
    return found[1], found[2].replace(",", "")
