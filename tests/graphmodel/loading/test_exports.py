"""Tables and documents that programs export, in the graph: the same words, codes and coders, and nothing written twice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from graphmodel.checks import check
from graphmodel.database import Database
from graphmodel.graph.name_index import UNNAMED_CODER
from graphmodel.loading import load
from tests.graphmodel import snapshot
from tests.loaders.builders import documents, exports

CODINGS = """
MATCH (i:Interview)<-[:FROM]-(e:Excerpt)-[c:CODED_AS]->(n:Concept)
RETURN e.text AS words, n.name AS code, c.coder AS coder, e.verification AS found ORDER BY words, code, coder
"""
TREE = "MATCH (n:Concept)-[:SUBSUMED_BY]->(above:Concept) RETURN n.name AS code, above.name AS above ORDER BY code"
MEMOS = "MATCH (m:Memo)-[:ABOUT]->(i:Interview) RETURN m.name AS memo, i.name AS about"
TOLD, TOGETHER = exports.TOLD, exports.TOGETHER


def _table(rows: exports.Rows) -> Callable[[Path], Path]:
    return lambda folder: exports.save_xlsx(rows, folder / "Telling.xlsx")


def _references(folder: Path) -> Path:
    path = folder / "Telling.txt"
    path.write_text(exports.NVIVO_REFERENCES, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("export", "codings"),
    [
        (
            _table(exports.TAGUETTE_HIGHLIGHTS),
            [
                (TOLD, "Being first", UNNAMED_CODER),
                (TOLD, "Telling", UNNAMED_CODER),
                (TOGETHER, "Together", UNNAMED_CODER),
            ],
        ),
        (
            _table(exports.ATLASTI),
            [(TOLD, "Being first", "ada"), (TOLD, "Telling, at last", "ada"), (TOGETHER, "Together", "ben")],
        ),
        (
            _table(exports.maxqda("ja")),
            [(TOLD, "First", "ada"), (TOLD, "Telling", "ada"), (TOGETHER, "Together", "ben")],
        ),
        (_table(exports.DEDOOSE), [(TOLD, "First", "ada"), (TOLD, "Telling", "ada"), (TOGETHER, "Telling", "ben")]),
        (_table(exports.OPENQDA), [(TOLD, "Telling", "ada"), (TOGETHER, "Together", "ada")]),
        (_table(exports.REQUAL), [(TOLD, "Telling", "ada"), (TOGETHER, "Together", "ben")]),
        (
            _references,
            [
                ("Ich war's zuerst.", "Telling", UNNAMED_CODER),
                (TOLD, "Telling", UNNAMED_CODER),
                (f"{TOGETHER}\nNobody else had been on that ward.", "Telling", UNNAMED_CODER),
            ],
        ),
    ],
    ids=["taguette", "atlasti", "maxqda", "dedoose", "openqda", "requal", "nvivo"],
)
def test_an_export_becomes_a_study(
    graph: Database, tmp_path: Path, export: Callable[[Path], Path], codings: list[tuple[str, str, str]]
) -> None:
    path = export(tmp_path)
    report = load(graph, [path])
    assert report.study == "telling"
    assert [(row["words"], row["code"], row["coder"]) for row in graph.read(CODINGS)] == codings
    assert list(check(graph, "telling").findings) == []
    before = snapshot.everything(graph)
    assert not load(graph, [path]).written
    assert snapshot.everything(graph) == before


def test_code_paths_are_the_tree(graph: Database, tmp_path: Path) -> None:
    load(graph, [_table(exports.maxqda("en"))(tmp_path)])
    assert [tuple(row.values()) for row in graph.read(TREE)] == [("First", "Telling"), ("Telling", "Disclosure")]


def test_positions_and_words_are_found_in_a_transcript_of_the_study(graph: Database, tmp_path: Path) -> None:
    path = _table(exports.REQUAL)(tmp_path)
    load(graph, [path])
    (tmp_path / "Interview 1.txt").write_text(exports.TEXT, encoding="utf-8")
    load(graph, [tmp_path / "Interview 1.txt"], study="telling")
    assert {row["found"] for row in graph.read(CODINGS)} == {"exact"}


def test_a_codebook_gives_the_codes_of_highlights_their_definitions(graph: Database, tmp_path: Path) -> None:
    load(graph, [_table(exports.TAGUETTE_HIGHLIGHTS)(tmp_path)])
    book = exports.save_xlsx(exports.TAGUETTE_CODEBOOK, tmp_path / "codebook.xlsx")
    load(graph, [book], study="telling")
    defined = graph.read("MATCH (n:Concept) RETURN n.name AS code, n.definition AS meaning ORDER BY code")
    assert [tuple(row.values()) for row in defined] == [
        ("Being first", None),
        ("Telling", "Saying what one has, to somebody"),
        ("Together", None),
    ]
    assert len(graph.read(CODINGS)) == 3


def test_a_word_document_with_comments_becomes_a_study(graph: Database, tmp_path: Path) -> None:
    path = tmp_path / "Interview 1.docx"
    path.write_bytes(documents.WORD)
    load(graph, [path])
    assert [tuple(row.values()) for row in graph.read(CODINGS)] == [
        ("P1: She told me first, “all”", "Telling", "Ben", "exact"),
        ("P1: We were in it", "In-group › shared, named", "Ada", "exact"),
        ("P1: We were in it", "Together", "Ada", "exact"),
        ("She told me", "Being first", "Ada", "exact"),
        ("She told me", "Telling", "Ada", "exact"),
    ]
    assert [tuple(row.values()) for row in graph.read(MEMOS)] == [("Interview 1, comment 4", "Interview 1")]
    before = snapshot.everything(graph)
    assert not load(graph, [path]).written
    assert snapshot.everything(graph) == before


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("P1.odt", documents.odt_of_lines()),
        ("P1.rtf", documents.rtf_of_lines()),
        ("P1.html", documents.html_of_lines()),
        ("P1.pdf", documents.pdf_of_lines()),
        ("P1.docx", documents.WORD),
    ],
)
def test_quotes_are_found_in_transcripts_of_every_kind(
    graph: Database, tmp_path: Path, name: str, content: bytes
) -> None:
    (tmp_path / "study.yaml").write_text("id: telling\nresearchers: [Ada]\n")
    (tmp_path / "codings.csv").write_text(
        "interview,quote,codes\nP1,She told me first,Telling\nP1,We were in it,Together\n"
    )
    (tmp_path / "interviews").mkdir()
    (tmp_path / "interviews" / name).write_bytes(content)
    load(graph, [tmp_path])
    assert [tuple(row.values()) for row in graph.read(CODINGS)] == [
        ("She told me first", "Telling", "Ada", "exact"),
        ("We were in it", "Together", "Ada", "exact"),
    ]
    speakers = graph.read("MATCH (t:Turn) WHERE t.speaker IS NOT NULL RETURN DISTINCT t.speaker AS who ORDER BY who")
    assert [row["who"] for row in speakers] == ["I", "P1"]


def test_an_export_is_the_source_of_a_study_folder_s_codings(graph: Database, tmp_path: Path) -> None:
    _table(exports.maxqda("en"))(tmp_path)
    (tmp_path / "study.yaml").write_text("id: telling\nsources: [Telling.xlsx]\n")
    (tmp_path / "memos").mkdir()
    (tmp_path / "memos" / "first.md").write_text("[[Disclosure]] begins with [[First]].\n")
    (tmp_path / "interviews").mkdir()
    for number in (1, 2):
        (tmp_path / "interviews" / f"Interview {number}.txt").write_text(exports.TEXT, encoding="utf-8")
    load(graph, [tmp_path])
    assert [tuple(row.values()) for row in graph.read(CODINGS)] == [
        (TOLD, "First", "ada", "exact"),
        (TOLD, "Telling", "ada", "exact"),
        (TOGETHER, "Together", "ben", "exact"),
    ]
    about = graph.read("MATCH (:Memo)-[:ABOUT]->(n:Concept {status: 'active'}) RETURN n.name AS about ORDER BY about")
    assert [row["about"] for row in about] == ["Disclosure", "First"]
    assert not load(graph, [tmp_path]).written
