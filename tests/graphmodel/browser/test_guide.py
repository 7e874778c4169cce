from __future__ import annotations

from html.parser import HTMLParser

import pytest

from graphmodel.browser.guide import make_guide
from graphmodel.browser.guide_adoc import guide_adoc
from graphmodel.browser.guide_html import guide_html
from graphmodel.browser.opening import open_concept, open_question
from graphmodel.browser.pictures import Query
from graphmodel.browser.slides import Guide, Notice, Slide, Table, Text
from graphmodel.database import Database
from graphmodel.lookup import Names, read_names
from graphmodel.study_facts import read_facts
from graphmodel.themes import themes


@pytest.fixture(scope="module")
def names(small: Database) -> Names:
    return read_names(small, "small")


@pytest.fixture(scope="module")
def guide(small: Database, names: Names) -> Guide:
    return make_guide(small, names)


def test_it_names_every_theme_with_what_it_rests_on(small: Database, guide: Guide) -> None:
    slides = {slide.title: slide for slide in guide.slides}
    for theme in themes(small, "small"):
        said = " ".join(part.words for part in slides[theme["theme"]].parts if isinstance(part, Text))
        assert f"rests on {theme['excerpts']} excerpt" in said
        assert f"by {theme['participants']} participant" in said
        assert f"{theme['negativeCases']} excerpt" in said


def test_the_notice_stands_first(small: Database, names: Names, guide: Guide) -> None:
    notice = read_facts(small, "small").notice
    assert notice
    opened = open_concept(small, names, themes(small, "small")[0]["theme"])
    for made in (guide, make_guide(small, names, opened.slide)):
        assert made.slides[0].parts[0] == Notice(notice)
    assert notice in guide_html(guide)
    assert notice in guide_adoc(guide)


def test_it_says_what_rounds_and_versions_are(guide: Guide) -> None:
    said = [part.words for slide in guide.slides for part in slide.parts if isinstance(part, Text)]
    assert sum("Round and Version" in words for words in said) == 1


def test_no_query_in_it_meets_rounds_and_versions(small: Database, guide: Guide) -> None:
    for query in (part for slide in guide.slides for part in slide.parts if isinstance(part, Query)):
        drawn = small.reading(lambda tx, text=query.cypher: tx.run(text).graph())  # type: ignore[misc]
        assert {label for node in drawn.nodes for label in node.labels}.isdisjoint({"Round", "Version"})


def test_the_slide_that_was_asked_for_comes_first_and_once(small: Database, names: Names, guide: Guide) -> None:
    theme = themes(small, "small")[-1]["theme"]
    titles = [slide.title for slide in make_guide(small, names, open_concept(small, names, theme).slide).slides]
    assert titles[0] == theme
    assert sorted(titles) == sorted(slide.title for slide in guide.slides)


def test_every_query_in_it_runs_by_itself_and_only_reads(small: Database, guide: Guide) -> None:
    queries = [part for slide in guide.slides for part in slide.parts if isinstance(part, Query)]
    assert len(queries) > 10
    for query in queries:
        assert query.cypher.startswith(f"// {query.title}\n")
        small.reading(lambda tx, text=query.cypher: tx.run(text).consume())  # type: ignore[misc]


def test_a_question_is_explained_beside_its_answer(small: Database, names: Names) -> None:
    opening = open_question(small, names, "ground_theme", {"concept": themes(small, "small")[0]["theme"]})
    assert opening.slide
    assert opening.slide.title == "How is a theme grounded?"
    assert opening.query in opening.slide.parts
    assert ("participant", "whose words they are") in next(
        part.rows for part in opening.slide.parts if isinstance(part, Table)
    )


HOSTILE = Guide(
    "<b>A</b> & B",
    (
        Slide("*bold* <script>", (Notice("{notice} <img src=x>"), Text("a ] b | c\n= d"))),
        Slide("</slide>", (Table(("a|b", "c"), (("x | y", "<i>"), ("--", "`"))), Query("t", "RETURN '</pre>' < 1"))),
    ),
)


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def test_words_of_a_study_are_never_markup() -> None:
    read = Tags()
    read.feed(guide_html(HOSTILE))
    known = {"title", "article", "carousel", "slide", "div", "h3", "p", "table", "tr", "th", "td", "pre"}
    assert read.seen <= known
    assert "RETURN '</pre>' < 1" in read.text
    adoc = guide_adoc(HOSTILE)
    assert "== pass:c[*bold* <script>]" in adoc
    assert "pass:c[a \\] b | c = d]" in adoc
    assert "|pass:c[a\\|b] |c" in adoc
