"""The page: what it says, and that nothing in it can do more than be read."""

from __future__ import annotations

import base64
import hashlib
import json
from html.parser import HTMLParser

import pytest

from graphmodel.database import Database
from graphmodel.report.map_data import read_map
from graphmodel.report.map_page import SCRIPTS, as_data, render
from graphmodel.report.theory_map import TheoryMap
from tests.graphmodel.conftest import load_small

HOSTILE = "</script><img src=x onerror=alert(1)>'\"&<!--"


class Page(HTMLParser):
    """The elements of a page in order, their attributes, and the text of each kind of element."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {}
        self._open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag in ("script", "style", "h3"):
            self.texts.setdefault(tag, []).append("")
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._open and self._open[-1] == tag:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._open:
            self.texts[self._open[-1]][-1] += data


@pytest.fixture(scope="module")
def theory(small: Database) -> TheoryMap:
    return read_map(small, "small")


@pytest.fixture(scope="module")
def page(theory: TheoryMap) -> str:
    return render(theory)


@pytest.fixture
def hostile(graph: Database) -> str:
    load_small(graph)
    for label, name in (
        ("Concept", "name"),
        ("Concept", "definition"),
        ("Concept", "soughtAt"),
        ("Memo", "title"),
        ("Memo", "text"),
        ("Reference", "caption"),
        ("Reference", "title"),
        ("Excerpt", "text"),
        ("Proposition", "relation"),
        ("Proposition", "statement"),
        ("Interview", "name"),
        ("Participant", "name"),
        ("Study", "title"),
        ("Study", "notice"),
    ):
        graph.write(
            lambda tx, label=label, name=name: tx.run(f"MATCH (n:{label}) SET n.{name} = $x", x=HOSTILE).consume()
        )
    return render(read_map(graph, "small"))


def test_the_notice_stands_at_the_top_and_the_page_says_who_withdrew(page: str) -> None:
    assert page.index("Synthetic: invented for testing.") < page.index('role="tree"')
    assert "1 participant who withdrew is left out (1 interview, 2 excerpts)" in page


def test_quotes_stand_there_only_where_consent_allows(page: str) -> None:
    assert "I told her about my hospital stay." in page
    for kept in ("I told him everything.", "Is he my friend", "We talk.", "the voices", "He heard me."):
        assert kept not in page


def test_the_page_names_nothing_outside_itself(page: str) -> None:
    own = Page(page)
    for tag, attributes in own.elements:
        assert tag not in ("iframe", "object", "embed", "form", "base")
        for name in ("src", "href", "action", "srcset"):
            assert (attributes.get(name) or "#").startswith(("#", "data:")), (tag, attributes)


def test_the_policy_lets_in_this_page_s_own_scripts_and_style_and_nothing_else(page: str) -> None:
    own = Page(page)
    policy = next(found["content"] or "" for tag, found in own.elements if found.get("http-equiv"))
    scripts = [text for text in own.texts["script"] if not text.startswith("{")]
    allowed = " ".join(f"'sha256-{digest(text)}'" for text in scripts)
    assert policy.split("; ") == [
        "default-src 'none'",
        f"script-src {allowed}",
        f"style-src 'sha256-{digest(own.texts['style'][0])}'",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    assert len(scripts) == len(SCRIPTS)


def digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def test_the_licence_of_the_library_is_in_the_page(page: str) -> None:
    assert "Copyright (c) 2016-2026, The Cytoscape Consortium." in page
    assert "Permission is hereby granted, free of charge" in page


def test_hostile_words_are_words(hostile: str, page: str) -> None:
    own, harmless = Page(hostile), Page(page)
    assert len(own.texts["script"]) == len(harmless.texts["script"])
    assert "img" in [tag for tag, _ in own.elements]
    assert [found for tag, found in own.elements if tag == "img"] == [
        found for tag, found in harmless.elements if tag == "img"
    ]
    assert not [name for _, found in own.elements for name in found if name.startswith("on")]
    assert HOSTILE in own.texts["h3"]


def test_the_data_cannot_end_their_element(hostile: str) -> None:
    island = Page(hostile).texts["script"][0]
    assert not set("<>&\u2028\u2029") & set(island)
    assert json.loads(island)["concepts"][0]["name"] == HOSTILE


def test_the_data_hold_no_words_of_participants(theory: TheoryMap) -> None:
    assert "hospital" not in json.dumps(as_data(theory))


def test_every_concept_is_in_the_outline_once_and_every_link_leads_somewhere(page: str) -> None:
    own = Page(page)
    items = [found.get("data-id") for _, found in own.elements if found.get("role") == "treeitem"]
    assert sorted(items, key=str) == sorted({f"c{number}" for number in range(1, 16)})
    ids = {found["id"] for _, found in own.elements if "id" in found}
    targets = {(found["href"] or "")[1:] for tag, found in own.elements if tag == "a"}
    assert targets <= ids


def test_a_study_without_concepts_has_a_page(graph: Database) -> None:
    graph.write(lambda tx: tx.run("CREATE (:Study {key: 's', title: 'Empty'})").consume())
    assert "0 themes, 0 categories, 0 codes" in render(read_map(graph, "s"))
