from __future__ import annotations

import random
import re
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from graphmodel.errors import Problem, Severity
from graphmodel.records import Coding, Concept, Interview, Memo, Participant, Reference, Researcher, Transcript
from loaders import refi_package, safety
from loaders.folder import source_of
from tests.loaders.builders.refi import FIRST, Writer, document, note, package, rich, tag, text
from tests.loaders.reading import read_as, said

LAUGHS = "<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]>"
OUTSIDE = "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"


def _read(folder: Path, content: bytes | str, name: str = "p.qdpx") -> tuple[dict[type, list[Any]], list[Problem]]:
    records, problems = read_as(folder, "refi", name, content)
    found: dict[type, list[Any]] = {}
    for record in records:
        found.setdefault(type(record), []).append(record)
    return found, problems


def _coded(writer: Writer, words: str, *inside: str, name: str = "Talk", **more: str) -> bytes:
    """A project of one text with one code."""
    book = tag("CodeBook", tag("Codes", writer.code("Heard")))
    sources = tag("Sources", writer.source(name, words, *inside))
    return package(document(writer.users("Ada"), book, more.pop("cases", ""), sources, **more), writer.parts)


def _messages(problems: list[Problem]) -> list[str]:
    return [problem.message for problem in problems if problem.severity is not Severity.NOTE]


@pytest.mark.parametrize(
    "namespace",
    ["urn:QDA-XML:project:1.0", "urn:QDA-XML:project:0:4", "urn:QDA-XML:project:1:0", "http://somewhere.example/else"],
)
def test_every_namespace_is_read(tmp_path: Path, namespace: str) -> None:
    writer = Writer()
    content = _coded(writer, FIRST, writer.selection(FIRST, "heard", writer.coding("Heard")), namespace=namespace)
    found, _ = _read(tmp_path, content)
    assert [coding.selector.quote for coding in found[Coding]] == ["heard"]


@pytest.mark.parametrize(
    "path",
    [
        "internal://{}",
        "{}",
        "Sources/{}",
        "internal://sources/{}",
        "INTERNAL://{}",
        "internal:///{}",
        "relative://{}",
        "absolute://C:\\Ada\\{}",
    ],
)
@pytest.mark.parametrize("folder", ["Sources/", "sources/", ""])
def test_a_text_is_found_however_its_path_is_written(tmp_path: Path, path: str, folder: str) -> None:
    source = tag("TextSource", guid=Writer().guid("s"), name="Talk", plainTextPath=path.format("A.txt"))
    content = package(document(tag("Sources", source)), {f"{folder}A.txt": b"Some words"}, qde="My project.qde")
    found, _ = _read(tmp_path, content)
    assert [transcript.text for transcript in found[Transcript]] == ["Some words"]


def test_a_path_that_leads_out_reads_nothing(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("not for you")
    paths = ["relative:///../secret.txt", f"absolute://{tmp_path}/secret.txt", "internal://../secret.txt"]
    sources = [
        tag("TextSource", guid=Writer().guid(path), name=f"Talk {index}", plainTextPath=path)
        for index, path in enumerate(paths)
    ]
    content = package(document(tag("Sources", *sources)), {"../secret.txt": b"hidden"})
    found, problems = _read(tmp_path, content)
    assert Transcript not in found
    assert _messages(problems) == [
        "sources without words in the file, so that what is coded in them cannot be placed: 3"
    ]


@pytest.mark.parametrize("declaration", [LAUGHS, OUTSIDE])
def test_entities_are_refused(tmp_path: Path, declaration: str) -> None:
    xml = document(tag("Description", "&a;")).replace("?>\n", f"?>{declaration}").replace("&amp;a;", "&a;")
    found, problems = _read(tmp_path, package(xml, {}))
    assert found == {}
    assert [problem.severity for problem in problems] == [Severity.ERROR]


@pytest.mark.parametrize(
    "content",
    [b"PK\x03\x04nothing", b"\x00" * 50, b"<Project", b"", b"<a/>", rich(Writer())[:900], rich(Writer())[:-40]],
)
@pytest.mark.parametrize("name", ["p.qdpx", "p.qde"])
def test_what_is_no_project_is_one_error_with_its_file(tmp_path: Path, content: bytes, name: str) -> None:
    found, problems = _read(tmp_path, content, name)
    assert found == {}
    assert [(problem.severity, problem.place.file) for problem in problems] == [(Severity.ERROR, tmp_path / name)]
    assert problems[0].hint


def test_a_project_that_unpacks_to_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(refi_package, "MAX_XML_BYTES", 5 * safety.MEGABYTE)
    bomb = package(document(tag("Description", "a" * (8 * safety.MEGABYTE))), {})
    assert len(bomb) < 20_000
    found, problems = _read(tmp_path, bomb)
    assert found == {}
    assert _messages(problems) == ["project.qde unpacks to more than 5 MB"]


def test_a_text_that_unpacks_to_too_much_is_left_out_and_the_rest_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(refi_package, "MAX_TEXT_BYTES", 1000)
    writer = Writer()
    book = tag("CodeBook", tag("Codes", writer.code("Heard")))
    sources = tag("Sources", writer.source("Long", "a" * 2000), writer.source("Short", "a few words"))
    found, problems = _read(tmp_path, package(document(book, sources), writer.parts))
    assert [transcript.interview for transcript in found[Transcript]] == ["Short"]
    assert "unpacks to more than" in _messages(problems)[1]


def test_two_projects_in_one_file_are_refused(tmp_path: Path) -> None:
    content = package(document(), {"b.qde": document().encode()}, qde="a.qde")
    assert _messages(_read(tmp_path, content)[1]) == ["the file holds 2 projects (.qde)"]


def test_codes_of_one_name_are_told_apart(tmp_path: Path) -> None:
    w = Writer()
    book = tag(
        "CodeBook",
        tag("Codes", w.code("A", w.code("x", label="1"), w.code("X", label="2")), w.code("B", w.code("x", label="3"))),
    )
    sources = tag(
        "Sources",
        w.source(
            "Talk",
            FIRST,
            *(w.selection(FIRST, q, w.coding(c)) for q, c in (("heard", "1"), ("café", "2"), ("hard", "3"))),
        ),
    )
    found, _ = _read(tmp_path, package(document(book, sources), w.parts))
    assert [(concept.name, concept.parents) for concept in found[Concept]] == [
        ("A", ()), ("x", ("A",)), ("X (2)", ("A",)), ("B", ()), ("x", ("B",)),
    ]  # fmt: skip
    assert [coding.codes for coding in found[Coding]] == [("A > x",), ("X (2)",), ("B > x",)]


def test_sources_of_one_name_are_told_apart_and_reported(tmp_path: Path) -> None:
    w = Writer()
    sources = tag("Sources", w.source("Talk", "First words"), w.source("Talk", "Other words", label="2"))
    found, problems = _read(tmp_path, package(document(sources), w.parts))
    assert [(each.interview, each.text) for each in found[Transcript]] == [
        ("Talk", "First words"),
        ("Talk (2)", "Other words"),
    ]
    assert ("note", "source Talk (2)") in said(problems)


def test_a_zero_length_selection_keeps_its_coding_without_words(tmp_path: Path) -> None:
    w = Writer()
    empty = tag("PlainTextSelection", w.coding("Heard"), guid=w.guid("e"), startPosition=7, endPosition=7)
    found, problems = _read(tmp_path, _coded(w, FIRST, empty, w.selection(FIRST, "heard", w.coding("Heard"))))
    assert [coding.selector.quote for coding in found[Coding]] == ["[positions 7 to 7]", "heard"]
    assert _messages(problems) == ["selections without length, whose codings are kept without words: 1"]


def test_a_coding_with_an_unknown_code_is_counted(tmp_path: Path) -> None:
    w = Writer()
    found, problems = _read(tmp_path, _coded(w, FIRST, w.selection(FIRST, "heard", w.coding("nowhere"))))
    assert Coding not in found
    assert _messages(problems) == ["codings with a code that the project does not hold are left out: 1"]


def test_codings_of_a_source_as_a_whole_have_all_its_words(tmp_path: Path) -> None:
    w = Writer()
    found, _ = _read(tmp_path, _coded(w, FIRST, w.coding("Heard")))
    assert [(each.selector.start, each.selector.end) for each in found[Coding]] == [(0, len(FIRST))]


def test_positions_that_fit_no_reading_are_placed_by_the_quotations_that_are_kept(tmp_path: Path) -> None:
    w = Writer(keeps_quotes=True)
    quotes = ["heard by somebody", "turned into a job", "friends and colleagues", "been there too"]
    shifts = [3, 11, 5, 17]
    selections = [
        tag(
            "PlainTextSelection",
            w.coding("Heard"),
            guid=w.guid(quote),
            name=quote,
            startPosition=FIRST.index(quote) - shift,
            endPosition=FIRST.index(quote) - shift + len(quote),
        )
        for quote, shift in zip(quotes, shifts, strict=True)
    ]
    found, problems = _read(tmp_path, _coded(w, FIRST, *selections))
    assert [(each.selector.quote, each.selector.start) for each in found[Coding]] == [(quote, None) for quote in quotes]
    assert _messages(problems) == ["no reading of the positions fits: the best agrees with 0 of 4 spans"]


def test_a_recording_shares_the_words_of_the_text_source_that_is_its_transcript(tmp_path: Path) -> None:
    w = Writer()
    talk = w.source("Talk.docx", FIRST)
    part = next(iter(w.parts)).removeprefix("Sources/")
    points = [
        tag("SyncPoint", guid=w.guid(f"p{at}"), position=w.position(FIRST, at), timeStamp=at * 10)
        for at in (FIRST.index("I was"), FIRST.index(" who had"))
    ]
    selection = tag(
        "TranscriptSelection",
        w.coding("Heard"),
        guid=w.guid("ts"),
        fromSyncPoint=w.guid(f"p{FIRST.index('I was')}"),
        toSyncPoint=w.guid(f"p{FIRST.index(' who had')}"),
    )
    film = tag(
        "AudioSource",
        tag("Transcript", *points, selection, guid=w.guid("tr"), plainTextPath=f"internal://{part}", name="Talk.docx"),
        guid=w.guid("a"),
        name="Recording.mp3",
        path="internal://Recording.mp3",
    )
    book = tag("CodeBook", tag("Codes", w.code("Heard")))
    found, _ = _read(tmp_path, package(document(book, tag("Sources", film, talk)), w.parts))
    assert [(each.interview, each.selector.quote) for each in found[Coding]] == [
        ("Talk.docx", "I was 😀 to be heard by somebody")
    ]
    assert [each.name for each in found[Interview]] == ["Recording.mp3"]


def test_words_coded_to_a_case_say_who_gave_the_interview(tmp_path: Path) -> None:
    w = Writer()
    cases = tag("Cases", tag("Case", guid=w.guid("code Maya"), name="Maya"))
    found, problems = _read(tmp_path, _coded(w, FIRST, w.selection(FIRST, "heard", w.coding("Maya")), cases=cases))
    assert [(each.name, each.participants) for each in found[Interview]] == [("Talk", ("Maya",))]
    assert Coding not in found and _messages(problems) == []


def test_variables_of_a_source_without_a_case_make_a_participant_called_as_it_is(tmp_path: Path) -> None:
    w = Writer()
    sources = tag("Sources", w.source("Maya.docx", FIRST, w.value("region", "North"), w.value("consent", "maybe")))
    found, problems = _read(tmp_path, package(document(w.variables(region="Text", consent="Text"), sources), w.parts))
    assert [(each.name, each.consent, each.attributes) for each in found[Participant]] == [
        ("Maya.docx", "active", (("region", "North"), ("consent", "maybe")))
    ]
    assert [(each.name, each.participants) for each in found[Interview]] == [("Maya.docx", ("Maya.docx",))]
    assert _messages(problems) == ["the consent `maybe` is not one that is known; it is kept as an attribute"]


def test_two_cases_that_share_a_source_both_gave_it(tmp_path: Path) -> None:
    w = Writer()
    share = tag("SourceRef", targetGUID=w.guid("source Talk"))
    cases = tag("Cases", *(tag("Case", share, guid=w.guid(f"case {name}"), name=name) for name in ("Maya", "Ruth")))
    found, _ = _read(tmp_path, _coded(w, FIRST, cases=cases))
    assert [(each.name, each.participants) for each in found[Interview]] == [("Talk", ("Maya", "Ruth"))]


def test_a_graph_is_a_memo_about_what_is_drawn_on_it(tmp_path: Path) -> None:
    w = Writer()
    vertices = [
        tag("Vertex", guid=w.guid(f"vertex {name}"), representedGUID=w.guid(f"code {name}"), name=name)
        for name in ("Heard", "Seen")
    ]
    edge = tag("Edge", guid=w.guid("e"), sourceVertex=w.guid("vertex Heard"), targetVertex=w.guid("vertex Seen"))
    graphs = tag("Graphs", tag("Graph", *vertices, edge, guid=w.guid("g"), name="Map"))
    book = tag("CodeBook", tag("Codes", w.code("Heard"), w.code("Seen")))
    found, _ = _read(tmp_path, package(document(book, graphs), {}))
    (memo,) = found[Memo]
    assert (memo.name, memo.text) == ("Graph Map", "- Heard\n- Seen\n- Heard – Seen")
    assert [(link.name, link.to) for link in memo.about] == [("Heard", "concept"), ("Seen", "concept")]


def test_codes_of_a_case_as_a_whole_are_counted(tmp_path: Path) -> None:
    w = Writer()
    case = tag("Case", tag("CodeRef", targetGUID=w.guid("code Heard")), guid=w.guid("c"), name="Maya")
    _, problems = _read(tmp_path, _coded(w, FIRST, cases=tag("Cases", case)))
    assert "codes put to a case as a whole, which have no place: 1" in _messages(problems)


def test_users_who_coded_nothing_are_researchers_too(tmp_path: Path) -> None:
    w = Writer()
    found, _ = _read(tmp_path, package(document(w.users("Ada", "Bo")), {}))
    assert [each.name for each in found[Researcher]] == ["Ada", "Bo"]


def test_a_date_in_place_of_none_is_none_and_midnight_is_a_day(tmp_path: Path) -> None:
    w = Writer()
    dates = ["0001-01-01T00:00:00", "2024-02-03T00:00:00", "2024-02-03T10:00:00Z", "soon"]
    notes = tag("Notes", *(note(w, str(index), f"n{index}", "words", date) for index, date in enumerate(dates)))
    found, _ = _read(tmp_path, package(document(notes), {}))
    assert [each.date for each in found[Memo]] == [None, "2024-02-03", "2024-02-03T10:00:00Z", None]


def test_notes_without_a_name_are_called_as_they_begin(tmp_path: Path) -> None:
    w = Writer()
    notes = tag("Notes", *(note(w, str(index), "", "Same words\nand more") for index in range(2)), note(w, "e", "", ""))
    found, _ = _read(tmp_path, package(document(notes), {}))
    assert [each.name for each in found[Memo]] == ["Same words", "Same words (2)", "note without words"]


def test_literature_of_an_export_comes_back_as_literature(tmp_path: Path) -> None:
    w = Writer()
    values = w.value("reference title", "A book"), w.value("reference authors", "Hill, C.; Knox, S.")
    entry = tag("Note", text("PlainTextContent", "Hill"), *values, guid=w.guid("note hill"), name="hill2001")
    xml = document(w.variables(reference_title="Text", reference_authors="Text"), tag("Notes", entry))
    found, _ = _read(tmp_path, package(xml, {}))
    assert [(each.key, each.title, each.authors) for each in found[Reference]] == [
        ("hill2001", "A book", ("Hill, C.", "Knox, S."))
    ]
    assert Memo not in found


def test_the_rich_project_leaves_nothing_unsaid(tmp_path: Path) -> None:
    found, problems = _read(tmp_path, rich(Writer()))
    assert Counter({kind.__name__: len(records) for kind, records in found.items()}) == {
        "Concept": 7, "Participant": 2, "Interview": 4, "Transcript": 4, "Coding": 7, "Memo": 7, "Theory": 1, "Researcher": 2,
    }  # fmt: skip
    assert len(_messages(problems)) == 5


def test_projects_and_codebooks_are_recognised_by_what_they_hold(tmp_path: Path) -> None:
    whole = tmp_path / "a.qdpx"
    whole.write_bytes(rich(Writer()))
    bare = tmp_path / "b.xml"
    bare.write_bytes(zipfile.ZipFile(whole).read("project.qde"))
    assert [source_of(path, None).format.module for path in (whole, bare)] == ["loaders.refi", "loaders.refi"]


def test_damage_within_the_xml_is_read_to_an_end(tmp_path: Path) -> None:
    whole = tmp_path / "whole.qdpx"
    whole.write_bytes(rich(Writer()))
    with zipfile.ZipFile(whole) as archive:
        xml = archive.read("project.qde").decode()
        parts = {name: archive.read(name) for name in archive.namelist() if name != "project.qde"}
    chance = random.Random(11)
    pieces = re.split(r"(?<=>)(?=<)", xml)
    for number in range(60):
        damaged = [piece for piece in pieces if chance.random() > 0.03]
        spoiled = re.sub(
            r'"\d+"',
            lambda found: chance.choice([found.group(), '"-7"', '"99999999999"', '"x"', '""']),
            "".join(damaged),
        )
        spoiled = re.sub(
            r'="[0-9a-f-]{36}"', lambda found: chance.choice([found.group()] * 9 + ['=""', '="no guid"']), spoiled
        )
        root = etree.fromstring(spoiled.encode(), etree.XMLParser(recover=True))
        found, problems = _read(tmp_path, package(etree.tostring(root, encoding="unicode"), parts), f"{number}.qdpx")
        assert found or problems


def test_many_passages_over_a_long_text_are_kept_without_repeating_it(tmp_path: Path) -> None:
    w = Writer(crlf=False, bom=False)
    words = "word " * 20_000
    passages = [
        tag("PlainTextSelection", w.coding("Heard"), guid=w.guid(f"s{n}"), startPosition=0, endPosition=99_999 - 5 * n)
        for n in range(1_100)
    ]
    found, _ = _read(tmp_path, _coded(w, words, *passages))
    kept = [each.selector for each in found[Coding]]
    assert len(kept) == 1_100
    assert sum(len(each.quote or "") for each in kept) <= 100_000_000
    assert kept[-1].quote is None and (kept[-1].start, kept[-1].end) == (0, 99_999 - 5 * 1_099)
