"""RQDA projects as its database version 0.2.2 defines them: `python -m tests.loaders.builders.rqda FOLDER`.

Two of the codings are off by one in the two ways in which real files are; deleted rows stand beside the living ones.
"""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path

from tests.loaders.builders.sqlite_file import writing

SCHEMA = """
create table source (name text, id integer, file text, memo text, owner text, date text, dateM text, status integer);
create table freecode (name text, memo text, owner text, date text, dateM text, id integer, status integer, color text);
create table treecode (cid integer, catid integer, date text, dateM text, memo text, status integer, owner text);
create table treefile (fid integer, catid integer, date text, dateM text, memo text, status integer, owner text);
create table filecat (name text, fid integer, catid integer, owner text, date text, dateM text, memo text,
 status integer);
create table codecat (name text, cid integer, catid integer, owner text, date text, dateM text, memo text,
 status integer);
create table coding (cid integer, fid integer, seltext text, selfirst real, selend real, status integer, owner text,
 date text, memo text);
create table coding2 (cid integer, fid integer, seltext text, selfirst real, selend real, status integer, owner text,
 date text, memo text);
create table project (databaseversion text, date text, dateM text, memo text, about text, imageDir text);
create table cases (name text, memo text, owner text, date text, dateM text, id integer, status integer);
create table caselinkage (caseid integer, fid integer, selfirst real, selend real, status integer, owner text,
 date text, memo text);
create table attributes (name text, status integer, date text, dateM text, owner text, memo text, class text);
create table caseAttr (variable text, value text, caseID integer, date text, dateM text, owner text, status integer);
create table fileAttr (variable text, value text, fileID integer, date text, dateM text, owner text, status integer);
create table journal (name text, journal text, date text, dateM text, owner text, status integer);
create table annotation (fid integer, position integer, annotation text, owner text, date text, dateM text,
 status integer);
create table image (name text, id integer, date text, dateM text, owner text, status integer);
"""
DORA = "Dora: We moved (all of us) in spring 🌱. It was cold.\nI: And then?\nDora: Then the river came up, and we le\u0301ft again.\n"
EVA = "Eva: I stayed. Somebody had to feed the cats.\n"
MADE = "Fri Aug 05 11:16:43 2016"
MADE_ISO = "2016-08-05T11:16:43"


def build(path: Path, grown: bool = False) -> Path:
    """A project; `grown` is the same one later, with a code renamed, a file, a coding and a journal entry more."""
    with writing(path) as connection:
        connection.executescript(SCHEMA)
        _fill(connection)
        if grown:
            _grow(connection)
    return path


def put(connection: sqlite3.Connection, table: str, columns: str, *rows: tuple[object, ...]) -> None:
    marks = ",".join("?" * len(columns.split(",")))
    connection.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows)


def _fill(connection: sqlite3.Connection) -> None:
    put(connection, "project", "databaseversion,date,memo", ("0.2.2", MADE, "Moving house."))
    put(connection, "source", "name,id,file,memo,owner,date,status",
        ("Dora", 1, DORA, "On the stairs", "rh", MADE, 1), ("Eva", 2, EVA, None, "rh", MADE, 1),
        ("Draft", 3, "Not used.", None, "rh", MADE, 0))  # fmt: skip
    put(connection, "freecode", "name,memo,id,status,owner,date",
        ("Leaving", "Going away", 1, 1, "rh", MADE), ("Staying", None, 2, 1, "rh", MADE),
        ("Weather", None, 3, 1, "rh", MADE), ("Dropped", None, 4, 0, "rh", MADE))  # fmt: skip
    put(connection, "codecat", "name,catid,status,owner,date,memo",
        ("Moves", 1, 1, "rh", MADE, "What people do"), ("World", 2, 1, "rh", MADE, None),
        ("Old", 3, 0, "rh", MADE, None))  # fmt: skip
    put(connection, "treecode", "cid,catid,status", (1, 1, 1), (2, 1, 1), (3, 2, 1), (3, 1, 0))
    put(connection, "coding", "cid,fid,seltext,selfirst,selend,status,owner,date,memo",
        coded(1, 1, DORA, "in spring 🌱"), coded(3, 1, DORA, "the river came up", memo="Again"),
        coded(3, 1, DORA, "It was cold", shift=1), coded(1, 1, DORA, "(all of us", first=1),
        coded(2, 2, EVA, "I stayed"), coded(2, 2, EVA, "Somebody", status=0), coded(4, 2, EVA, "the cats", status=-1),
        coded(4, 2, EVA, "feed the cats"))  # fmt: skip
    put(connection, "coding2", "cid,fid,seltext,selfirst,selend,status,owner,date,memo",
        coded(2, 2, EVA, "I stayed", owner="kl"))  # fmt: skip
    put(connection, "cases", "name,memo,id,status,owner,date",
        ("D", "Moved twice", 1, 1, "rh", MADE), ("E", None, 2, 1, "rh", MADE), ("X", None, 3, 0, "rh", MADE))  # fmt: skip
    put(connection, "caselinkage", "caseid,fid,selfirst,selend,status",
        (1, 1, 0.0, float(len(DORA)), 1), (2, 2, 0.0, float(len(EVA)), 1), (2, 1, 0.0, 5.0, 0))  # fmt: skip
    connection.execute("UPDATE caselinkage SET memo = 'All of it' WHERE caseid = 1")
    put(connection, "caseAttr", "variable,value,caseID,status",
        ("moves", "2", 1, 1), ("moves", "NA", 2, 1), ("pets", "cats", 2, 1), ("surname", "Ek", 2, 1),
        ("pets", "dog", 1, 0))  # fmt: skip
    put(connection, "fileAttr", "variable,value,fileID,status", ("interview date", "2016-07-01", 2, 1))
    put(connection, "journal", "name,journal,date,owner,status",
        ("Fri Aug 05 18:00:00 2016", "Water everywhere.", MADE, "rh", 1), ("gone", "Nothing.", MADE, "rh", 0))  # fmt: skip
    put(connection, "annotation", "fid,position,annotation,owner,date,status",
        (1, DORA.index("river"), "Which river?", "kl", MADE, 1), (1, 0, "gone", "kl", MADE, 0))  # fmt: skip
    put(connection, "filecat", "name,catid,memo,status",
        ("First round", 1, "Before the flood", 1), ("Dropped round", 2, None, 0))  # fmt: skip
    put(connection, "treefile", "fid,catid,status", (1, 1, 1), (2, 1, 1), (2, 2, 0))
    put(connection, "attributes", "name,memo,status", ("moves", "In ten years", 1), ("pets", None, 1))


def coded(
    code: int, file: int, text: str, words: str, *, shift: int = 0, first: int = 0, status: int = 1,
    owner: str = "rh", memo: str | None = None,
) -> tuple[object, ...]:  # fmt: skip
    """A coding of words in a text; its span is shifted, or begins `first` characters later than its quotation."""
    start = text.index(words)
    return code, file, words, float(start + first + shift), float(start + len(words) + shift), status, owner, MADE, memo


def _grow(connection: sqlite3.Connection) -> None:
    connection.execute("UPDATE freecode SET name = 'Going', dateM = 'Sat Aug 06 10:00:00 2016' WHERE id = 1")
    text = "Finn: They sold it.\n"
    put(connection, "source", "name,id,file,owner,date,status", ("Finn", 4, text, "rh", MADE, 1))
    put(connection, "coding", "cid,fid,seltext,selfirst,selend,status,owner,date,memo",
        coded(1, 4, text, "They sold it"))  # fmt: skip
    put(connection, "journal", "name,journal,date,owner,status", ("Later", "Sold.", MADE, "rh", 1))


if __name__ == "__main__":
    build(Path(sys.argv[1]) / "moving.rqda")
