"""`graphmodel browse` in a real Chromium: what is opened, what is drawn, and what others get."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Browser, Page, expect

from graphmodel.browser.browse import BrowseSession, browse
from graphmodel.database import Database, open_database
from graphmodel.demo import demo_folder
from graphmodel.loading import load
from graphmodel.server import LocalServer
from graphmodel.settings import Settings
from tests.browser.neo4j_browser import Neo4jBrowser

EMPTY = "MATCH (n) DETACH DELETE n"
AT_A_GLANCE = "The theory at a glance"
DUAL_ROLES = "How Dual roles is grounded"
UNITS_OF_DUAL_ROLES = """
MATCH (:Theme {name: 'Dual roles'})<-[:SUBSUMED_BY*0..]-(unit)
WITH DISTINCT unit
RETURN sum(CASE WHEN unit:Theme THEN 1 ELSE 0 END) AS Theme,
       sum(CASE WHEN unit:Category THEN 1 ELSE 0 END) AS Category,
       sum(CASE WHEN unit:Code THEN 1 ELSE 0 END) AS Code
"""
THEORY = """
RETURN COUNT { MATCH (:Theme) } AS Theme,
       COUNT { MATCH (:Category) } AS Category,
       COUNT { MATCH (:Proposition) } AS Proposition
"""
CHALLENGES = "MATCH (r:Reference)-[:BEARS_ON {stance: 'challenges'}]->() RETURN count(DISTINCT r) AS Reference"
CONTRADICTING = """
MATCH (e:Excerpt)-[:CONTRADICTS]->() WHERE NOT EXISTS { (e)-[:FROM]->()<-[:GAVE]-({consent: 'withdrawn'}) }
RETURN count(DISTINCT e) AS Excerpt
"""


@pytest.fixture(scope="module")
def study(database: Database) -> Database:
    database.write(lambda tx: tx.run(EMPTY).consume())
    with demo_folder() as folder:
        load(database, [folder])
    return database


def opened(page: Page, session: BrowseSession) -> Neo4jBrowser:
    browser = Neo4jBrowser(page)
    browser.open(session.url)
    assert session.wait(10)
    return browser


def counted(database: Database, query: str) -> dict[str, int]:
    return database.read(query)[0]  # type: ignore[arg-type]


def test_it_signs_in_by_itself_and_draws_the_theory(study: Database, page: Page) -> None:
    with browse(study) as session:
        browser = opened(page, session)
        drawn = browser.drawn(AT_A_GLANCE)
    assert counted(study, THEORY).items() <= drawn.items()
    assert browser.form.count() == 0
    assert page.url.endswith("/browser/")


def test_a_theme_opens_with_all_its_codes_and_a_few_words_of_each(study: Database, page: Page) -> None:
    with browse(study, concept="dual roles") as session:
        drawn = opened(page, session).drawn(DUAL_ROLES)
    expected = counted(study, UNITS_OF_DUAL_ROLES)
    assert {label: drawn[label] for label in expected} == expected
    assert 0 < drawn["Excerpt"] < 2 * expected["Code"]
    assert "Participant" in drawn


def test_a_question_opens_drawn_and_its_slide_says_what_it_means(study: Database, page: Page) -> None:
    with browse(study, question="list_negative_cases", parameters={"concept": "Dual roles"}) as session:
        browser = opened(page, session)
        drawn = browser.drawn("Drawn: Which negative cases stand against a concept or anything below it?")
    assert drawn["Excerpt"] == 3
    expect(browser.guide).to_contain_text("A row is")


def test_a_question_without_a_picture_opens_as_its_table(study: Database, page: Page) -> None:
    with browse(study, question="find_narrow_themes") as session:
        frame = opened(page, session).frame("Which themes rest on fewer than three participants?")
        expect(frame).to_contain_text("Dual roles")


def test_the_guide_names_the_themes_and_its_queries_run(study: Database, page: Page) -> None:
    with browse(study) as session:
        browser = opened(page, session)
    expect(browser.guide).to_contain_text("Synthetic: the participants")
    browser.go_to_slide("Dual roles")
    expect(browser.guide).to_contain_text("It rests on 26 excerpts by 2 participants")
    browser.run_from_guide(DUAL_ROLES)
    assert browser.drawn(DUAL_ROLES)["Category"] == 3
    browser.go_to_slide("Where are the negative cases?")
    browser.run_from_guide("The negative cases")
    assert browser.drawn("The negative cases")["Excerpt"] == counted(study, CONTRADICTING)["Excerpt"]
    browser.go_to_slide("What does the literature challenge?")
    browser.run_from_guide("What the literature challenges")
    drawn = browser.drawn("What the literature challenges")
    assert drawn["Reference"] == counted(study, CHALLENGES)["Reference"]


def test_a_saved_query_runs_by_itself(study: Database, page: Page) -> None:
    with browse(study) as session:
        browser = opened(page, session)
    expect(browser.guide).to_contain_text("Begin here")
    page.get_by_test_id("navigationFavorites").click()
    page.get_by_test_id("expandFolder-One theme or code (mad-planet)").click()
    title = "Drawn: How is a theme grounded?"
    saved = page.get_by_test_id("savedScriptListItem").filter(has=page.get_by_test_id(f"scriptTitle-{title}"))
    saved.get_by_test_id("savedScriptsButton-Run").click()
    assert browser.drawn(title)["Theme"] >= 1


def test_kinds_of_nodes_are_told_apart_by_colour_size_and_caption(study: Database, page: Page) -> None:
    with browse(study, concept="Dual roles") as session:
        browser = opened(page, session)
        browser.drawn(DUAL_ROLES)
    nodes = browser.frame(DUAL_ROLES).locator("g.node")
    looks = {
        (node.locator("circle.b-outline").get_attribute("fill"), node.locator("circle.b-outline").get_attribute("r"))
        for node in nodes.all()
    }
    assert len(looks) == 6
    assert nodes.filter(has_text="P04").count() >= 1


def test_a_click_on_a_node_shows_its_words_whole(study: Database, page: Page) -> None:
    with browse(study, concept="Ending up in the notes") as session:
        browser = opened(page, session)
        frame = browser.frame("How Ending up in the notes is grounded")
        frame.locator("g.node").filter(has_text="never").first.click()
    expect(frame.get_by_test_id("vizInspector")).to_contain_text("verification")


def test_a_reload_shows_the_same_picture_and_guide(study: Database, page: Page) -> None:
    with browse(study, concept="Dual roles") as session:
        browser = opened(page, session)
        browser.drawn(DUAL_ROLES)
    page.reload()
    assert browser.drawn(DUAL_ROLES)["Theme"] == 1
    expect(browser.guide.get_by_role("heading", name="Dual roles")).to_be_visible()


def test_it_opens_read_only(study: Database, page: Page) -> None:
    with browse(study) as session:
        browser = opened(page, session)
        browser.drawn(AT_A_GLANCE)
    browser.type_and_run("CREATE (n:Slip) RETURN n")
    frame = page.get_by_test_id("frame").filter(has_text="Slip").first
    expect(frame).to_contain_text("not allowed")
    assert counted(study, "MATCH (n) WHERE 'Slip' IN labels(n) RETURN count(n) AS found")["found"] == 0


def test_an_address_is_good_once(study: Database, page: Page, chromium: Browser) -> None:
    with browse(study) as session:
        opened(page, session).drawn(AT_A_GLANCE)
        stranger = Neo4jBrowser(chromium.new_context().new_page())
        stranger.open(session.url)
        expect(stranger.form).to_be_visible()
    assert stranger.page.evaluate("Object.values(localStorage).join().includes('mad-planet')") is False
    stranger.page.context.close()


def test_a_page_of_another_origin_gets_nothing(study: Database, page: Page, chromium: Browser) -> None:
    with browse(study) as session, foreign_page() as address:
        stranger = chromium.new_context().new_page()
        stranger.goto(address)
        port, _, token = session.url.partition("#k=")[2].partition(".")
        target = f"http://127.0.0.1:{port}/{token}"
        assert stranger.evaluate(FETCH, target) == "refused"
        assert (
            stranger.evaluate(FETCH, session.url.partition("#")[0].replace("browser/", "db/neo4j/query/v2"))
            == "refused"
        )
        stranger.context.close()
        assert opened(page, session).drawn(AT_A_GLANCE)["Theme"] == 3


def test_for_another_server_the_browser_is_served_from_here(
    study: Database, local_server: LocalServer, page: Page
) -> None:
    """The test's own server under another address stands for one that somebody else started, such as Docker's."""
    uri = local_server.bolt_uri.replace("127.0.0.1", "localhost")
    with (
        open_database(Settings(uri, local_server.username, local_server.password)) as other,
        browse(other, concept="Dual roles") as session,
    ):
        assert session.stays
        browser = opened(page, session)
        assert browser.drawn(DUAL_ROLES)["Theme"] == 1
        expect(browser.guide).to_contain_text("It rests on 26 excerpts")


FETCH = "address => fetch(address).then(answer => answer.text(), () => 'refused')"


@contextmanager
def foreign_page() -> Iterator[str]:
    """The address of an empty page of another origin on the same machine."""

    class Empty(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Empty)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()
