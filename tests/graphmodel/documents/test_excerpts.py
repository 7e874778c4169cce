"""What codings and theory.yaml make of the graph: excerpts, who coded them as what, what they stand against."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphmodel.database import Database
from graphmodel.loading import LoadReport, load
from tests.graphmodel.folders import FIRST, SECOND, study, write
from tests.graphmodel.snapshot import column, edges, everything, keys, nodes, pairs, properties

WORDS = {"interviews/P01-1.txt": FIRST, "interviews/P02-1.txt": SECOND}
CODES = {"codebook.csv": "code\nBeing seen\nMates\nTenuous\n"}
EXCERPTS = """
MATCH (i:Interview)<-[:FROM]-(e:Excerpt)
RETURN i.name AS interview, e.text AS text, e.quote AS quote, e.start AS start, e.end AS end, e.occurrence AS nth,
       e.verification AS verification, COLLECT { MATCH (e)-[:SPANS]->(t) RETURN t.index ORDER BY t.index } AS turns
ORDER BY interview, start, text
"""
UNNAMED = "MATCH (i:Interview {unnamed: true})<-[:FROM]-(e) WITH i.key AS key, count(e) AS n RETURN key + ' ' + n"
CODED = """
MATCH (e:Excerpt)-[r:CODED_AS]->(c)
RETURN c.name AS code, r.coder AS coder, r.at AS at, r.note AS note ORDER BY code, coder
"""


def codings(*rows: str, columns: str = "interview,quote,codes") -> dict[str, str]:
    return {"codings.csv": "\n".join((columns, *rows)) + "\n"}


def flags(report: LoadReport) -> list[str]:
    return [problem.message for problem in report.problems]


def test_a_coding_places_its_quote(graph: Database, tmp_path: Path) -> None:
    row = "P01-1,seen as a person,Being seen; Mates,CD,2015-02-01,Said at once"
    load(graph, [study(tmp_path, {**WORDS, **CODES, **codings(row, columns="interview,quote,codes,coder,date,note")})])
    start = FIRST.index("seen")
    assert graph.read(EXCERPTS) == [
        {
            "interview": "P01-1",
            "text": "seen as a person",
            "quote": None,
            "start": start,
            "end": start + 16,
            "nth": 1,
            "verification": "exact",
            "turns": [1],
        }
    ]
    said = {"coder": "CD", "at": "2015-02-01", "note": "Said at once"}
    assert graph.read(CODED) == [{"code": "Being seen", **said}, {"code": "Mates", **said}]
    assert "CD" in keys(graph, "Researcher")


@pytest.mark.parametrize(
    ("quote", "text", "verification", "turns"),
    [
        pytest.param("I  was ‘seen’ as", "I  was ‘seen’ as", "unlocated", [], id="not there"),
        pytest.param("I was  seen", "I was seen", "normalised", [1], id="white space"),
        pytest.param("I was […] a case", "I was seen as a person. Not a case", "normalised", [1], id="an ellipsis"),
        pytest.param(
            "Not a case. And then? We talked",
            "Not a case.\n\nInterviewer: And then?\n\nP01: We talked",
            "normalised",
            [1, 2, 3],
            id="across turns",
        ),
        pytest.param("P01: We talked", "P01: We talked", "exact", [3], id="with the label"),
    ],
)
def test_a_quote_is_found_as_its_transcript_has_it(
    graph: Database, tmp_path: Path, quote: str, text: str, verification: str, turns: list[int]
) -> None:
    load(graph, [study(tmp_path, {**WORDS, **CODES, **codings(f"P01-1,{quote},Mates")})])
    (found,) = graph.read(EXCERPTS)
    assert (found["text"], found["verification"], found["turns"]) == (text, verification, turns)
    assert found["quote"] == (quote if quote != text else None)


def test_positions_alone_place_an_excerpt(graph: Database, tmp_path: Path) -> None:
    start = FIRST.index("seen")
    row = f"P01-1,,{start},{start + 4},Being seen"
    load(graph, [study(tmp_path, {**WORDS, **CODES, **codings(row, columns="interview,quote,start,end,codes")})])
    (found,) = graph.read(EXCERPTS)
    assert (found["text"], found["start"], found["verification"], found["turns"]) == ("seen", start, "exact", [1])


def test_an_occurrence_says_which(graph: Database, tmp_path: Path) -> None:
    rows = ["P01-1,Interviewer,2,Mates", "P01-1,P01,,Tenuous"]
    report = load(
        graph, [study(tmp_path, {**WORDS, **CODES, **codings(*rows, columns="interview,quote,occurrence,codes")})]
    )
    found = {row["text"]: (row["start"], row["nth"]) for row in graph.read(EXCERPTS)}
    assert found == {"Interviewer": (FIRST.rindex("Interviewer"), 2), "P01": (FIRST.index("P01"), 1)}
    assert flags(report) == ["the words “P01” occur 2 times; the first is taken"]


def test_rows_with_the_same_words_are_one_excerpt(graph: Database, tmp_path: Path) -> None:
    rows = ["P01-1,seen as a person,Mates", "p1 1,seen  as a person,Being seen", "P02-1,seen as a person,Mates"]
    load(graph, [study(tmp_path, {**WORDS, **CODES, **codings(*rows)})])
    assert [row["interview"] for row in graph.read(EXCERPTS)] == ["P01-1", "P02-1"]
    assert len(pairs(graph, "CODED_AS")) == 3


def test_without_a_transcript_nothing_is_checked_and_the_interview_is_there(graph: Database, tmp_path: Path) -> None:
    load(graph, [study(tmp_path, {**CODES, **codings("P01-1,seen as a person,Mates")})])
    (found,) = graph.read(EXCERPTS)
    assert (found["verification"], found["start"], found["end"]) == ("unchecked", None, None)
    assert nodes(graph)["s/interview/p1-1"][1]["status"] == "undefined"


def test_quotes_that_name_no_interview_have_one_of_their_own_a_file(graph: Database, tmp_path: Path) -> None:
    yaml = "id: s\nresearchers: [AB]\ntables: [{file: more.csv, as: codings}]\n"
    files = {**WORDS, **CODES, **codings(",seen as a person,Mates", ",as mates,Mates", "P01-1,as mates,Mates")}
    more = "interview,quote,codes\n,no more of it,Mates\n"
    report = load(graph, [study(tmp_path, {"study.yaml": yaml, **files, "more.csv": more})])
    assert sorted(column(graph, UNNAMED)) == [
        "s/interview/no-transcript-named-in-codings-csv 2",
        "s/interview/no-transcript-named-in-more-csv 1",
    ]
    assert not column(graph, "MATCH (i:Interview {unnamed: true})<-[g:GAVE]-() RETURN g")
    assert "2 quotes name no interview" in flags(report)


def test_evidence_that_names_no_interview_is_like_it(graph: Database, tmp_path: Path) -> None:
    theory = "negative_cases:\n  - {concept: Mates, sought: 2015, found: [{quote: nobody said it}]}\n"
    report = load(graph, [study(tmp_path, {**CODES, "theory.yaml": theory})])
    name = "s/interview/no-transcript-named-in-theory-yaml"
    assert properties(graph, name) == {"name": "no transcript named in theory.yaml", "unnamed": True}
    assert "1 quote names no interview" in flags(report)


def test_two_coders_are_two_relationships(graph: Database, tmp_path: Path) -> None:
    rows = ["P01-1,as mates,Mates,AB", "P01-1,as mates,Mates,CD", "P01-1,as mates,Mates,"]
    load(graph, [study(tmp_path, {**WORDS, **CODES, **codings(*rows, columns="interview,quote,codes,coder")})])
    assert [row["coder"] for row in graph.read(CODED)] == ["AB", "CD"]


@pytest.mark.parametrize(
    ("researchers", "coder"), [("[AB]", "AB"), ("[AB, CD]", "unnamed"), ("[]", "unnamed")], ids=["one", "two", "none"]
)
def test_a_missing_coder_is_the_only_researcher(graph: Database, tmp_path: Path, researchers: str, coder: str) -> None:
    yaml = f"id: s\nresearchers: {researchers}\n"
    load(graph, [study(tmp_path, {"study.yaml": yaml, **CODES, **codings("P01-1,as mates,Mates")})])
    assert [row["coder"] for row in graph.read(CODED)] == [coder]
    assert coder in keys(graph, "Researcher")


def test_a_second_researcher_leaves_rows_without_a_coder_unnamed(graph: Database, tmp_path: Path) -> None:
    folder = study(tmp_path, {**CODES, **codings("P01-1,as mates,Mates")})
    load(graph, [folder])
    write(folder, {"study.yaml": "id: s\nresearchers: [AB, CD]\n"})
    load(graph, [folder])
    assert [row["coder"] for row in graph.read(CODED)] == ["unnamed"]


def test_one_coding_from_two_files_is_said_twice_and_taken_back_once(graph: Database, tmp_path: Path) -> None:
    columns = "interview,quote,codes,coder,date,note"
    files = {**WORDS, **CODES, **codings("P01-1,as mates,Mates,AB,2015-03,First", columns=columns)}
    folder = study(tmp_path, files)
    load(graph, [folder])
    once = edges(graph)
    write(folder, {"codings/more.csv": f"{columns}\nP01-1,as  mates,Mates,AB,2015-02-01,\n"})
    load(graph, [folder])
    assert [(row["at"], row["note"]) for row in graph.read(CODED)] == [("2015-02-01", "First")]
    assert column(graph, "MATCH (:Excerpt)-[r:CODED_AS]->() RETURN size(r.by)") == [2]
    write(folder, {"codings/more.csv": None})
    load(graph, [folder])
    assert edges(graph) == once


def test_the_file_that_stays_says_what_it_said(graph: Database, tmp_path: Path) -> None:
    columns = "interview,quote,codes,coder,date,note"
    more = {"codings/more.csv": f"{columns}\nP01-1,as mates,Mates,AB,2015-02-01,\n"}
    folder = study(tmp_path, {**WORDS, **CODES, **more})
    load(graph, [folder])
    alone = edges(graph)
    write(folder, codings("P01-1,as mates,Mates,AB,2015-01,First", columns=columns))
    load(graph, [folder])
    write(folder, {"codings.csv": None})
    load(graph, [folder])
    assert edges(graph) == alone


def test_one_coding_twice_in_a_file_keeps_the_earliest_date_and_both_notes(graph: Database, tmp_path: Path) -> None:
    rows = ["P01-1,as mates,Mates,2015-03,One", "P01-1,as mates,Mates,2015-02,Two", "P01-1,as mates,Mates,,One"]
    load(graph, [study(tmp_path, {**WORDS, **CODES, **codings(*rows, columns="interview,quote,codes,date,note")})])
    assert graph.read(CODED) == [{"code": "Mates", "coder": "AB", "at": "2015-02", "note": "One\nTwo"}]


def test_what_contradicts_is_never_coded(graph: Database, tmp_path: Path) -> None:
    rows = ["P01-1,Not a case,Being seen; Mates,contradicts", "P01-1,as mates,Mates,supports", "P02-1,a job,Tenuous,"]
    load(graph, [study(tmp_path, {**WORDS, **CODES, **codings(*rows, columns="interview,quote,codes,stance")})])
    assert {end for _, end in pairs(graph, "CODED_AS")} == {"mates", "tenuous"}
    assert {end for _, end in pairs(graph, "CONTRADICTS")} == {"being seen", "mates"}


def test_a_row_without_a_code_keeps_its_excerpt(graph: Database, tmp_path: Path) -> None:
    folder = study(tmp_path, {**WORDS, **CODES, **codings("P01-1,as mates,")})
    load(graph, [folder])
    assert [row["text"] for row in graph.read(EXCERPTS)] == ["as mates"]
    write(folder, codings("P01-1,Not a case,Mates"))
    load(graph, [folder])
    assert [row["text"] for row in graph.read(EXCERPTS)] == ["Not a case"]


def test_what_a_file_says_no_more_goes_with_what_hung_on_it(graph: Database, tmp_path: Path) -> None:
    rows = ["P01-1,as mates,Mates,CD", "P03-1,gone with its interview,New,EF", "P01-1,Not a case,Tenuous,"]
    columns = "interview,quote,codes,coder"
    folder = study(tmp_path, {**WORDS, **CODES, **codings(*rows, columns=columns)})
    load(graph, [folder])
    assert {"p3-1"} < keys(graph, "Interview")
    write(folder, codings("P01-1,as mates,Mates,CD", columns=columns))
    load(graph, [folder])
    assert [row["text"] for row in graph.read(EXCERPTS)] == ["as mates"]
    assert keys(graph, "Interview") == {"p1-1", "p2-1"}
    assert keys(graph, "Researcher") == {"AB", "CD"}
    assert keys(graph, "Concept") == {"being seen", "mates", "tenuous"}


def test_a_file_of_which_only_the_headers_are_left_says_nothing(graph: Database, tmp_path: Path) -> None:
    folder = study(tmp_path, {**WORDS, **CODES})
    load(graph, [folder])
    before = nodes(graph), edges(graph)
    write(folder, codings("P01-1,as mates,Mates", "P02-1,a job,Tenuous"))
    load(graph, [folder])
    write(folder, codings())
    report = load(graph, [folder])
    assert [(change.path, change.status) for change in report.documents if change.status != "unchanged"] == [
        ("codings.csv (p1-1)", "removed"),
        ("codings.csv (p2-1)", "removed"),
    ]
    assert (nodes(graph), edges(graph)) == before
    assert not load(graph, [folder]).written


THEORY = """
propositions:
  - id: p1
    subject: Being seen
    relation: leads_to
    object: Mates
    statement: Who is seen talks as a mate.
    supports: [{interview: P01-1, quote: seen as a person, coder: CD, date: 2015-04, note: At once}]
    contradicts: [{interview: P02-1, quote: it was a job}]
negative_cases:
  - {concept: Mates, sought: 2015-04-02, by: AB, memo: looking, found: [{interview: P01-1, quote: Not a case}]}
  - {concept: Tenuous, sought: 2015-05, by: EF, found: []}
core: Being seen
"""


def test_theory_with_its_evidence(graph: Database, tmp_path: Path) -> None:
    load(graph, [study(tmp_path, {**WORDS, **CODES, "theory.yaml": THEORY})])
    assert properties(graph, "s/proposition/p1") == {
        "name": "p1",
        "statement": "Who is seen talks as a mate.",
        "relation": "leads_to",
    }
    assert pairs(graph, "SUBJECT") == {("p1", "being seen")}
    assert pairs(graph, "OBJECT") == {("p1", "mates")}
    found = graph.read("MATCH (e:Excerpt)-[r:SUPPORTS]->(p:Proposition) RETURN e.text AS text, properties(r) AS said")
    assert [(row["text"], {**row["said"], "by": 0}) for row in found] == [
        ("seen as a person", {"coder": "CD", "at": "2015-04", "note": "At once", "by": 0})
    ]
    assert {end for _, end in pairs(graph, "CONTRADICTS")} == {"p1", "mates"}
    assert not pairs(graph, "CODED_AS")


def test_searches_for_negative_cases_and_the_core(graph: Database, tmp_path: Path) -> None:
    load(graph, [study(tmp_path, {**WORDS, **CODES, "theory.yaml": THEORY})])
    assert properties(graph, "s/concept/mates") == {
        "name": "Mates",
        "negativeCaseSoughtAt": "2015-04-02",
        "negativeCaseSoughtBy": "AB",
        "negativeCaseMemo": "s/memo/looking",
    }
    assert properties(graph, "s/concept/tenuous") == {
        "name": "Tenuous",
        "negativeCaseSoughtAt": "2015-05",
        "negativeCaseSoughtBy": "EF",
    }
    assert properties(graph, "s/concept/being seen") == {"name": "Being seen", "isCore": True}
    assert nodes(graph)["s/memo/looking"][1]["status"] == "undefined"


def test_of_two_searches_for_one_concept_the_latest_counts(graph: Database, tmp_path: Path) -> None:
    theory = (
        "negative_cases:\n  - {concept: Mates, sought: 2015-06, by: CD, found: []}\n"
        "  - {concept: mates, sought: 2015-04-02, by: AB, memo: looking, found: [{interview: P01-1, quote: Not a case}]}\n"
    )
    load(graph, [study(tmp_path, {**WORDS, **CODES, "theory.yaml": theory})])
    assert properties(graph, "s/concept/mates") == {
        "name": "Mates",
        "negativeCaseSoughtAt": "2015-06",
        "negativeCaseSoughtBy": "CD",
    }
    assert {end for _, end in pairs(graph, "CONTRADICTS")} == {"mates"}


def test_theory_that_says_less_leaves_nothing_behind(graph: Database, tmp_path: Path) -> None:
    folder = study(tmp_path, {**WORDS, **CODES, "theory.yaml": "core: Mates\n"})
    load(graph, [folder])
    before = nodes(graph), edges(graph)
    write(folder, {"theory.yaml": THEORY})
    load(graph, [folder])
    write(folder, {"theory.yaml": "core: Mates\n"})
    load(graph, [folder])
    assert (nodes(graph), edges(graph)) == before


def test_theory_about_what_no_codebook_knows_stays_by_that_name(graph: Database, tmp_path: Path) -> None:
    folder = study(tmp_path, {"theory.yaml": "core: Mates\n"})
    report = load(graph, [folder])
    assert flags(report) == ["`Mates` is not in the codebook"]
    assert nodes(graph)["s/concept/mates"][1]["status"] == "undefined"
    assert nodes(graph)["s/concept/mates"][1]["isCore"] is True
    write(folder, CODES)
    load(graph, [folder / "codebook.csv"])
    assert nodes(graph)["s/concept/mates"][1]["status"] == "active"
    write(folder, {"theory.yaml": None})
    load(graph, [folder])
    assert properties(graph, "s/concept/mates") == {"name": "Mates"}


def test_the_same_again_writes_nothing(graph: Database, tmp_path: Path) -> None:
    rows = ["P01-1,as mates,Mates", ",nowhere,Mates", "P01-1,I was […] case,New"]
    folder = study(tmp_path, {**WORDS, **CODES, **codings(*rows), "theory.yaml": THEORY})
    load(graph, [folder])
    before = everything(graph)
    report = load(graph, [folder])
    assert not report.written
    assert everything(graph) == before
