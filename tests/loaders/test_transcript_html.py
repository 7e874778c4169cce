from __future__ import annotations

import time
from pathlib import Path

import pytest

from loaders import transcript_html
from tests.loaders.builders import documents
from tests.loaders.reading import read_as, said


def _text(folder: Path, page: str | bytes) -> str:
    (record,), problems = read_as(folder, "transcript_html", "a.html", page)
    assert problems == []
    return str(record.text)


def test_what_a_browser_shows_is_read(tmp_path: Path) -> None:
    assert _text(tmp_path, documents.html_of_lines()).split("\n") == [
        "Interview 1", *documents.LINES, "I\tOne", "P1\t", "P1:  as", "it is",
    ]  # fmt: skip


def test_blocks_are_lines_and_runs_are_not(tmp_path: Path) -> None:
    page = "<p>a <i> b</i>c</p> d <ul><li>e</li> <li><p>f</p></li></ul>g<br/>h<hr>"
    assert _text(tmp_path, page) == "a bc\nd\ne\nf\ng\nh"


def test_cells_of_a_row_are_one_line(tmp_path: Path) -> None:
    page = "<table><tbody><tr>\n<td><p>I</p></td>\n<td><p>a</p><p>b</p></td>\n</tr><tr><td></td><td>c</td></tr></tbody></table>"
    assert _text(tmp_path, page) == "I\ta\nb\n\tc"


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>é</p>".encode(), "é"),
        ("<meta charset=iso-8859-2><p>ą</p>".encode("iso-8859-2"), "ą"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>я</p>'.encode("cp1251"), "я"),
        ("<meta charset=no-such><p>é</p>".encode(), "é"),
        ("<p>é</p>".encode("utf-16"), "é"),
    ],
)
def test_the_page_s_encoding(tmp_path: Path, page: bytes, text: str) -> None:
    assert _text(tmp_path, page) == text


def test_nesting_without_end_is_told(tmp_path: Path) -> None:
    page = "<p>first</p>" + "<div>" * 5000 + "deep" + "</div>" * 5000
    records, problems = read_as(tmp_path, "transcript_html", "a.html", page)
    assert problems or "deep" in records[0].text


def test_what_holds_no_words(tmp_path: Path) -> None:
    for content in ("<html></html>", "<script>a</script>", "<!-- a -->"):
        records, problems = read_as(tmp_path, "transcript_html", "a.html", content)
        assert records == []
        assert said(problems) == [("error", "")]


def test_a_page_beyond_the_bound_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transcript_html, "MAX_BYTES", 100)
    records, problems = read_as(tmp_path, "transcript_html", "a.html", "<p>" + "a" * 200)
    assert (records, said(problems)) == ([], [("error", "")])


@pytest.mark.parametrize("part", ["<br>", "<td>", "<tr><td>", "<p> ", "&lt;", "<"])
def test_hostile_pages_take_bounded_time(tmp_path: Path, part: str) -> None:
    begun = time.process_time()
    read_as(tmp_path, "transcript_html", "a.html", part * 200_000)
    assert time.process_time() - begun < 20
