"""Large SQLite projects as QualCoder, RQDA and Taguette keep them."""

from __future__ import annotations

import html
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from itertools import accumulate
from pathlib import Path

from benchmarks.material import CODERS, CODES, Interview, Material, path
from tests.loaders.builders.qualcoder import LATER, VERSION_8
from tests.loaders.builders.rqda import MADE
from tests.loaders.builders.rqda import SCHEMA as RQDA
from tests.loaders.builders.taguette import SCHEMA as TAGUETTE


def qualcoder(material: Material, file: Path) -> None:
    """A QualCoder project of version 17."""
    with _database(file, VERSION_8, *LATER.values()) as put:
        put("project", "databaseversion,date,memo", [("v17", "2024-01-15", "")])
        put(
            "code_name",
            "cid,name,memo,owner,date",
            [(n, path(n)[2], "", "Ada", "2024-01-15 09:00:00") for n in range(CODES)],
        )
        for number, interview in enumerate(material.interviews):
            put(
                "source", "id,name,fulltext,owner,date", [(number, interview.name, interview.text, "Ada", "2024-01-15")]
            )
            rows = (
                (code, number, each.words, each.start, each.end, each.coder, each.date.replace("T", " "), "")
                for each in interview.passages
                for code in each.codes
            )
            put("code_text", "cid,fid,seltext,pos0,pos1,owner,date,memo", rows, " OR IGNORE")


def rqda(material: Material, file: Path) -> None:
    """An RQDA project."""
    with _database(file, RQDA) as put:
        put("project", "databaseversion,date,memo", [("0.2.2", MADE, "")])
        put(
            "freecode",
            "name,id,status,owner,date",
            [(path(number)[2], number, 1, "Ada", MADE) for number in range(CODES)],
        )
        for number, interview in enumerate(material.interviews):
            put("source", "name,id,file,owner,date,status", [(interview.name, number, interview.text, "Ada", MADE, 1)])
            rows = (
                (code, number, each.words, float(each.start), float(each.end), 1, each.coder, MADE)
                for each in interview.passages
                for code in each.codes
            )
            put("coding", "cid,fid,seltext,selfirst,selend,status,owner,date", rows)


def taguette(material: Material, file: Path) -> None:
    """A Taguette database of one project: paragraphs of HTML, positions in UTF-8 bytes, the log of commands."""
    with _database(file, TAGUETTE) as put:
        put("projects", "id,name,description,created", [(1, "A large project", "", "2022-02-23 10:00:00")])
        put("users", "login,created,disabled", [(name, "2022-02-23", 0) for name in CODERS])
        tags = [(number, 1, ".".join(path(number)), "") for number in range(CODES)]
        put("tags", "id,project_id,path,description", tags)
        for number, interview in enumerate(material.interviews, start=1):
            _taguette_document(put, number, interview)


def _taguette_document(put: Callable[..., None], number: int, interview: Interview) -> None:
    page = "".join(f"<p>{html.escape(line, quote=False)}</p>\n" for line in interview.text.splitlines())
    columns = "id,name,description,filename,created,project_id,text_direction,contents"
    put("documents", columns, [(number, interview.name, "", "", "2022-02-23", 1, "LEFT_TO_RIGHT", page)])
    places = list(accumulate((len(sign.encode()) for sign in interview.text), initial=0))
    for at, each in enumerate(interview.passages):
        highlight, start, end = number * 1_000_000 + at, places[each.start], places[each.end]
        snippet = f"<p>{html.escape(each.words, quote=False)}</p>"
        put("highlights", "id,document_id,start_offset,end_offset,snippet", [(highlight, number, start, end, snippet)])
        put("highlight_tags", "highlight_id,tag_id", [(highlight, code) for code in each.codes])
        said = {"type": "highlight_add", "highlight_id": highlight, "start_offset": start, "end_offset": end}
        payload = json.dumps({**said, "tags": list(each.codes)})
        put("commands", "date,user_login,project_id,document_id,payload", [(each.date, each.coder, 1, number, payload)])


class _database:
    """A new SQLite file with these tables; gives what puts rows into one."""

    def __init__(self, file: Path, *schema: str) -> None:
        self.connection = sqlite3.connect(file)
        for statement in schema:
            self.connection.executescript(statement)

    def __enter__(self) -> Callable[..., None]:
        return self.put

    def __exit__(self, *_: object) -> None:
        with closing(self.connection):
            self.connection.commit()

    def put(self, table: str, columns: str, rows: object, how: str = "") -> None:
        marks = ",".join("?" * len(columns.split(",")))
        self.connection.executemany(f"INSERT{how} INTO {table} ({columns}) VALUES ({marks})", rows)  # type: ignore[arg-type]
