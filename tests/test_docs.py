"""The documentation: its commands print what it says they print, and its links and pictures lead somewhere."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest

from graphmodel import server
from graphmodel.database import open_running
from scripts.console_pages import ROOT, fits, pages, recut, renewed, steps
from scripts.refresh_docs import which_neo4j
from scripts.terminal import Terminal

EMPTY = "MATCH (n) DETACH DELETE n"
LINK = re.compile(r"!?\[[^\]]*\]\((?P<target>[^)\s]+)\)")
HEADING = re.compile(r"^#+ (?P<words>.+)$", re.MULTILINE)
FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def documents() -> list[Path]:
    return [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


@pytest.fixture
def terminal(local_server: server.LocalServer, tmp_path: Path) -> Iterator[Terminal]:
    """A terminal with an empty home, on a Neo4j that runs and holds nothing."""
    with open_running(local_server) as database:
        database.write(lambda tx: tx.run(EMPTY).consume())
    yield Terminal(tmp_path, which_neo4j())
    with open_running(local_server) as database:
        database.write(lambda tx: tx.run(EMPTY).consume())


@pytest.mark.parametrize("page", pages(), ids=name_of)
def test_a_page_shows_what_its_commands_print(page: Path, terminal: Terminal) -> None:
    before = page.read_text(encoding="utf-8")
    after = renewed(before, terminal.run)
    changes = difflib.unified_diff(before.splitlines(), after.splitlines(), "shown", "printed", lineterm="")
    same = after == before
    assert same, "\n".join(("run `python scripts/refresh_docs.py` and read what it changes:", *changes))


@pytest.mark.parametrize("page", documents(), ids=name_of)
def test_links_and_pictures_lead_somewhere(page: Path) -> None:
    links = LINK.finditer(FENCED.sub("", page.read_text(encoding="utf-8")))
    assert [target for link in links if (target := link["target"]) and not leads_somewhere(page, target)] == []


def leads_somewhere(page: Path, target: str) -> bool:
    path, _, place = target.partition("#")
    if re.match(r"[a-z]+:", path):
        return path.startswith("https://doi.org/")
    found = page.parent / unquote(path) if path else page
    return found.exists() and (not place or place in places(found))


def places(page: Path) -> set[str]:
    """The names by which a page's headings can be linked to."""
    headings = HEADING.findall(FENCED.sub("", page.read_text(encoding="utf-8")))
    return {re.sub(r"[^\w\- ]", "", words.lower()).replace(" ", "-") for words in headings}


def test_every_page_is_in_the_index() -> None:
    index = ROOT / "docs" / "README.md"
    linked = {(index.parent / link["target"]).resolve() for link in LINK.finditer(index.read_text(encoding="utf-8"))}
    assert {page for page in documents() if page.parent != ROOT and page != index} - linked == set()


def test_the_readme_begins_with_how_to_start_and_is_short() -> None:
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 150
    assert {"make demo", "pipx install .", "$ graphmodel demo"} <= {
        line.partition("#")[0].strip() for line in lines[:30]
    }


PAGE = """Words.

```console
$ first
one
…
nine
$ second \\
> line
two
$ third 'and
> fourth'
> no part of it
```

<!-- run: unseen -->

```cypher
MATCH (n)
RETURN n.name = 'a'
```

```text
answer
```

```cypher
(a pattern, which nobody asks)
```

```sh
$ never
```
"""


QUERY = """graphmodel cypher 'MATCH (n)
RETURN n.name = '"'"'a'"'"'' 2>/dev/null"""


def test_commands_are_found_with_what_is_shown_of_them() -> None:
    found = [(step.command, step.shown, step.hidden) for step in steps(PAGE)]
    assert found == [
        ("first", ("one", "…", "nine"), False),
        ("second \\\nline", ("two",), False),
        ("third 'and\nfourth'", ("> no part of it",), False),
        ("unseen", (), True),
        (QUERY, ("answer",), False),
    ]


@pytest.mark.parametrize(
    ("shown", "printed"),
    [
        ("a b c", "a b c"),
        ("a … c", "a b b c"),
        ("a … c", "a c"),
        ("… c", "a b c"),
        ("a …", "a b c"),
        ("a … c … e", "a b c d c d e"),
        ("…", ""),
        ("", ""),
    ],
)
def test_what_is_shown_fits(shown: str, printed: str) -> None:
    assert fits(shown.split(), printed.split())


@pytest.mark.parametrize(
    ("shown", "printed"),
    [
        ("a b c", "a b"),
        ("a b", "a b c"),
        ("a … c", "b c"),
        ("a … c", "a b"),
        ("a … a", "a"),
        ("a … c … e", "a b d e"),
        ("a … c … c", "a b c"),
        ("", "a"),
    ],
)
def test_what_is_shown_does_not_fit(shown: str, printed: str) -> None:
    assert not fits(shown.split(), printed.split())


def test_a_renewed_output_is_cut_where_the_old_one_was() -> None:
    shown = ["theme of 26", "below it", "…", "against it: 3", "and more", "…", "end"]
    printed = ["theme of 31", "below it", "x", "y", "against it: 4", "and others", "z", "the end"]
    assert recut(shown, printed) == [
        "theme of 31",
        "below it",
        "…",
        "against it: 4",
        "and others",
        "…",
        "the end",
    ]


def test_where_a_cut_s_place_is_gone_the_rest_is_shown() -> None:
    assert recut(["a", "…", "something", "…", "z"], ["a", "1", "2", "3"]) == ["a", "1", "2", "3"]


def test_a_page_is_renewed_where_it_no_longer_fits_and_stays_as_it_is_elsewhere() -> None:
    printed = {
        "first": ["one", "2", "3", "nine"],
        "second \\\nline": ["2", "two"],
        "third 'and\nfourth'": ["> no part of it"],
        "unseen": ["never shown"],
        QUERY: ["another answer"],
    }
    after = PAGE.replace("line\ntwo", "line\n2\ntwo\n").replace("\nanswer", "\nanother answer")
    assert renewed(PAGE, printed.__getitem__) == after


def test_a_terminal_shows_what_stays_on_the_screen(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, {})
    assert terminal.run(r"printf 'wait\r\033[2K\033[1mdone\033[0m  \n'; echo problem >&2") == ["done", "problem", ""]
    assert terminal.run("echo bolt://127.0.0.1:40303 at http://localhost:49152/browser/") == [
        "bolt://127.0.0.1:7687 at http://localhost:7474/browser/",
        "",
    ]
