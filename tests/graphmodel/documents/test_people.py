"""What study.yaml, the participants table and the interviews table make of the graph."""

from __future__ import annotations

from pathlib import Path

from graphmodel.database import Database
from graphmodel.loading import load
from tests.graphmodel.folders import FIRST, study, write
from tests.graphmodel.snapshot import edges, keys, nodes, pairs, properties


def test_the_study_and_its_researchers(graph: Database, tmp_path: Path) -> None:
    yaml = (
        "id: s\ntitle: A study\napproach: grounded theory\nquestion: How?\nnotice: Draft\nlevels: [Theme, Code]\n"
        "remote: allowed\nresearchers:\n  - AB\n  - {name: Bo  Lind, role: second coder}\n"
    )
    load(graph, [study(tmp_path, {"study.yaml": yaml})])
    assert properties(graph, "s") == {
        "title": "A study",
        "approach": "grounded theory",
        "question": "How?",
        "notice": "Draft",
        "levels": ["Theme", "Code"],
        "remoteAllowed": True,
    }
    assert properties(graph, "s/researcher/Bo Lind") == {"name": "Bo  Lind", "role": "second coder"}
    assert nodes(graph)["s"][1]["caption"] == "A study"


def test_a_title_may_change_and_what_is_not_said_goes(graph: Database, tmp_path: Path) -> None:
    folder = study(tmp_path, {"study.yaml": "id: s\ntitle: One\nquestion: How?\nresearchers: [AB, CD]\n"})
    load(graph, [folder])
    write(folder, {"study.yaml": "id: s\ntitle: Two\nresearchers: [AB]\n"})
    load(graph, [folder])
    assert properties(graph, "s") == {"title": "Two"}
    assert keys(graph, "Researcher") == {"AB"}


def test_consent_is_active_and_quotation_none_where_nothing_is_said(graph: Database, tmp_path: Path) -> None:
    table = "participant,consent,quote_consent,Age band,Years\nP01,,,45-54,3\nP02,withdrawn,verbatim,,2.5\n"
    load(graph, [study(tmp_path, {"participants.csv": table})])
    assert properties(graph, "s/participant/p01") == {
        "name": "P01",
        "consent": "active",
        "quoteConsent": "none",
        "attr_age_band": "45-54",
        "attr_years": "3",
    }
    assert properties(graph, "s/participant/p02") == {
        "name": "P02",
        "consent": "withdrawn",
        "quoteConsent": "verbatim",
        "attr_years": "2.5",
    }
    assert properties(graph, "s")["attributes"] == ["Age band: text", "Years: number"]


def test_attributes_of_two_tables_are_all_listed(graph: Database, tmp_path: Path) -> None:
    yaml = "id: s\ntables: [{file: staff.csv, as: participants}]\n"
    files = {
        "study.yaml": yaml,
        "participants.csv": "participant,Region\nP01,North\n",
        "staff.csv": "participant,Grade\nS1,4\n",
    }
    folder = study(tmp_path, files)
    load(graph, [folder])
    assert sorted(properties(graph, "s")["attributes"]) == ["Grade: number", "Region: text"]
    write(folder, {"staff.csv": "participant\nS1\n"})
    load(graph, [folder])
    assert properties(graph, "s")["attributes"] == ["Region: text"]


def test_a_participant_who_is_named_no_more_goes(graph: Database, tmp_path: Path) -> None:
    folder = study(tmp_path, {"participants.csv": "participant,Region\nP01,North\nP02,South\n"})
    load(graph, [folder])
    write(folder, {"participants.csv": "participant\nP01\n"})
    load(graph, [folder])
    assert keys(graph, "Participant") == {"p01"}
    assert properties(graph, "s/participant/p01") == {"name": "P01", "consent": "active", "quoteConsent": "none"}
    assert "attributes" not in properties(graph, "s")


def test_a_participant_who_gave_an_interview_stays_undefined(graph: Database, tmp_path: Path) -> None:
    files = {
        "participants.csv": "participant,consent\nP01,withdrawn\n",
        "interviews.csv": "interview,participant\nFirst,P01\n",
    }
    folder = study(tmp_path, files)
    load(graph, [folder])
    write(folder, {"participants.csv": None})
    load(graph, [folder])
    status, name = nodes(graph)["s/participant/p01"][1]["status"], nodes(graph)["s/participant/p01"][1]["name"]
    assert (status, name) == ("undefined", "p01")
    assert properties(graph, "s/participant/p01") == {"name": "p01"}
    assert pairs(graph, "GAVE") == {("p01", "first")}


INTERVIEWS = (
    "interview,participant,date,sequence,mode,duration_min,interviewer,sampled_for,rationale\n"
    "P01-1,P01,2015-01-02,1,at home,62.5,AB,Trust; Care,Sought a critic\n"
)


def test_an_interview_with_all_that_is_known_of_it(graph: Database, tmp_path: Path) -> None:
    files = {"participants.csv": "participant\nP01\n", "codebook.csv": "code\nTrust\nCare\n"}
    load(graph, [study(tmp_path, {**files, "interviews.csv": INTERVIEWS})])
    assert properties(graph, "s/interview/p1-1") == {
        "name": "P01-1",
        "date": "2015-01-02",
        "sequence": 1,
        "mode": "at home",
        "durationMin": 62.5,
    }
    assert pairs(graph, "GAVE") == {("p01", "p1-1")}
    assert pairs(graph, "CONDUCTED") == {("AB", "p1-1")}
    assert pairs(graph, "SAMPLED_FOR") == {("p1-1", "trust"), ("p1-1", "care")}
    assert [text for type_, *_, text in edges(graph) if type_ == "SAMPLED_FOR" if "Sought a critic" in text] != []


def test_the_table_names_an_interview_before_its_file_does(graph: Database, tmp_path: Path) -> None:
    files = {"interviews.csv": "interview,date\nThe First,2015\n", "interviews/the_first.txt": FIRST}
    load(graph, [study(tmp_path, files)])
    name, date, length = (properties(graph, "s/interview/the-first")[each] for each in ("name", "date", "characters"))
    assert (name, date, length) == ("The First", "2015", len(FIRST))


def test_an_interview_that_the_table_says_no_more_keeps_its_words(graph: Database, tmp_path: Path) -> None:
    folder = study(tmp_path, {"interviews/P01-1.txt": FIRST, "codebook.csv": "code\nTrust\nCare\n"})
    load(graph, [folder])
    before = nodes(graph), edges(graph)
    write(folder, {"interviews.csv": INTERVIEWS})
    load(graph, [folder])
    write(folder, {"interviews.csv": None})
    load(graph, [folder])
    assert (nodes(graph), edges(graph)) == before


def test_a_rationale_for_no_concept_is_kept_with_the_interview(graph: Database, tmp_path: Path) -> None:
    report = load(graph, [study(tmp_path, {"interviews.csv": "interview,rationale\nP1,Sought a critic\n"})])
    assert not report.problems
    assert properties(graph, "s/interview/p1") == {"name": "P1", "rationale": "Sought a critic"}


def test_several_people_give_and_conduct_one_interview(graph: Database, tmp_path: Path) -> None:
    tables = {
        "participants.csv": "participant\nP01\nP02\n",
        "interviews.csv": "interview,participant,interviewer\nCouple,P01; P02,AB; CD\n",
    }
    load(graph, [study(tmp_path, tables)])
    assert pairs(graph, "GAVE") == {("p01", "couple"), ("p02", "couple")}
    assert pairs(graph, "CONDUCTED") == {("AB", "couple"), ("CD", "couple")}
