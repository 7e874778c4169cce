"""QualCoder projects as its database versions 8 to 17 define them: `python -m tests.loaders.builders.qualcoder FOLDER`.

Texts hold characters beyond the basic plane and combining marks before what is coded, so that a reader that counts
anything but code points misses the words.
"""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path

from tests.loaders.builders.sqlite_file import writing

VERSION_8 = """
CREATE TABLE project (databaseversion text, date text, memo text, about text, bookmarkfile integer, bookmarkpos integer,
 codername text);
CREATE TABLE source (id integer primary key, name text, fulltext text, mediapath text, memo text, owner text, date text,
 av_text_id integer, risid integer, unique(name));
CREATE TABLE code_image (imid integer primary key, id integer, x1 integer, y1 integer, width integer, height integer,
 cid integer, memo text, date text, owner text, important integer);
CREATE TABLE code_av (avid integer primary key, id integer, pos0 integer, pos1 integer, cid integer, memo text,
 date text, owner text, important integer);
CREATE TABLE annotation (anid integer primary key, fid integer, pos0 integer, pos1 integer, memo text, owner text,
 date text, unique(fid,pos0,pos1,owner));
CREATE TABLE attribute_type (name text primary key, date text, owner text, memo text, caseOrFile text, valuetype text);
CREATE TABLE attribute (attrid integer primary key, name text, attr_type text, value text, id integer, date text,
 owner text, unique(name,attr_type,id));
CREATE TABLE case_text (id integer primary key, caseid integer, fid integer, pos0 integer, pos1 integer, owner text,
 date text, memo text);
CREATE TABLE cases (caseid integer primary key, name text, memo text, owner text, date text,
 constraint ucm unique(name));
CREATE TABLE code_cat (catid integer primary key, name text, owner text, date text, memo text, supercatid integer,
 unique(name));
CREATE TABLE code_text (ctid integer primary key, cid integer, fid integer, seltext text, pos0 integer, pos1 integer,
 owner text, date text, memo text, avid integer, important integer, unique(cid,fid,pos0,pos1,owner));
CREATE TABLE code_name (cid integer primary key, name text, memo text, catid integer, owner text, date text, color text,
 unique(name));
CREATE TABLE journal (jid integer primary key, name text, jentry text, date text, owner text, unique(name));
CREATE TABLE stored_sql (title text, description text, grouper text, ssql text, unique(title));
CREATE TABLE ris (risid integer, tag text, longtag text, value text);
CREATE TABLE graph (grid integer primary key, name text, description text, date text, scene_width integer,
 scene_height integer, unique(name));
CREATE TABLE gr_cdct_line_item (glineid integer primary key, grid integer, fromcatid integer, fromcid integer,
 tocatid integer, tocid integer, color text, linewidth real, linetype text, isvisible integer);
"""
LATER = {
    9: "ALTER TABLE project ADD recently_used_codes text",
    10: "ALTER TABLE code_image ADD pdf_page integer",
    11: "CREATE TABLE gr_pix_item (grpixid integer primary key, grid integer, imid integer, pdf_page integer)",
    12: "CREATE TABLE manage_files_display (mfid integer primary key, name text, tblrows text, tblcolumns text)",
    13: "CREATE TABLE files_filter (filterid integer primary key, name text, filter text, owner text)",
    14: """CREATE TABLE coder_names (name text unique not null, visibility integer not null default 1);
    INSERT INTO coder_names (name, visibility) VALUES ('mw', 1), ('jk', 0), ('new', 1);
    CREATE VIEW code_text_visible AS SELECT * FROM code_text
     WHERE owner IN (SELECT name FROM coder_names WHERE visibility = 1);""",
    15: "ALTER TABLE project ADD avbookmarkfile integer",
    16: "ALTER TABLE code_name ADD supercid integer",
    17: "ALTER TABLE gr_cdct_line_item ADD label text",
}
"""What each version adds to the one before, of what a reader meets."""

ADA = "I: Who told you? 😀\nAda: Nobody told me, not even me\u0301re.\nAda: I read it in the letter 📨 and sat down.\n"
BEN = "I: And you, Ben?\nBen: We kept it quiet. It was the only way to keep it.\n"
DAY = "2024-01-15"


def build(path: Path, version: int = 17, grown: bool = False) -> Path:
    """A project of a database version; `grown` is the same project a week later: a code renamed, a source, codings
    and a memo more."""
    with writing(path) as connection:
        connection.executescript(VERSION_8)
        for number, change in LATER.items():
            if number <= version:
                connection.executescript(change)
        _fill(connection, version)
        if grown:
            _grow(connection)
    return path


def _fill(connection: sqlite3.Connection, version: int) -> None:
    def put(table: str, columns: str, *rows: tuple[object, ...]) -> None:
        marks = ",".join("?" * len(columns.split(",")))
        connection.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows)

    put("project", "databaseversion,date,memo,about", (f"v{version}", DAY, "Who is told, and by whom.", "QualCoder"))
    put("code_cat", "catid,name,owner,date,memo,supercatid",
        (1, "Telling", "mw", f"{DAY} 09:00:00", "How the news is told", None),
        (2, "Silence", "mw", f"{DAY} 09:00:01", "", 1))  # fmt: skip
    put("code_name", "cid,name,memo,catid,owner,date",
        (1, "Not told", "Nobody says it", 2, "mw", f"{DAY} 09:01:00"),
        (2, "Letter", "", 1, "mw", f"{DAY} 09:02:00"),
        (3, "Silence", "Kept quiet", None, "jk", f"{DAY} 09:03:00"))  # fmt: skip
    if version >= 16:
        put("code_name", "cid,name,memo,catid,owner,date,supercid",
            (4, "Read alone", "", None, "jk", f"{DAY} 09:04:00", 2))  # fmt: skip
    put("source", "id,name,fulltext,mediapath,memo,owner,date,risid",
        (1, "Ada 1.txt", ADA, None, "In her kitchen", "mw", f"{DAY} 08:00:00", None),
        (2, "Ben 1.docx", BEN, "/documents/Ben 1.docx", "", "mw", f"{DAY} 08:01:00", None),
        (3, "Letter.jpg", None, "/images/Letter.jpg", "", "mw", f"{DAY} 08:02:00", None),
        (4, "Kitchen.mp3", None, "/audio/Kitchen.mp3", "", "mw", f"{DAY} 08:03:00", 7))  # fmt: skip
    put("code_text", "cid,fid,seltext,pos0,pos1,owner,date,memo,important",
        _coded(1, 1, ADA, "Nobody told me, not even me\u0301re", "mw", "In vivo", 1),
        _coded(2, 1, ADA, "the letter 📨", "mw", "", None),
        _coded(2, 1, ADA, "the letter 📨", "jk", "", None),
        _coded(3, 2, BEN, "keep it", "jk", "", None))  # fmt: skip
    put("code_image", "id,x1,y1,width,height,cid,memo,date,owner", (3, 10, 20, 30, 40, 2, "", f"{DAY} 10:10:00", "mw"))
    put("code_av", "id,pos0,pos1,cid,memo,date,owner", (4, 61_000, 65_500, 1, "", f"{DAY} 10:11:00", "mw"))
    start = ADA.index("sat down")
    put("annotation", "anid,fid,pos0,pos1,memo,owner,date",
        (5, 1, start, start + 8, "She sits down again here", "jk", f"{DAY} 11:00:00"))  # fmt: skip
    put("cases", "caseid,name,memo,owner,date",
        (1, "Ada", "Came by herself", "mw", f"{DAY} 08:00:00"), (2, "Ben", "", "mw", f"{DAY} 08:00:00"))  # fmt: skip
    put("attribute_type", "name,caseOrFile,valuetype,memo",
        ("Age", "case", "numeric", "In years, in 2024"), ("E-mail", "case", "character", ""),
        ("Room", "file", "character", None))  # fmt: skip
    put("attribute", "name,attr_type,value,id",
        ("Age", "case", "61", 1), ("Age", "case", "", 2), ("E-mail", "case", "ada@example.org", 1),
        ("Room", "file", "kitchen", 1), ("Ref_Year", "file", "2011", 4))  # fmt: skip
    put("case_text", "caseid,fid,pos0,pos1,owner,date,memo", (1, 1, 0, len(ADA), "mw", DAY, ""),
        (2, 2, 0, len(BEN), "mw", DAY, "Came in later"))  # fmt: skip
    put(
        "journal", "jid,name,jentry,date,owner", (1, "First week", "Both begin with who told.", f"{DAY} 18:00:00", "jk")
    )
    put("ris", "risid,tag,longtag,value",
        (7, "TY", "type_of_reference", "JOUR"), (7, "AU", "authors", "Lind, Bo; Ek, Åsa"),
        (7, "TI", "title", "On telling"), (7, "PY", "year", "2011"), (7, "JO", "journal_name", "Voices"))  # fmt: skip


def _coded(
    code: int, source: int, text: str, words: str, owner: str, memo: str, important: int | None
) -> tuple[object, ...]:
    start = text.rindex(words)
    return code, source, words, start, start + len(words), owner, f"{DAY} 10:00:00", memo, important


def _grow(connection: sqlite3.Connection) -> None:
    connection.execute("UPDATE code_name SET name = 'Left untold' WHERE cid = 1")
    cora = "Cora: They rang me up.\n"
    connection.execute(
        "INSERT INTO source (id,name,fulltext,owner,date) VALUES (9,'Cora 1.txt',?,'mw','2024-01-22 08:00:00')", (cora,)
    )
    connection.execute(
        "INSERT INTO code_text (cid,fid,seltext,pos0,pos1,owner,date,memo) VALUES (1,9,?,?,?,'mw',?,'')",
        ("They rang me up", 6, 21, "2024-01-22 10:00:00"),
    )
    connection.execute(
        "INSERT INTO journal (name,jentry,date,owner) VALUES ('Second week','A call.','2024-01-22','mw')"
    )


if __name__ == "__main__":
    for sample in (8, 17):
        build(Path(sys.argv[1]) / f"telling-v{sample}.qda", sample)
