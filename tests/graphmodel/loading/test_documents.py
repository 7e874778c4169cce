"""The documents that a file holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphmodel.graph.document import Origin
from graphmodel.graph.kinds.transcript import text_hash
from graphmodel.loading.documents import KIND_OF, document_key, interview_of, origin_of, outline_of, split
from graphmodel.records import Concept, Kind, Memo, Record, Researcher, Study, Theory, Transcript
from loaders.format import Format
from loaders.source import Source
from tests.graphmodel.graph.building import coding


def source(kind: Kind, name: str, root: Path | None = Path("/study")) -> Source:
    return Source(Format("made by hand", kind, (), ""), Path("/study") / name, root, name)


def test_a_codings_file_is_a_document_an_interview() -> None:
    rows = [coding(name, "x", "A") for name in ("P01-1", "P02-1", "p1 1.docx", None)]
    found = split("s", source(Kind.CODINGS, "codings.csv"), rows)
    unnamed = "no-transcript-named-in-codings-csv"
    assert [(each.part, each.interview, list(each.records)) for each in found] == [
        ("p1-1", "p1-1", [rows[0], rows[2]]),
        ("p2-1", "p2-1", [rows[1]]),
        (unnamed, unnamed, [rows[3]]),
    ]
    assert [each.key for each in found] == [
        f"s/document/codings/codings.csv#{part}" for part in ("p1-1", "p2-1", unnamed)
    ]


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind not in (Kind.CODINGS, Kind.PROJECT)])
def test_a_file_that_says_nothing_any_more_is_a_document(kind: Kind) -> None:
    (document,) = split("s", source(kind, "file"), [])
    assert (document.key, list(document.records)) == (f"s/document/{kind}/file", [])


@pytest.mark.parametrize("kind", [Kind.CODINGS, Kind.PROJECT])
def test_codings_and_projects_that_say_nothing_are_none(kind: Kind) -> None:
    assert split("s", source(kind, "file"), []) == []


def test_a_tools_project_is_a_document_for_each_thing_that_a_folder_has_in_a_file() -> None:
    records: list[Record] = [
        Memo("One", text="x"),
        coding("P1", "x"),
        Transcript("P1", "x"),
        Concept("A"),
        Concept("B"),
        Researcher("AB"),
        Memo("Two"),
    ]
    found = split("s", source(Kind.PROJECT, "p.qdpx"), records)
    assert [(each.key, each.origin, len(each.records)) for each in found] == [
        ("s/document/memo/p.qdpx#one", Origin.PROJECT, 1),
        ("s/document/codings/p.qdpx#p1", Origin.PROJECT, 1),
        ("s/document/transcript/p.qdpx#p1", Origin.PROJECT, 1),
        ("s/document/codebook/p.qdpx", Origin.PROJECT, 2),
        ("s/document/study/p.qdpx", Origin.PROJECT, 1),
        ("s/document/memo/p.qdpx#two", Origin.PROJECT, 1),
    ]


def test_every_record_has_a_kind() -> None:
    assert set(KIND_OF) == set(Record.__subclasses__())
    assert set(KIND_OF.values()) == set(Kind) - {Kind.PROJECT}


def test_where_a_file_comes_from() -> None:
    assert origin_of(source(Kind.MEMO, "one.md")) is Origin.FOLDER
    assert origin_of(source(Kind.MEMO, "one.md", root=None)) is Origin.FILE
    assert {origin_of(source(Kind.PROJECT, "p.qdpx", root)) for root in (None, Path("/study"))} == {Origin.PROJECT}


def test_the_key_of_a_document() -> None:
    assert document_key("s", Kind.MEMO, "memos/one.md") == "s/document/memo/memos/one.md"
    assert document_key("s", Kind.CODINGS, "a.csv", "p1") == "s/document/codings/a.csv#p1"


def test_the_outline_of_codings_is_what_their_rows_name() -> None:
    rows = [
        coding("P01-1", "x", "B", "A", coder="AB"),
        coding("P01-1", "y", "A"),
        coding("P01-1", "z", coder="CD"),  # without a code its coder says nothing
    ]
    outline = outline_of(Kind.CODINGS, rows)
    assert outline is not None
    assert (outline.name, outline.concepts, outline.coders) == ("P01-1", ("B", "A"), ("AB", None))
    assert interview_of(Kind.CODINGS, rows, "codings.csv") == "p1-1"
    assert interview_of(Kind.CODINGS, [coding(None, "x")], "a.csv") == "no-transcript-named-in-a-csv"


def test_the_outline_of_a_transcript_tells_its_words_and_its_layout() -> None:
    one, same, words, layout = (
        outline_of(Kind.TRANSCRIPT, [each])
        for each in (
            Transcript("P01-1", "Wörds"),
            Transcript("P01-1", "Wörds"),
            Transcript("P01-1", "Other"),
            Transcript("P01-1", "Wörds", times=(500,)),
        )
    )
    assert one is not None
    assert words is not None
    assert layout is not None
    assert (one.name, one.characters, one.text_sha256) == ("P01-1", 5, text_hash("Wörds"))
    assert one == same
    assert one.layout_sha256 == words.layout_sha256 != layout.layout_sha256
    assert one.text_sha256 == layout.text_sha256 != words.text_sha256
    assert interview_of(Kind.TRANSCRIPT, [Transcript("P01-1", "x")], "x.txt") == "p1-1"


def test_a_small_document_has_no_outline_and_no_interview() -> None:
    for records in ([Study("s", "A study")], [Theory()], []):
        kind = KIND_OF[type(records[0])] if records else Kind.TRANSCRIPT
        assert outline_of(kind, records) is None
        assert interview_of(kind, records, "x") is None
