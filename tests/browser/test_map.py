"""The map of a theory in a real Chromium: what is drawn, clicked, typed, printed, and that nothing leaves the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from graphmodel.database import Database
from graphmodel.demo import demo_folder
from graphmodel.loading import load
from graphmodel.report import WrittenMap, write_map
from tests.browser.large_study import make_large_study
from tests.graphmodel.conftest import load_small

EMPTY = "MATCH (n) DETACH DELETE n"
DEMO = "mad-planet"
AXE = Path(__file__).parent / "axe-core" / "axe.min.js"
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
HOSTILE = "</script><img src=x onerror=alert(1)>"
CY = "const cy = document.getElementById('map')._cyreg.cy;"


@dataclass
class MapPage:
    """A map as a reader has it before them, and what it did behind their back."""

    page: Page
    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("dialog", lambda dialog: self.said.append(dialog.message))
        self.page.on("request", lambda request: self.asked.append(request.url))

    def open(self, file: Path, fragment: str = "") -> MapPage:
        """Go to a map's file and wait until it is drawn."""
        self.page.goto(file.as_uri() + fragment)
        expect(self.page.locator("#map canvas").first).to_be_visible()
        return self

    def asks(self, question: str) -> Any:
        """What a piece of JavaScript returns that may use the drawing as `cy`."""
        return self.page.evaluate(f"() => {{ {CY} {question} }}")

    def drawn(self, selector: str) -> int:
        """How many elements of the drawing with this class can be seen."""
        self.page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        return int(self.asks(f"return cy.elements('{selector}').filter(e => e.visible()).length"))

    def point(self, selector: str) -> tuple[float, float]:
        """Where the middle of an element of the drawing is on the page."""
        x, y = self.asks(
            f"const at = cy.elements('{selector}').renderedPosition();"
            "const map = document.getElementById('map').getBoundingClientRect(); return [map.x + at.x, map.y + at.y]"
        )
        return x, y

    def id_of(self, name: str) -> str:
        """The id under which the map has a concept."""
        return str(
            self.page.evaluate(
                "name => JSON.parse(document.getElementById('theory').textContent).concepts"
                ".find(each => each.name === name).id",
                name,
            )
        )

    @property
    def heading(self) -> Any:
        """The heading of what is open."""
        return self.page.locator("#details h3")

    @property
    def focused(self) -> str:
        """The id of the element that has the focus."""
        return str(self.page.evaluate("document.activeElement.id"))


@pytest.fixture(scope="module")
def maps(database: Database, tmp_path_factory: pytest.TempPathFactory) -> dict[str, WrittenMap]:
    """The pages that the tests open: the demo study, one theme of it, a study of 400 codes, one of hostile names."""
    folder = tmp_path_factory.mktemp("maps")
    database.write(lambda tx: tx.run(EMPTY).consume())
    with demo_folder() as demo:
        load(database, [demo])
    load(database, [make_large_study(folder / "large")])
    written = [
        write_map(database, DEMO, None, folder / "demo.html"),
        write_map(database, DEMO, "Dual roles", folder / "theme.html"),
        write_map(database, "large", None, folder / "large.html"),
    ]
    load_small(database)
    database.write(lambda tx: tx.run("MATCH (c:Concept) SET c.name = c.name + $x", x=HOSTILE).consume())
    written.append(write_map(database, "small", None, folder / "hostile.html"))
    return {each.path.stem: each for each in written}


@pytest.fixture
def demo(page: Page, maps: dict[str, WrittenMap]) -> MapPage:
    return MapPage(page).open(maps["demo"].path)


@pytest.fixture
def calm(chromium: Browser) -> Iterator[Page]:
    """A page of somebody who asked their system for less motion."""
    context = chromium.new_context(reduced_motion="reduce", viewport={"width": 1400, "height": 900})
    yield context.new_page()
    context.close()


@pytest.fixture
def unscripted(chromium: Browser) -> Iterator[Page]:
    """A page on which no script runs."""
    context = chromium.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_nothing_leaves_the_page_and_the_console_stays_silent(demo: MapPage, maps: dict[str, WrittenMap]) -> None:
    for name in ("propositions", "negative", "literature"):
        demo.page.locator(f"#{name}").click()
    for depth in ("themes", "categories", "codes"):
        demo.page.get_by_label(depth, exact=True).check()
    demo.page.get_by_label("participants", exact=True).check()
    demo.page.get_by_role("button", name="Text").click()
    demo.page.get_by_role("button", name="Text").click()
    demo.page.emulate_media(media="print")
    expect(demo.page.locator("#print-map")).to_be_visible()
    assert [url for url in demo.asked if not url.startswith("data:")] == [maps["demo"].path.as_uri()]
    assert demo.said == []


def test_a_script_that_is_not_the_page_s_own_does_not_run_and_reaches_nobody(demo: MapPage) -> None:
    demo.page.evaluate(
        "const s = document.createElement('script'); s.textContent = 'window.strange = 1'; document.body.append(s)"
    )
    assert demo.page.evaluate("window.strange === undefined")
    assert demo.page.evaluate("fetch('http://127.0.0.1:9/').then(() => 'answered', error => error.name)") == "TypeError"
    assert all("Content Security Policy" in said for said in demo.said)
    assert len(demo.said) >= 2


def test_the_whole_theory_is_drawn(demo: MapPage, maps: dict[str, WrittenMap]) -> None:
    theory = maps["demo"].theory
    levels = Counter(concept.level for concept in theory.concepts)
    drawn = [demo.drawn(f".box.{kind}") for kind in ("theme", "heading", "row")]
    assert drawn == [levels["Theme"], levels["Category"], levels["Code"]]
    assert demo.drawn("edge.proposition") == len(theory.propositions)
    assert demo.drawn(".label.proposition") == len(theory.propositions)
    expect(demo.page.get_by_role("note")).to_contain_text("Synthetic")
    expect(demo.page.locator("header")).to_contain_text("1 participant who withdrew is left out")


def test_propositions_negative_cases_and_literature_are_switched_on_and_off(
    demo: MapPage, maps: dict[str, WrittenMap]
) -> None:
    shown = {"propositions": "edge.proposition", "negative": ".badge.negative", "literature": "edge.link"}
    for name, selector in shown.items():
        switch = demo.page.locator(f"#{name}")
        switch.set_checked(False)
        assert demo.drawn(selector) == 0
        switch.set_checked(True)
        assert demo.drawn(selector) > 0
    theory = maps["demo"].theory
    assert demo.drawn(".box.reference") == len(theory.references)
    assert demo.drawn("edge.link") == len(theory.links)
    in_vain = [each for each in theory.concepts if each.sought_at and not each.against.count]
    assert demo.drawn(".badge.negative.hollow") == len(in_vain)


def test_categories_alone_leave_the_codes_out_and_lift_their_arrows(demo: MapPage, maps: dict[str, WrittenMap]) -> None:
    demo.page.get_by_label("categories", exact=True).check()
    shown = [each for each in maps["demo"].theory.concepts if each.level != "Code" or not each.parents]
    assert demo.drawn(".box") == len(shown)
    assert demo.drawn("edge.lifted") > 0


def test_search_finds_a_code_and_opens_it(demo: MapPage) -> None:
    demo.page.keyboard.press("/")
    demo.page.keyboard.type("PAID frie")
    expect(demo.page.get_by_role("option").first).to_contain_text("Paid friend code")
    demo.page.keyboard.press("Enter")
    expect(demo.heading).to_have_text("Paid friend")
    assert demo.asks("return cy.nodes('.chosen').map(e => e.data('open'))") == [demo.id_of("Paid friend")]


def test_search_reaches_the_words_of_participants(demo: MapPage) -> None:
    demo.page.locator("#search").fill("meds hatch yellow line")
    expect(demo.page.get_by_role("option").first).to_contain_text("in its text")
    demo.page.locator("#search").fill("certainly nowhere in it")
    expect(demo.page.locator("#found")).to_have_text("nothing found")


def test_a_click_shows_definition_quotes_and_memos(demo: MapPage) -> None:
    x, y = demo.point(f"#{demo.id_of('Being friend and worker at once')}")
    demo.page.mouse.click(x, y)
    expect(demo.heading).to_have_text("Being friend and worker at once")
    details = demo.page.locator("#details")
    expect(details).to_contain_text("Trying to say what the worker is")
    details.get_by_role("link", name="Paid friend", exact=True).first.click()
    expect(demo.heading).to_have_text("Paid friend")
    expect(details.locator("blockquote").first).to_be_visible()
    details.locator(".memos a").first.click()
    expect(details.locator(".eyebrow").first).to_contain_text("Memo")
    demo.page.go_back()
    expect(demo.heading).to_have_text("Paid friend")


def test_a_click_on_an_arrow_s_label_opens_the_proposition(demo: MapPage) -> None:
    x, y = demo.point("#label-p1")
    demo.page.mouse.click(x, y)
    expect(demo.page.locator("#details .eyebrow")).to_have_text("Proposition p1")
    assert demo.asks("return cy.edges('.near').map(e => e.id())") == ["p1"]


def test_the_keyboard_reaches_the_map_walks_in_it_and_opens(demo: MapPage, maps: dict[str, WrittenMap]) -> None:
    for _ in range(30):
        demo.page.keyboard.press("Tab")
        if demo.focused == "map":
            break
    assert demo.focused == "map"
    told = demo.page.get_by_role("status")
    first = maps["demo"].theory.concepts[0]
    expect(told).to_contain_text(f"{first.name}, theme, {first.excerpts} excerpts, {first.participants} of")
    demo.page.keyboard.press("ArrowDown")
    expect(told).to_contain_text("category")
    demo.page.keyboard.press("ArrowDown")
    expect(told).to_contain_text("code")
    name = told.inner_text().split(", ")[0]
    demo.page.keyboard.press("Enter")
    expect(demo.heading).to_have_text(name)
    assert demo.focused == "details"
    demo.page.keyboard.press("Escape")
    expect(demo.page.locator("#details")).to_be_hidden()
    assert demo.focused == "map"


def test_the_outline_is_a_tree_for_the_keyboard(demo: MapPage) -> None:
    items = demo.page.get_by_role("treeitem")
    items.first.focus()
    expect(items.first).to_have_attribute("aria-expanded", "true")
    demo.page.keyboard.press("ArrowRight")
    demo.page.keyboard.press("ArrowRight")
    demo.page.keyboard.press("ArrowRight")
    code = demo.page.locator("[role=treeitem]:focus")
    expect(code).to_have_attribute("aria-level", "3")
    name = code.locator(".name").inner_text()
    demo.page.keyboard.press("Enter")
    expect(demo.heading).to_have_text(name)
    demo.page.locator("#details").press("Escape")
    demo.page.keyboard.press("ArrowLeft")
    expect(demo.page.locator("[role=treeitem]:focus")).to_have_attribute("aria-level", "2")


def test_an_address_opens_what_it_names(page: Page, maps: dict[str, WrittenMap]) -> None:
    opened = MapPage(page).open(maps["demo"].path, "#p3")
    expect(opened.heading).to_contain_text("condition for")


@pytest.mark.parametrize("name", ["demo", "theme", "large"])
def test_it_is_accessible(page: Page, maps: dict[str, WrittenMap], name: str) -> None:
    opened = MapPage(page).open(maps[name].path)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    assert violations(opened.page) == []
    page.get_by_role("treeitem").nth(1).click()
    page.locator(".legend summary").click()
    page.locator("#search").fill("the")
    assert violations(opened.page) == []
    page.locator("#search").press("Escape")
    page.get_by_role("button", name="Text").click()
    assert violations(opened.page) == []


def violations(page: Page) -> list[str]:
    """What axe finds against WCAG 2.2 A and AA, with the elements that it names."""
    found = page.evaluate("tags => axe.run({ runOnly: tags })", WCAG)
    return [f"{rule['id']}: {node['html'][:120]}" for rule in found["violations"] for node in rule["nodes"]]


def test_less_motion_means_none(calm: Page, maps: dict[str, WrittenMap]) -> None:
    opened = MapPage(calm).open(maps["large"].path)
    calm.locator("#search").fill("carrying one another at home")
    calm.locator("#search").press("Enter")
    expect(opened.heading).to_be_visible()
    assert opened.asks("return cy.animated()") is False
    assert opened.asks("const b = cy.nodes('.box.chosen').renderedBoundingBox(); return b.x1 > 0 && b.x2 < cy.width()")


def test_print_shows_the_map_as_a_picture_and_the_theory_as_text(demo: MapPage) -> None:
    demo.page.emulate_media(media="print")
    demo.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    picture = demo.page.locator("#print-map")
    expect(picture).to_be_visible()
    assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") > 2000
    expect(demo.page.locator("#text article.code h3", has_text="Paid friend")).to_be_visible()
    for screen_only in ("#tools", "#map", "#outline"):
        expect(demo.page.locator(screen_only)).to_be_hidden()
    assert demo.page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n") > 5


def test_without_scripts_it_is_a_text(unscripted: Page, maps: dict[str, WrittenMap]) -> None:
    unscripted.goto(maps["demo"].path.as_uri())
    expect(unscripted.locator("#text article.code h3", has_text="Paid friend")).to_be_visible()
    expect(unscripted.locator("#tools")).to_be_hidden()


def test_hostile_names_stay_names(page: Page, maps: dict[str, WrittenMap]) -> None:
    opened = MapPage(page).open(maps["hostile"].path)
    page.locator("#search").fill("onerror")
    page.locator("#search").press("Enter")
    expect(opened.heading).to_contain_text(HOSTILE)
    assert opened.said == []
    assert page.locator("img").count() == 1, "the picture for print, and no other"


def test_400_codes_open_as_categories_and_stay_readable(page: Page, maps: dict[str, WrittenMap]) -> None:
    opened = MapPage(page).open(maps["large"].path)
    assert (opened.drawn(".box.theme"), opened.drawn(".box.heading"), opened.drawn(".box.row")) == (8, 40, 0)
    page.get_by_label("codes", exact=True).check()
    assert opened.drawn(".box.row") == 400
    assert opened.drawn(".far") == 40, "from afar each card shows its name"
    assert on_screen(opened, ".far") >= 8
    page.get_by_role("treeitem", level=1).first.focus()
    page.locator("#search").fill("bending one another")
    page.locator("#search").press("Enter")
    expect(opened.heading).to_contain_text("Bending one another")
    page.wait_for_timeout(400)
    assert opened.drawn(".far") == 0
    assert on_screen(opened, ".dot.row") >= 9


def on_screen(opened: MapPage, selector: str) -> float:
    """The size in pixels of the smallest lettering of some elements."""
    return float(opened.asks(f"return Math.min(...cy.nodes('{selector}').map(e => e.data('font') * cy.zoom()))"))


@pytest.mark.parametrize("name", ["demo", "theme", "large"])
def test_no_concept_hides_another(page: Page, maps: dict[str, WrittenMap], name: str) -> None:
    opened = MapPage(page).open(maps[name].path)
    page.get_by_label("codes", exact=True).check()
    page.locator("#literature").check()
    boxes = opened.asks("return cy.nodes('.box').map(e => [e.position('x'), e.position('y'), e.width(), e.height()])")
    assert [(one, other) for one, other in combinations(boxes, 2) if overlap(one, other)] == []


def overlap(one: list[float], other: list[float]) -> bool:
    """Whether two boxes, given by middle and size, share more than an edge."""
    wide, high = ((one[n + 2] + other[n + 2]) / 2 - abs(one[n] - other[n]) for n in (0, 1))
    return wide > 1 and high > 1
