"""The demo study as tables: what they hold is what the graph holds, counted and cut out another way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from graphmodel.database import Database
from graphmodel.export import Chosen, Exported, export_study
from tests.graphmodel.export.sheets import Sheet, by, workbook

STUDY = "mad-planet"
PUT = """
MATCH (e:Excerpt {study: 'mad-planet'})-[put:CODED_AS|CONTRADICTS|SUPPORTS]->(target), (e)-[:FROM]->(i:Interview)
RETURN type(put) AS type, target.key AS target, target.name AS name, target:Concept AS concept, put.coder AS coder,
       put.at AS at, e.key AS excerpt, e.start AS start, e.end AS end, i.name AS interview
"""
TEXTS = "MATCH (i:Interview {study: 'mad-planet'})-[:READS]->(t) RETURN i.name AS interview, t.text AS text"
GAVE = "MATCH (p:Participant {study: 'mad-planet'})-[:GAVE]->(i) RETURN p.name AS person, p.consent AS consent, i.name AS interview"
UP = "MATCH (c:Concept {study: 'mad-planet'})-[up:SUBSUMED_BY]->(p) RETURN c.key AS below, p.key AS above, up.position AS position"
CONCEPTS = "MATCH (c:Concept {study: 'mad-planet'}) RETURN c.key AS key, c.name AS name, labels(c) AS labels, c.definition AS definition"


@pytest.fixture(scope="module")
def everything(demo: Database, tmp_path_factory: pytest.TempPathFactory) -> tuple[Exported, dict[str, Sheet]]:
    path = tmp_path_factory.mktemp("all") / "demo.xlsx"
    return export_study(demo, STUDY, path, Chosen(all_words=True, withdrawn=True)), workbook(path)


@pytest.fixture(scope="module")
def allowed(demo: Database, tmp_path_factory: pytest.TempPathFactory) -> tuple[Exported, dict[str, Sheet]]:
    path = tmp_path_factory.mktemp("allowed") / "demo.xlsx"
    return export_study(demo, STUDY, path), workbook(path)


def remaining(demo: Database) -> set[str]:
    """The interviews that nobody gave who withdrew."""
    gave = demo.read(GAVE)
    return {row["interview"] for row in gave} - {row["interview"] for row in gave if row["consent"] == "withdrawn"}


def test_the_words_of_every_quote_are_those_of_its_place_in_the_transcript(
    demo: Database, everything: tuple[Exported, dict[str, Sheet]]
) -> None:
    texts = {row["interview"]: row["text"] for row in demo.read(TEXTS)}
    quotes = everything[1]["quotes"]
    assert [row for row in quotes if row["Quote"] != texts[row["Interview"]][int(row["Start"]) : int(row["End"])]] == []
    assert len(quotes) > 500
    assert {row["Withheld"] for row in quotes} == {""}


def test_each_coding_and_each_piece_of_evidence_has_one_row(
    demo: Database, everything: tuple[Exported, dict[str, Sheet]]
) -> None:
    quotes = everything[1]["quotes"]
    there = Counter(
        (row["Interview"], row["Start"], row["End"], row["Code"], row["Stance"], row["Coder"], row["Date"])
        for row in quotes
        if row["Code"]
    )
    put = demo.read(PUT)
    assert there == Counter(
        (row["interview"], row["start"], row["end"], row["name"], stance(row), row["coder"], row["at"] or "")
        for row in put
        if row["concept"]
    )
    evidence = [(row["Interview"], row["Start"], row["Stance"]) for row in quotes if row["Proposition"]]
    assert Counter(evidence) == Counter(
        (row["interview"], row["start"], stance(row)) for row in put if not row["concept"]
    )
    assert not [row for row in quotes if bool(row["Code"]) == bool(row["Proposition"])]


def stance(row: dict[str, Any]) -> str:
    return "contradicts" if row["type"] == "CONTRADICTS" else "supports"


def test_a_quote_names_who_gave_the_interview_and_who_speaks(
    demo: Database, everything: tuple[Exported, dict[str, Sheet]]
) -> None:
    quotes = everything[1]["quotes"]
    gave = {(row["interview"], row["person"]) for row in demo.read(GAVE)}
    assert {(row["Interview"], row["Participant"]) for row in quotes} == gave
    turns = demo.read(
        "MATCH (t:Turn {study: 'mad-planet'})-[:PART_OF]->(i:Interview) "
        "RETURN i.name AS interview, t.index AS number, t.speaker AS speaker, t.role AS role"
    )
    known = {(row["interview"], row["number"]): (row["speaker"], row["role"]) for row in turns}
    wrong = [
        row
        for row in quotes
        if (row["Speaker"].split("; ")[0], row["Role"].split("; ")[0]) != known[row["Interview"], int(row["Turn"])]
    ]
    assert wrong == []


@pytest.mark.parametrize("withdrawn", [False, True])
def test_the_codebook_counts_what_its_codings_are(
    demo: Database,
    everything: tuple[Exported, dict[str, Sheet]],
    allowed: tuple[Exported, dict[str, Sheet]],
    withdrawn: bool,
) -> None:
    counted = by((everything if withdrawn else allowed)[1]["codebook"], "Path")
    gave, kept = demo.read(GAVE), remaining(demo)
    put = [row for row in demo.read(PUT) if withdrawn or row["interview"] in kept]
    people = {row["interview"]: row["person"] for row in gave}
    paths, below = tree(demo)
    for key, path in paths.items():
        row = counted[path]
        for suffix, keys in (("", {key}), (", with all below", below[key])):
            assert {
                header: row[f"{header}{suffix}"]
                for header in ("Excerpts", "Codings", "Participants", "Interviews", "Coders", "Negative cases")
            } == grounded([each for each in put if each["target"] in keys], people)
    assert len(counted) == len(paths)


def tree(demo: Database) -> tuple[dict[str, str], dict[str, set[str]]]:
    """The path of each concept by its key, and the keys of it and all below it."""
    names = {row["key"]: row["name"] for row in demo.read(CONCEPTS)}
    up = demo.read(UP)
    first = {row["below"]: row["above"] for row in up if row["position"] == 0}
    paths = {}
    for key in names:
        path = [key]
        while path[0] in first:
            path.insert(0, first[path[0]])
        paths[key] = " > ".join(names[each] for each in path)
    return paths, {key: below(key, up) for key in names}


def below(key: str, up: Iterable[dict[str, Any]]) -> set[str]:
    return {key}.union(*(below(row["below"], up) for row in up if row["above"] == key))


def grounded(put: list[dict[str, Any]], people: dict[str, str]) -> dict[str, int]:
    codings = [row for row in put if row["type"] == "CODED_AS"]
    return {
        "Excerpts": len({row["excerpt"] for row in codings}),
        "Codings": len(codings),
        "Participants": len({people[row["interview"]] for row in codings}),
        "Interviews": len({row["interview"] for row in codings}),
        "Coders": len({row["coder"] for row in codings}),
        "Negative cases": len({row["excerpt"] for row in put if row["type"] == "CONTRADICTS"}),
    }


def test_the_codebook_reads_as_a_tree(demo: Database, everything: tuple[Exported, dict[str, Sheet]]) -> None:
    codebook = everything[1]["codebook"]
    paths, _ = tree(demo)
    known = {paths[row["key"]]: row for row in demo.read(CONCEPTS)}
    seen: set[str] = set()
    for row in codebook:
        above, _, name = row["Path"].rpartition(" > ")
        assert not above or above in seen
        assert name == row["Code"]
        assert row["Level"] in known[row["Path"]]["labels"]
        assert row["Definition"] == (known[row["Path"]]["definition"] or "")
        seen.add(row["Path"])


def test_the_participants_have_their_attributes_and_counts(
    demo: Database, allowed: tuple[Exported, dict[str, Sheet]]
) -> None:
    held = demo.read(
        "MATCH (p:Participant {study: 'mad-planet'}) WHERE p.consent <> 'withdrawn' RETURN properties(p) AS held"
    )
    people = by(allowed[1]["participants"], "Participant")
    assert people.keys() == {row["held"]["name"] for row in held}
    for row in held:
        shown = people[row["held"]["name"]]
        assert shown["gender"] == row["held"]["attr_gender"]
        assert shown["months_of_peer_support"] == int(row["held"]["attr_months_of_peer_support"])
        assert (shown["Consent"], shown["Consent to quote"]) == (row["held"]["consent"], row["held"]["quoteConsent"])
    attributes = ("age_band", "gender", "region", "months_of_peer_support")
    alike = Counter(tuple(row[name] for name in attributes) for row in people.values())
    assert {name: row["Alike"] for name, row in people.items()} == {
        name: alike[tuple(row[each] for each in attributes)] for name, row in people.items()
    }
    codings = Counter(row["Participant"] for row in allowed[1]["quotes"] if row["Code"] and row["Stance"] == "supports")
    assert {name: row["Codings"] for name, row in people.items()} == dict(codings)


def test_interviews_memos_and_revisions_are_all_there(
    demo: Database, everything: tuple[Exported, dict[str, Sheet]]
) -> None:
    sheets = everything[1]
    interviews = by(sheets["interviews"], "Interview")
    assert {name: len(row["text"]) for row in demo.read(TEXTS) for name in [row["interview"]]} == {
        name: row["Characters"] for name, row in interviews.items()
    }
    codings = Counter(row["Interview"] for row in sheets["quotes"] if row["Code"] and row["Stance"] == "supports")
    assert {name: row["Codings"] for name, row in interviews.items()} == dict(codings)
    memos = demo.read("MATCH (m:Memo {study: 'mad-planet'}) RETURN m.name AS name, m.text AS text")
    assert {row["Memo"]: row["Text"] for row in sheets["memos"]} == {row["name"]: row["text"] for row in memos}
    revisions = demo.read("MATCH (r:Revision {study: 'mad-planet'}) RETURN r.kind AS kind, r.at AS at")
    assert Counter((row["Kind"], row["Date"]) for row in sheets["revisions"]) == Counter(
        (row["kind"], row["at"]) for row in revisions
    )


def test_every_reference_has_a_row_and_every_link_one(
    demo: Database, everything: tuple[Exported, dict[str, Sheet]]
) -> None:
    rows = everything[1]["literature"]
    known = demo.read(
        "MATCH (r:Reference {study: 'mad-planet'}) RETURN r.name AS name, r.title AS title, r.year AS year"
    )
    assert {(row["Reference"], row["Title"], str(int(row["Year"]))) for row in rows} == {
        (row["name"], row["title"], row["year"]) for row in known
    }
    links = demo.read(
        "MATCH (r:Reference {study: 'mad-planet'})-[b:BEARS_ON]->(t) "
        "RETURN r.name AS name, coalesce(t.statement, t.name) AS target, b.stance AS stance, b.note AS note"
    )
    assert Counter(
        (row["Reference"], row["Bears on"], row["Stance"], row["Note"]) for row in rows if row["Stance"]
    ) == (Counter((row["name"], row["target"], row["stance"], row["note"] or "") for row in links))


def test_propositions_have_their_evidence_counted(
    demo: Database, everything: tuple[Exported, dict[str, Sheet]]
) -> None:
    sheets = everything[1]
    evidence = Counter((row["Proposition"], row["Stance"]) for row in sheets["quotes"] if row["Proposition"])
    shown = by(sheets["propositions"], "Proposition")
    known = demo.read("MATCH (p:Proposition {study: 'mad-planet'}) RETURN p.statement AS statement")
    assert shown.keys() == {row["statement"] for row in known}
    for statement, row in shown.items():
        excerpts = (row["Excerpts for it"], row["Excerpts against it"])
        assert excerpts == (evidence[statement, "supports"], evidence[statement, "contradicts"])


def test_the_first_sheet_says_what_the_others_are(everything: tuple[Exported, dict[str, Sheet]]) -> None:
    exported, sheets = everything
    assert next(iter(sheets)) == "about"
    said = {(row["Part"], row["What"]): row["Says"] for row in sheets["about"]}
    assert said["study", "notice"].startswith("Synthetic:")
    assert said["study", "notice"] == exported.notice
    for name, rows in sheets.items():
        if name != "about":
            assert said[name, "rows"] == len(rows)
            assert all(said[name, header] for header in rows[0])
    assert exported.counts["quotes"] == len(sheets["quotes"])
    assert exported.no_place["whole transcripts"] == len(sheets["interviews"])


def test_positions_count_utf16_units_where_that_is_chosen(demo: Database, tmp_path: Path) -> None:
    first = "MATCH (:Interview {study: 'mad-planet', name: 'P01-1'})-[:READS]->(t) RETURN t.text AS text"
    text = demo.read(first)[0]["text"]
    widened = "MATCH (:Interview {study: 'mad-planet', name: 'P01-1'})-[:READS]->(t) SET t.text = $text"
    demo.write(lambda tx: tx.run(widened, text="🚣" + text[1:]).consume())
    export_study(demo, STUDY, tmp_path / "units.xlsx", Chosen(utf16=True))
    export_study(demo, STUDY, tmp_path / "points.xlsx")
    demo.write(lambda tx: tx.run(widened, text=text).consume())
    units, points = (workbook(tmp_path / f"{name}.xlsx")["quotes"] for name in ("units", "points"))
    moved = {(row["Interview"], row["Start"] - other["Start"]) for row, other in zip(units, points, strict=True)}
    assert {each for each in moved if each[1]} == {("P01-1", 1)}
