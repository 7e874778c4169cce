"""Transcripts that come, change and go while excerpts hang on their words."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphmodel.database import Database
from graphmodel.loading import load
from tests.graphmodel.folders import FIRST, study, write
from tests.graphmodel.snapshot import column, edges, ids, nodes, pairs, properties

CODES = "code\nBeing seen\nMates\nTenuous\n"
CODINGS = "interview,quote,codes\nP01-1,seen as a person,Being seen\nP01-1,as mates,Mates\n"
FILES = {"codebook.csv": CODES, "codings.csv": CODINGS, "interviews/P01-1.txt": FIRST}
PLACES = """
MATCH (e:Excerpt)
RETURN e.text AS text, e.verification AS verification, e.start AS start, e.quote AS quote,
       COLLECT { MATCH (e)-[:SPANS]->(t) RETURN t.index ORDER BY t.index } AS turns
ORDER BY text
"""
TURNS = "MATCH (t:Turn)-[:PART_OF]->(:Interview {name: 'P01-1'}) RETURN t.text ORDER BY t.index"


def places(graph: Database) -> dict[str, tuple[str, int | None, list[int]]]:
    return {row["text"]: (row["verification"], row["start"], row["turns"]) for row in graph.read(PLACES)}


def fresh(graph: Database, folder: Path) -> tuple[object, object]:
    """What one load of a folder makes of an empty graph."""
    graph.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n").consume())
    load(graph, [folder])
    return nodes(graph), edges(graph)


def test_words_and_turns(graph: Database, tmp_path: Path) -> None:
    yaml = "id: s\nresearchers: [AB]\n"
    text = "[00:01:02] AB: How?\nP01: Like this.\nJo: Not so.\nP01: No?\nJo: No.\n"
    files = {"study.yaml": yaml, "participants.csv": "participant\nP01\n", "interviews/P01-1.txt": text}
    load(graph, [study(tmp_path, files)])
    assert properties(graph, "s/transcript/p1-1") == {"text": text}
    assert pairs(graph, "READS") == {("p1-1", "p1-1")}
    assert pairs(graph, "PART_OF") == {(f"p1-1/{index}", "p1-1") for index in range(5)}
    assert properties(graph, "s/turn/p1-1/0") == {
        "index": 0,
        "speaker": "AB",
        "role": "interviewer",
        "text": "How?",
        "start": text.index("How?"),
        "end": text.index("How?") + 4,
        "startMs": 62_000,
    }
    assert column(graph, "MATCH (t:Turn) RETURN t.role ORDER BY t.index") == [
        "interviewer",
        "participant",
        "other",
        "participant",
        "other",
    ]
    assert len(str(properties(graph, "s/interview/p1-1")["sha256"])) == 64


def test_a_transcript_that_comes_after_codings_verifies_them_in_its_own_transaction(
    graph: Database, tmp_path: Path
) -> None:
    folder = study(tmp_path, {name: text for name, text in FILES.items() if "interviews" not in name})
    load(graph, [folder])
    assert {verification for verification, _, _ in places(graph).values()} == {"unchecked"}
    write(folder, {"interviews/P01-1.txt": FIRST})
    report = load(graph, [folder / "interviews/P01-1.txt"])
    assert places(graph) == {
        "seen as a person": ("exact", FIRST.index("seen"), [1]),
        "as mates": ("exact", FIRST.index("as mates"), [3]),
    }
    (loaded,) = [change for change in report.documents if change.status != "unchanged"]
    assert loaded.changed == {"excerpts placed anew": 2}
    load(graph, [folder])
    assert (nodes(graph), edges(graph)) == fresh(graph, folder)


def test_a_corrected_transcript_keeps_its_codings(graph: Database, tmp_path: Path) -> None:
    folder = study(tmp_path, FILES)
    load(graph, [folder])
    before = ids(graph)
    corrected = FIRST.replace("How did it start?", "Where would you like to begin, and how?")
    write(folder, {"interviews/P01-1.txt": corrected})
    report = load(graph, [folder / "interviews/P01-1.txt"])
    assert places(graph) == {
        "seen as a person": ("exact", corrected.index("seen"), [1]),
        "as mates": ("exact", corrected.index("as mates"), [3]),
    }
    assert report.problems == []
    assert {key: before[key] for key in before if "/excerpt/" in key} == {
        key: id_ for key, id_ in ids(graph).items() if "/excerpt/" in key
    }
    assert column(graph, TURNS)[0] == "Where would you like to begin, and how?"


def test_words_that_are_there_no_more_are_unlocated_and_reported(graph: Database, tmp_path: Path) -> None:
    folder = study(tmp_path, FILES)
    load(graph, [folder])
    write(folder, {"interviews/P01-1.txt": FIRST.replace("as mates", "as friends")})
    report = load(graph, [folder / "interviews/P01-1.txt"])
    assert places(graph)["as mates"] == ("unlocated", None, [])
    assert {end for _, end in pairs(graph, "CODED_AS")} == {"being seen", "mates"}
    (problem,) = report.problems
    assert problem.message == "the words “as mates” are not in the transcript any more"
    assert problem.place.file == folder / "codings.csv"
    write(folder, {"interviews/P01-1.txt": FIRST})
    load(graph, [folder / "interviews/P01-1.txt"])
    assert places(graph)["as mates"] == ("exact", FIRST.index("as mates"), [3])


def test_with_the_folder_lost_words_are_reported_once_with_their_row(graph: Database, tmp_path: Path) -> None:
    folder = study(tmp_path, FILES)
    load(graph, [folder])
    write(folder, {"interviews/P01-1.txt": FIRST.replace("as mates", "as friends")})
    (problem,) = load(graph, [folder]).problems
    assert problem.message == "the words “as mates” are not in the transcript"
    assert str(problem.place).endswith("codings.csv, row 3")
    assert not load(graph, [folder]).written


def test_words_that_come_to_differ_keep_the_quote_as_its_source_had_it(graph: Database, tmp_path: Path) -> None:
    folder = study(tmp_path, FILES)
    load(graph, [folder])
    write(folder, {"interviews/P01-1.txt": FIRST.replace("seen as a person", "seen  as\ta person")})
    load(graph, [folder / "interviews/P01-1.txt"])
    found = {row["text"]: (row["verification"], row["quote"]) for row in graph.read(PLACES)}
    assert found["seen  as\ta person"] == ("normalised", "seen as a person")
    load(graph, [folder])
    assert (nodes(graph), edges(graph)) == fresh(graph, folder)


def test_a_transcript_that_goes_leaves_its_excerpts_unchecked(graph: Database, tmp_path: Path) -> None:
    folder = study(tmp_path, FILES)
    load(graph, [folder])
    write(folder, {"interviews/P01-1.txt": None})
    load(graph, [folder])
    assert places(graph) == {"seen as a person": ("unchecked", None, []), "as mates": ("unchecked", None, [])}
    assert not column(graph, "MATCH (n:Turn|Transcript) RETURN n")
    assert nodes(graph)["s/interview/p1-1"][1]["status"] == "undefined"
    assert not load(graph, [folder]).written
    assert (nodes(graph), edges(graph)) == fresh(graph, folder)


def test_a_transcript_that_goes_with_its_codings_leaves_nothing(graph: Database, tmp_path: Path) -> None:
    folder = study(tmp_path, {"codebook.csv": CODES})
    load(graph, [folder])
    before = nodes(graph), edges(graph)
    write(folder, FILES)
    load(graph, [folder])
    write(folder, {"interviews/P01-1.txt": None, "codings.csv": None})
    load(graph, [folder])
    assert (nodes(graph), edges(graph)) == before


def test_a_transcript_under_another_file_name_is_the_same_words(graph: Database, tmp_path: Path) -> None:
    folder = study(tmp_path, FILES)
    load(graph, [folder])
    before = ids(graph)
    write(folder, {"interviews/P01-1.txt": None, "interviews/2015/p01_1.txt": FIRST})
    load(graph, [folder])
    assert {key: id_ for key, id_ in before.items() if "/document/" not in key} == {
        key: id_ for key, id_ in ids(graph).items() if "/document/" not in key
    }
    assert not load(graph, [folder]).written


def test_a_transcript_that_moves_to_another_interview_takes_no_codings_along(graph: Database, tmp_path: Path) -> None:
    folder = study(tmp_path, FILES)
    load(graph, [folder])
    write(folder, {"interviews.csv": "interview,file\nOther,P01-1.txt\n"})
    load(graph, [folder])
    assert places(graph) == {"seen as a person": ("unchecked", None, []), "as mates": ("unchecked", None, [])}
    assert pairs(graph, "READS") == {("other", "other")}
    assert not load(graph, [folder]).written
    assert (nodes(graph), edges(graph)) == fresh(graph, folder)


SPOTS = "interview,quote,start,end,codes\nP01-1,,{0},{1},Being seen\n"


def spots(text: str, words: str, more: str = "") -> str:
    return SPOTS.format(text.index(words), text.index(words) + len(words)) + more


@pytest.mark.parametrize("whole", [False, True], ids=["the transcript alone", "the folder"])
def test_positions_alone_go_with_their_words(graph: Database, tmp_path: Path, whole: bool) -> None:
    files = {**FILES, "codings.csv": spots(FIRST, "seen as a person")}
    folder = study(tmp_path, files)
    load(graph, [folder])
    corrected = "Interviewer: Wait.\n" + FIRST
    write(folder, {"interviews/P01-1.txt": corrected})
    report = load(graph, [folder if whole else folder / "interviews/P01-1.txt"])
    start = corrected.index("seen as a person")
    assert places(graph) == {"seen as a person": ("relocated", start, [2])}
    assert [problem.message for problem in report.problems] == [
        f"the words “seen as a person” stand at {start} now, not where the row says"
    ]
    assert not load(graph, [folder]).written


def test_positions_alone_stay_with_their_words_when_their_table_changes(graph: Database, tmp_path: Path) -> None:
    folder = study(tmp_path, {**FILES, "codings.csv": spots(FIRST, "seen as a person")})
    load(graph, [folder])
    corrected = "Interviewer: Wait.\n" + FIRST
    write(folder, {"interviews/P01-1.txt": corrected})
    load(graph, [folder])
    for more in ("P01-1,as mates,,,Mates\n", "P01-1,as mates,,,Mates\nP01-1,Not a case,,,Mates\n"):
        write(folder, {"codings.csv": spots(FIRST, "seen as a person", more)})
        report = load(graph, [folder])
        assert places(graph)["seen as a person"][:2] == ("relocated", corrected.index("seen as a person"))
        assert "stand at" in report.problems[0].message


def test_positions_alone_whose_words_are_gone_keep_them(graph: Database, tmp_path: Path) -> None:
    folder = study(tmp_path, {**FILES, "codings.csv": spots(FIRST, "as mates")})
    load(graph, [folder])
    write(folder, {"interviews/P01-1.txt": FIRST.replace("as mates", "as friends")})
    report = load(graph, [folder])
    assert places(graph) == {"as mates": ("unlocated", None, [])}
    assert [problem.message for problem in report.problems] == [
        "the words “as mates” are not in the transcript any more"
    ]


def test_positions_before_their_transcript_wait_for_it(graph: Database, tmp_path: Path) -> None:
    folder = study(tmp_path, {"codebook.csv": CODES, "codings.csv": spots(FIRST, "as mates")})
    load(graph, [folder])
    assert places(graph) == {"": ("unchecked", None, [])}
    write(folder, {"interviews/P01-1.txt": FIRST})
    load(graph, [folder])
    assert places(graph) == {"as mates": ("exact", FIRST.index("as mates"), [3])}


def test_two_quotes_that_turn_out_to_be_the_same_words_become_one_excerpt(graph: Database, tmp_path: Path) -> None:
    codings = "interview,quote,codes\nP01-1,I was […] a case,Being seen\nP01-1,I was [...] not a case,Mates\n"
    codings += "P01-1,I was seen as a person. Not a case,Tenuous\n"
    folder = study(tmp_path, {"codebook.csv": CODES, "codings.csv": codings})
    load(graph, [folder])
    assert len(places(graph)) == 3
    write(folder, {"interviews/P01-1.txt": FIRST})
    load(graph, [folder / "interviews/P01-1.txt"])
    assert [text for text in places(graph) if text.endswith("Not a case")] == ["I was seen as a person. Not a case"]
    load(graph, [folder])
    assert (nodes(graph), edges(graph)) == fresh(graph, folder)


def test_theory_stands_on_corrected_words_too(graph: Database, tmp_path: Path) -> None:
    theory = "negative_cases:\n  - {concept: Mates, sought: 2015, found: [{interview: P01-1, quote: Not a case}]}\n"
    folder = study(tmp_path, {**FILES, "theory.yaml": theory})
    load(graph, [folder])
    corrected = FIRST.replace("How did it start?", "How?")
    write(folder, {"interviews/P01-1.txt": corrected})
    load(graph, [folder / "interviews/P01-1.txt"])
    assert places(graph)["Not a case"] == ("exact", corrected.index("Not a case"), [1])
    assert {end for _, end in pairs(graph, "CONTRADICTS")} == {"mates"}
