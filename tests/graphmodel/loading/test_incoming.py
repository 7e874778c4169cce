"""The documents of a command: what a file is split into, what is unchanged, what is gone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from graphmodel.loading.incoming import ORDER, Surroundings, gone, input_hash, is_whole, split
from graphmodel.quotes.selector import QuoteSelector
from graphmodel.records import Coding, Concept, Kind, Memo, Transcript
from loaders.source import Source


def source(kind: Kind, name: str) -> Source:
    return Source(kind, Path("/study") / name, Path("/study"), name, "loaders.none")


def test_a_codings_file_is_a_document_an_interview() -> None:
    rows = [Coding(name, QuoteSelector("x"), ("A",)) for name in ("P01-1", "P02-1", "p1 1.docx", None)]
    found = split("s", source(Kind.CODINGS, "codings.csv"), rows)
    assert [(each.part, len(each.records), each.parts) for each in found] == [
        ("p1-1", 2, 3),
        ("p2-1", 1, 3),
        ("no-transcript-named-in-codings-csv", 1, 3),
    ]
    assert found[0].key == "s/document/codings/codings.csv#p1-1"
    assert len({each.number for each in found}) == 3


def test_a_file_that_says_nothing_any_more_is_a_document_but_for_codings() -> None:
    (codebook,) = split("s", source(Kind.CODEBOOK, "codebook.csv"), [])
    assert (codebook.key, codebook.records) == ("s/document/codebook/codebook.csv", [])
    assert split("s", source(Kind.CODINGS, "codings.csv"), []) == []


def test_a_tools_project_is_documents_of_all_kinds_in_the_order_of_loading() -> None:
    records = [Memo("One", text="x"), Coding("P1", QuoteSelector("x"), ()), Transcript("P1", "x", ()), Concept("A")]
    found = split("s", source(Kind.PROJECT, "p.qdpx"), records)
    assert [(each.kind, each.part) for each in found] == [
        (Kind.CODEBOOK, None),
        (Kind.TRANSCRIPT, "p1"),
        (Kind.CODINGS, "p1"),
        (Kind.MEMO, "one"),
    ]
    assert sorted(ORDER, key=ORDER.index) == list(ORDER)


def test_what_a_document_is_built_from_is_in_its_hash() -> None:
    around = Surroundings({"p1": "x", "p2": "y"}, "AB")
    others = Surroundings({"p1": "x", "p2": "z"}, "AB")
    coder = Surroundings(around.transcripts, "CD")

    def hashes(kind: Kind) -> list[bool]:
        own = input_hash("f", kind, "p1", around)
        return [own == input_hash("f", kind, "p1", each) for each in (others, coder)] + [
            own == input_hash("g", kind, "p1", around)
        ]

    assert hashes(Kind.CODINGS) == [True, False, False]
    assert hashes(Kind.THEORY) == [False, False, False]
    assert hashes(Kind.MEMO) == [True, True, False]


def test_a_file_is_whole_when_all_its_documents_are_there_as_it_is() -> None:
    part: dict[str, Any] = {"parts": 2, "fileSha256": "f"}
    assert is_whole([part, part], "f")
    assert not is_whole([part], "f")
    assert not is_whole([part, {**part, "fileSha256": "g"}], "f")
    assert not is_whole([], "f")


def test_gone_is_what_came_from_the_folder_and_is_not_in_it() -> None:
    held = {
        "here": {"root": "/study", "sourceKind": "memo", "path": "memos/one.md"},
        "gone": {"root": "/study", "sourceKind": "memo", "path": "memos/two.md"},
        "elsewhere": {"sourceKind": "memo", "path": "three.md"},
    }
    assert gone(held, "/study", [source(Kind.MEMO, "memos/one.md")]) == [held["gone"]]
