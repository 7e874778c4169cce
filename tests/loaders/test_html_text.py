from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.html_text import HtmlText


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("", ""),
        ("plain & simple", "plain & simple"),
        ("<p>one</p><p>two</p>", "one\ntwo"),
        ("<p>one</p>\n\n  <p>two</p>\n", "one\ntwo"),
        ("<p>a\n  wrapped   line</p>", "a wrapped line"),
        ("<p>before<br>after<br/>again</p>", "before\nafter\nagain"),
        ("<p>to<b>get</b>her&nbsp;&lt;😀&gt;</p>", "together\xa0<😀>"),
        ("<ul><li>one</li> <li>two</li></ul>", "one\ntwo"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a\tb\nc"),
        ("<table><tr><td><p>a</p></td><td><p>b</p><p>c</p></td></tr></table><p>d</p>", "a\tb\nc\nd"),
        ("<table><tr><td>a</td><td></td><td>b</td></tr><tr><td></td><td>c</td></tr></table>", "a\t\tb\n\tc"),
        ("<p>a</p><table><tr><td></td><td></td></tr></table><p>b</p>", "a\nb"),
        ("<pre>kept\nlines</pre>", "kept\nlines"),
        ("<pre>kept  so\n\n  here</pre> not  so", "kept  so\n  here\nnot so"),
        ("<p>seen<script>hidden()</script><!-- hidden --></p><style>hidden</style>", "seen"),
        ("<p>half open", "half open"),
        ("<p>one</p>\r\n<p>a\rb</p>", "one\na b"),
    ],
)
def test_a_page_as_a_browser_shows_it(page: str, text: str) -> None:
    assert HtmlText(page).text == text


def test_spans_of_the_nodes_as_spans_of_the_text() -> None:
    page = HtmlText("<p>One  <b>two</b>\n three.</p>\n<p>  Four</p>")
    assert page.nodes == "One  two\n three.\n  Four"

    def shown(words: str) -> str | None:
        start = page.nodes.index(words)
        place = page.span(start, start + len(words))
        return page.text[slice(*place)] if place else None

    assert page.text == "One two three.\nFour"
    assert shown("wo\n thr") == "wo thr"
    assert shown("three.\n  Four") == "three.\nFour"
    assert shown("  two\n ") == "two"
    assert shown("\n  ") is None
    assert page.span(0, 9999) == (0, len(page.text))
    assert page.span(9999, 99999) is None


@given(
    st.lists(
        st.sampled_from(["<p>", "</p>", "<b>", "</b>", "<br>", " ", "\n", "a", "é", "😀 ", "b c", "<td>"]), max_size=30
    )
)
def test_every_word_of_the_nodes_leads_to_itself(parts: list[str]) -> None:
    page = HtmlText("".join(parts))
    assert "".join(page.text.split()) == "".join(page.nodes.split())
    for start, letter in enumerate(page.nodes):
        place = page.span(start, start + 1)
        shown = page.text[slice(*place)] if place else ""
        assert shown == letter or (letter.isspace() and not shown.strip())


@pytest.mark.parametrize(
    "page", ["<p>" * 50_000, "<!--" * 50_000, "<a " * 50_000, "<a '\">" * 20_000, "&" * 100_000, "<b>x" * 30_000]
)
def test_hostile_pages_end_soon(page: str) -> None:
    started = time.process_time()
    HtmlText(page)
    assert time.process_time() - started < 5


def test_a_page_that_is_nested_too_deep_is_said_to_be_damaged() -> None:
    assert HtmlText("<div>" * 5000 + "deep" + "</div>" * 5000).damaged
    assert not HtmlText("<p>a</p>").damaged
