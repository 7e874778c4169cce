"""No word that may not be quoted is in a table, and nobody who withdrew."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from graphmodel.database import Database
from graphmodel.export import Chosen, Exported, export_study
from tests.graphmodel.export.sheets import Sheet, folder, workbook

STUDY = "mad-planet"
WITHHELD = """
MATCH (p:Participant {study: 'mad-planet'})-[:GAVE]->(i:Interview)
WHERE p.consent = 'withdrawn' OR p.quoteConsent <> 'verbatim'
MATCH (i)<-[:FROM]-(e:Excerpt)
RETURN DISTINCT e.text AS words
"""
QUOTABLE = """
MATCH (p:Participant {study: 'mad-planet', quoteConsent: 'verbatim', consent: 'active'})-[:GAVE]->(i:Interview)
MATCH (i)-[:READS]->(t)
RETURN t.text AS words
"""
GONE = """
MATCH (p:Participant {study: 'mad-planet', consent: 'withdrawn'})-[:GAVE]->(i)
RETURN p.name AS person, i.name AS interview
"""
RUN = 5
"""So many words in a row count as a passage of somebody's (see `graphmodel.report.guard`)."""


@pytest.fixture(scope="module")
def places(demo: Database, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, Exported]:
    place = tmp_path_factory.mktemp("consent")
    done = export_study(demo, STUDY, place / "demo.xlsx")
    export_study(demo, STUDY, place / "tables", tables=True)
    return place / "demo.xlsx", place / "tables", done


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+(?:['’][^\W_]+)*", text.casefold())


def runs(text: str) -> set[tuple[str, ...]]:
    found = words(text)
    return {tuple(found[first : first + RUN]) for first in range(len(found) - RUN + 1)}


def all_text(path: Path) -> str:
    """All that is in a workbook or a folder, whatever part of it holds it."""
    if path.is_dir():
        return " | ".join(file.read_text(encoding="utf-8-sig") for file in path.iterdir())
    with zipfile.ZipFile(path) as parts:
        held = " | ".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())
    return re.sub(r"<[^>]*>", " | ", held).replace("&quot;", '"').replace("&amp;", "&")


@pytest.mark.parametrize("which", [0, 1], ids=["workbook", "folder"])
def test_no_withheld_words_are_anywhere(demo: Database, places: tuple[Path, Path, Exported], which: int) -> None:
    withheld = [row["words"] for row in demo.read(WITHHELD)]
    assert len(withheld) > 50
    said = {run for row in demo.read(QUOTABLE) for run in runs(row["words"])}
    held = runs(all_text(places[which])) - said
    assert [quote for quote in withheld if runs(quote) & held] == []


def test_withheld_rows_say_so_and_keep_everything_else(places: tuple[Path, Path, Exported], demo: Database) -> None:
    quotes = workbook(places[0])["quotes"]
    silent = [row for row in quotes if row["Withheld"]]
    assert {row["Withheld"] for row in silent} == {"consent"}
    assert {row["Participant"] for row in silent} == {"P06", "P08"}
    assert {(row["Quote"], row["Words in the source"], row["Speaker"]) for row in silent} == {("", "", "")}
    assert all(row["Quote"] for row in quotes if not row["Withheld"])
    assert all(row["Coder"] and (row["Code"] or row["Proposition"]) for row in silent)
    assert places[2].withheld == len({row["Interview"] for row in silent}) == 2


def test_who_withdrew_is_in_no_row_and_no_count(places: tuple[Path, Path, Exported], demo: Database) -> None:
    gone = demo.read(GONE)
    for sheets in (workbook(places[0]), folder(places[1])):
        assert not {row["person"] for row in gone} & people(sheets)
        assert not {row["interview"] for row in gone} & {row["Interview"] for row in sheets["interviews"]}
        assert not {row["interview"] for row in gone} & {row["Interview"] for row in sheets["quotes"]}
        about = {cell for row in sheets["memos"] for cell in row["About"].split("; ")}
        assert not about & {name for row in gone for name in row.values()}
    assert places[2].left_out == len({row["person"] for row in gone})


def people(sheets: dict[str, Sheet]) -> set[str]:
    named = (row["Participant"] for name in ("quotes", "participants", "interviews") for row in sheets[name])
    return {person for cell in named for person in cell.split("; ")}


def test_with_withdrawn_participants_come_without_their_words(demo: Database, tmp_path: Path) -> None:
    export_study(demo, STUDY, tmp_path / "demo.xlsx", Chosen(withdrawn=True))
    gone = {row["person"] for row in demo.read(GONE)}
    rows = [row for row in workbook(tmp_path / "demo.xlsx")["quotes"] if row["Participant"] in gone]
    assert rows
    assert {(row["Quote"], row["Withheld"]) for row in rows} == {("", "consent")}


def test_passages_that_repeat_withheld_words_are_blank_and_told(places: tuple[Path, Path, Exported]) -> None:
    said = {row["What"]: row["Says"] for row in workbook(places[0])["about"] if row["Part"] == "left out"}
    blank = "[words withheld: no consent to quote]"
    assert all_text(places[0]).count(blank) == places[2].blanked > 0
    assert (
        said["passages of definitions, memos and notes left blank, because they repeat such words"] == places[2].blanked
    )


def test_a_code_named_in_words_that_may_not_be_quoted_is_told(demo: Database, tmp_path: Path) -> None:
    quote = max((row["words"] for row in demo.read(WITHHELD)), key=lambda text: len(words(text)))
    quote, name = quote.rstrip(".!?"), " ".join(quote.split()[:7])
    ask = "MATCH (c:Concept {study: 'mad-planet', name: 'Dual roles'}) RETURN properties(c) AS held"
    held = demo.read(ask)[0]["held"]
    rename = "MATCH (c:Concept {key: $key}) SET c.name = $name, c.properties = $properties"
    changed = {"key": held["key"], "name": name, "properties": [f"depth: {quote}"]}
    demo.write(lambda tx: tx.run(rename, changed).consume())
    done = export_study(demo, STUDY, tmp_path / "demo.xlsx")
    demo.write(lambda tx: tx.run(rename, {**changed, "name": held["name"], "properties": held["properties"]}).consume())
    assert done.repeating == [name]
    sheets = workbook(tmp_path / "demo.xlsx")
    properties = next(row["Properties"] for row in sheets["codebook"] if row["Code"] == name)
    assert properties == "depth: [words withheld: no consent to quote]"
    assert name in [row["Says"] for row in sheets["about"]]
