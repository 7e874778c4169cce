"""Taguette databases as version 1.5.2 makes them: `python -m tests.loaders.builders.taguette FOLDER`.

Positions are counted in UTF-8 bytes over the text nodes; letters beyond ASCII stand before everything that is
highlighted.
"""

from __future__ import annotations

import html
import json
import re
import sqlite3
import sys
from pathlib import Path
from typing import Any

from tests.loaders.builders.sqlite_file import writing

SCHEMA = """
CREATE TABLE users (login VARCHAR(30) NOT NULL PRIMARY KEY, created DATETIME NOT NULL, hashed_password VARCHAR(192),
 disabled BOOLEAN NOT NULL, password_set_date DATETIME, language VARCHAR(10), email VARCHAR(256), email_sent DATETIME);
CREATE TABLE projects (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, name VARCHAR(200) NOT NULL,
 description TEXT NOT NULL, created DATETIME NOT NULL);
CREATE TABLE project_members (project_id INTEGER NOT NULL, user_login VARCHAR(30) NOT NULL,
 privileges VARCHAR(11) NOT NULL, PRIMARY KEY (project_id, user_login));
CREATE TABLE documents (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, name VARCHAR(200) NOT NULL,
 description TEXT NOT NULL, filename VARCHAR(200) NOT NULL, created DATETIME NOT NULL, project_id INTEGER NOT NULL,
 text_direction VARCHAR(13) NOT NULL, contents TEXT NOT NULL);
CREATE TABLE commands (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, date DATETIME NOT NULL,
 user_login VARCHAR(30) NOT NULL, project_id INTEGER NOT NULL, document_id INTEGER, payload TEXT NOT NULL);
CREATE TABLE tags (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, project_id INTEGER NOT NULL,
 path VARCHAR(200) NOT NULL, description TEXT NOT NULL, UNIQUE (project_id, path));
CREATE TABLE highlights (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, document_id INTEGER NOT NULL,
 start_offset INTEGER NOT NULL, end_offset INTEGER NOT NULL, snippet TEXT NOT NULL);
CREATE TABLE highlight_tags (highlight_id INTEGER NOT NULL, tag_id INTEGER NOT NULL,
 PRIMARY KEY (highlight_id, tag_id));
CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY);
"""
PAGE = (
    "<h1>Åsa &amp; Bo</h1>\n<p>I: Who told\n  you? 😀</p><p>Åsa: Nobody <b>to</b>ld me, not even me\u0301re.</p>\n"
    "<ul><li>the letter 📨</li><li>the phone</li></ul>\n<p>Åsa: It was <em>the only</em> way&nbsp;to keep it.</p>"
)
TEXT = (
    "Åsa & Bo\nI: Who told you? 😀\nÅsa: Nobody told me, not even me\u0301re.\n"
    "the letter 📨\nthe phone\nÅsa: It was the only way\xa0to keep it."
)


class Log:
    """A database in the making, with the log that Taguette keeps of all that is done."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.minute = 0

    def command(self, project: int, user: str, payload: dict[str, Any], document: int | None = None) -> None:
        """Write down what somebody did."""
        self.minute += 1
        date = f"2022-02-23 10:{self.minute:02}:00.123456"
        row = (date, user, project, document, json.dumps(payload, sort_keys=True))
        self.put("commands", "date,user_login,project_id,document_id,payload", row)

    def put(self, table: str, columns: str, *rows: tuple[object, ...]) -> None:
        """Insert rows."""
        marks = ",".join("?" * len(columns.split(",")))
        self.connection.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows)

    def tag(self, project: int, number: int, path: str, description: str = "", user: str = "ada") -> None:
        """Make a tag, or give it another path and description."""
        self.put("tags", "id,project_id,path,description", (number, project, path, description))
        self.say_tag(project, number, path, description, user)

    def say_tag(self, project: int, number: int, path: str, description: str = "", user: str = "ada") -> None:
        """The command that makes or changes a tag."""
        payload = {"type": "tag_add", "tag_id": number, "tag_path": path, "description": description}
        self.command(project, user, payload)

    def highlight(
        self, project: int, document: int, number: int, page: str, words: str, tags: list[int], user: str
    ) -> None:
        """Mark the last place of words with tags."""
        nodes = html.unescape(re.sub("<[^>]+>", "", page))
        start = len(nodes[: nodes.rindex(words)].encode())
        end = start + len(words.encode())
        columns = "id,document_id,start_offset,end_offset,snippet"
        self.put("highlights", columns, (number, document, start, end, f"<p>{html.escape(words)}</p>"))
        payload = {"type": "highlight_add", "highlight_id": number, "start_offset": start, "end_offset": end}
        self.command(project, user, {**payload, "tags": tags}, document)


def build(path: Path, projects: int = 1, grown: bool = False) -> Path:
    """A database of one project or two; `grown` is the same one later, with a document, a highlight and a tag more, and
    a tag renamed."""
    with writing(path) as connection:
        connection.executescript(SCHEMA)
        log = Log(connection)
        log.put("users", "login,created,disabled", ("ada", "2022-02-23", 0), ("bo", "2022-02-23", 0))
        _telling(log)
        if projects == 2:
            _second(log)
        if grown:
            _grow(log)
    return path


def _telling(log: Log) -> None:
    log.put("projects", "id,name,description,created", (1, "Telling", "Who is told", "2022-02-23 10:00:00"))
    log.put("project_members", "project_id,user_login,privileges", (1, "ada", "ADMIN"), (1, "bo", "TAG"))
    columns = "id,name,description,filename,created,project_id,text_direction,contents"
    log.put("documents", columns, (1, "Åsa 1", "At home", "asa.html", "2022-02-23", 1, "LEFT_TO_RIGHT", PAGE))
    log.command(1, "ada", {"type": "document_add", "document_name": "Åsa 1", "description": ""}, 1)
    log.put("tags", "id,project_id,path,description", (1, 1, "interesting", "Further review required"))
    log.tag(1, 2, "not told", "Nobody says it")
    log.tag(1, 3, "means.letter")
    log.tag(1, 4, "means.phone", user="bo")
    log.tag(1, 5, "e.g. this")
    log.say_tag(1, 6, "quiet", "Says nothing", "bo")
    log.say_tag(1, 7, "gone")
    log.highlight(1, 1, 1, PAGE, "Nobody told me, not even me\u0301re", [2, 6], "ada")
    log.highlight(1, 1, 2, PAGE, "the letter 📨", [3], "bo")
    log.highlight(1, 1, 3, PAGE, "the only way\xa0to keep it", [6], "bo")
    log.highlight(1, 1, 4, PAGE, "told\n  you", [], "ada")
    again = {"type": "highlight_add", "highlight_id": 2, "start_offset": 0, "end_offset": 1, "tags": [3, 1]}
    log.command(1, "ada", again, 1)
    log.say_tag(1, 2, "untold", "Nobody says it", "bo")
    log.connection.execute("UPDATE tags SET path = 'untold' WHERE id = 2")
    log.say_tag(1, 3, "means.letter", "On paper")
    log.connection.execute("UPDATE tags SET description = 'On paper' WHERE id = 3")
    log.command(1, "ada", {"type": "tag_merge", "src_tag_id": 6, "dest_tag_id": 2})
    log.command(1, "bo", {"type": "tag_delete", "tag_id": 7})
    log.put("highlight_tags", "highlight_id,tag_id", (1, 2), (2, 3), (2, 1), (3, 2))


def _second(log: Log) -> None:
    log.put("projects", "id,name,description,created", (2, "Asking", "", "2022-02-24 10:00:00"))
    columns = "id,name,description,filename,created,project_id,text_direction,contents"
    page = "<p>Åsa: Would they ask?</p>"
    log.put("documents", columns, (2, "Åsa 1", "", "asa.html", "2022-02-24", 2, "LEFT_TO_RIGHT", page))
    log.tag(2, 8, "untold")
    log.highlight(2, 2, 5, page, "Would they ask", [8], "bo")
    log.put("highlight_tags", "highlight_id,tag_id", (5, 8))


def _grow(log: Log) -> None:
    columns = "id,name,description,filename,created,project_id,text_direction,contents"
    page = "<p>Cora: Ring me ☎ tomorrow.</p>"
    log.put("documents", columns, (9, "Cora 1", "", "cora.html", "2022-03-01", 1, "LEFT_TO_RIGHT", page))
    log.tag(1, 9, "later")
    log.highlight(1, 9, 9, page, "Ring me ☎", [9, 4], "ada")
    log.put("highlight_tags", "highlight_id,tag_id", (9, 9), (9, 4))
    log.say_tag(1, 2, "left untold", "Nobody says it", "ada")
    log.connection.execute("UPDATE tags SET path = 'left untold' WHERE id = 2")


if __name__ == "__main__":
    for count, name in ((1, "telling"), (2, "two-projects")):
        build(Path(sys.argv[1]) / f"{name}.sqlite3", count)
