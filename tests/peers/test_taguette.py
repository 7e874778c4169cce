"""A project made with Taguette itself holds the same here: documents, tags, highlights, words, history."""

from __future__ import annotations

import csv
import io
from collections import Counter
from pathlib import Path

import pytest

from graphmodel.errors import Severity
from graphmodel.quotes.fold import fold
from graphmodel.records import Coding, Concept, Researcher, Revision, Transcript
from loaders.folder import source_of
from loaders.html_text import HtmlText
from tests.loaders.reading import read_file
from tests.peers.environments import python_of
from tests.peers.running_taguette import Taguette, running

PAGE = """<html><head><meta charset="utf-8"><title>not the words</title><style>p {color: red}</style></head><body>
<h1>Interview with Åsa &amp; Bo</h1>
<p>I: Who   told
you? 😀</p><p>Åsa: Nobody <b>to</b>ld me, not even me\u0301re.</p>
<ul><li>the letter 📨</li><li>the phone</li></ul>
<table><tr><td>left</td><td>right</td></tr></table>
<pre>kept
  as it is</pre>
<p>Åsa: It was <em>the only</em> way&nbsp;to keep it.<br/>Truly.</p></body></html>"""
WORDS = [
    "Nobody told me, not even me\u0301re.",
    "the letter 📨",
    "told me",
    "right",
    "as it is",
    "the only way\xa0to keep it.\nTruly",
]


@pytest.fixture(scope="session")
def taguette_python() -> Path:
    return python_of("taguette")


def _highlight(taguette: Taguette, project: int, document: int, words: str, tags: list[int]) -> int:
    """Mark the last place of words, as a browser would: by bytes over the text nodes of the page."""
    nodes = HtmlText(taguette.contents(project, document)).nodes
    start = nodes.rindex(words.replace("\n", ""))
    first = len(nodes[:start].encode())
    what = {"start_offset": first, "end_offset": first + len(words.replace("\n", "").encode()), "tags": tags}
    return int(taguette.post(f"project/{project}/document/{document}/highlight/new", what)["id"])


def _code(taguette: Taguette, project: int) -> None:
    def tag(path: str, description: str = "") -> int:
        return int(taguette.post(f"project/{project}/tag/new", {"path": path, "description": description})["id"])

    document = taguette.new_document(project, "Åsa 1", PAGE)
    telling, mail, phone, gone = tag("telling", "Who says it"), tag("means.letter"), tag("means.phone"), tag("gone")
    silent, quiet = tag("silent"), tag("quiet", "Says nothing")
    for words, tags in zip(WORDS, ([telling, silent], [mail], [telling], [phone, gone], [], [quiet]), strict=True):
        _highlight(taguette, project, document, words, tags)
    taguette.post(f"project/{project}/tag/{telling}", {"path": "being told", "description": "Who says it"})
    taguette.post(f"project/{project}/tag/merge", {"src": quiet, "dest": silent})
    taguette.delete(f"project/{project}/tag/{gone}")


def test_a_project_of_taguette_is_read_with_its_counts_and_words(taguette_python: Path, tmp_path: Path) -> None:
    with running(taguette_python, tmp_path / "made.sqlite3") as taguette:
        project = taguette.new_project("Telling", "Who is told")
        _code(taguette, project)
        exported = taguette.get(f"/project/{project}/export/highlights/.csv").decode()
        (tmp_path / "exported.sqlite3").write_bytes(taguette.get(f"/project/{project}/export/project.sqlite3"))
    assert source_of(tmp_path / "made.sqlite3", None).format.module == "loaders.taguette"
    for name in ("made.sqlite3", "exported.sqlite3"):
        records, problems = read_file(tmp_path / name, "taguette")
        (transcript,) = [each for each in records if isinstance(each, Transcript)]
        codings = [each for each in records if isinstance(each, Coding)]
        words = [transcript.text[each.selector.start : each.selector.end] for each in codings]
        assert words == WORDS
        assert [each.selector.quote for each in codings] == WORDS
        assert _rows(codings) == _exported(exported)
        assert {each.coder for each in codings} == {"admin"}
        assert [each.name for each in records if isinstance(each, Researcher)] == ["admin"]
        assert [each.severity for each in problems] == [Severity.NOTE]
        assert "UTF-8 bytes" in problems[0].message and "6 of 6" in problems[0].message
        assert _tree(records) == {
            "interesting": (), "being told": (), "means": (), "letter": ("means",), "phone": ("means",), "silent": (),
        }  # fmt: skip
        assert _changes(records) == [
            ("create", (), ("telling",)), ("create", (), ("means.letter",)), ("create", (), ("means.phone",)),
            ("create", (), ("gone",)), ("create", (), ("silent",)), ("create", (), ("quiet",)),
            ("rename", ("telling",), ("being told",)), ("merge", ("quiet",), ("silent",)), ("retire", ("gone",), ()),
        ]  # fmt: skip


def test_projects_in_one_file_are_kept_apart(taguette_python: Path, tmp_path: Path) -> None:
    with running(taguette_python, tmp_path / "all.sqlite3") as taguette:
        for name in ("First", "Second"):
            _code(taguette, taguette.new_project(name))
    records, problems = read_file(tmp_path / "all.sqlite3", "taguette")
    assert [each.interview for each in records if isinstance(each, Transcript)] == ["First: Åsa 1", "Second: Åsa 1"]
    codings = Counter((each.interview, code) for each in records if isinstance(each, Coding) for code in each.codes)
    assert codings["First: Åsa 1", "First > being told"] == 2
    assert codings["Second: Åsa 1", "Second > means > letter"] == 1
    assert "the file holds 2 projects; the tags of each are put below its name" in [each.message for each in problems]


def _rows(codings: list[Coding]) -> Counter[tuple[str, str]]:
    pairs = [(code.rpartition(" > ")[2], fold(str(each.selector.quote))) for each in codings for code in each.codes]
    return Counter(("".join(words.split()), code) for code, words in pairs)


def _exported(table: str) -> Counter[tuple[str, str]]:
    """Words and tags as Taguette itself exports them; white space aside, which its table has its own way with."""
    rows = csv.DictReader(io.StringIO(table))
    return Counter(
        ("".join(fold(row["content"]).split()), row["tag"].removeprefix("means.")) for row in rows if row["tag"]
    )


def _tree(records: list[object]) -> dict[str, tuple[str, ...]]:
    return {each.name: each.parents for each in records if isinstance(each, Concept) and not each.merged_into}


def _changes(records: list[object]) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    return [(each.kind, each.before, each.after) for each in records if isinstance(each, Revision)]
