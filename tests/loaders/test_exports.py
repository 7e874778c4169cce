"""What all tables of codings that programs export have in common; each has a sample and golden records besides."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from graphmodel.errors import NOWHERE, GraphmodelError
from graphmodel.records import Coding, Concept, Interview, Memo, Researcher
from loaders import registry
from tests.loaders.builders import exports
from tests.loaders.reading import read_as, said

TABLES = {
    "taguette_highlights": exports.TAGUETTE_HIGHLIGHTS,
    "atlasti_quotations": exports.ATLASTI,
    "maxqda_segments": exports.maxqda("en"),
    "dedoose_excerpts": exports.DEDOOSE,
    "openqda_codings": exports.OPENQDA,
    "requal_segments": exports.REQUAL,
    "taguette_codebook": exports.TAGUETTE_CODEBOOK,
    "nvivo_codes": exports.NVIVO_CODES,
}


def _of(records: list[Any], kind: type) -> list[Any]:
    return [record for record in records if isinstance(record, kind)]


def _read(folder: Path, loader: str, rows: exports.Rows) -> tuple[list[Any], list[Any]]:
    return read_as(folder, loader, "a.csv", exports.as_csv(rows))


@pytest.mark.parametrize("loader", TABLES)
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_is_recognised_by_its_headers(tmp_path: Path, loader: str, delimiter: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(exports.as_csv(TABLES[loader], delimiter), encoding="utf-16")
    assert registry.recognise(path).module == f"loaders.{loader}"


@pytest.mark.parametrize("loader", TABLES)
def test_csv_and_workbook_say_the_same(tmp_path: Path, loader: str) -> None:
    records, _ = _read(tmp_path, loader, TABLES[loader])
    path = exports.save_xlsx(TABLES[loader], tmp_path / "b.xlsx")
    others, _ = read_as(tmp_path, loader, "b.xlsx", path.read_bytes())

    def plain(record: Any) -> str:
        return re.sub(r"file=\w*Path\('[^']*'\)|line=\w+|row=\w+", "", repr(record))

    assert list(map(plain, records)) == list(map(plain, others))


@pytest.mark.parametrize("loader", TABLES)
def test_a_table_without_its_columns_is_refused(tmp_path: Path, loader: str) -> None:
    records, problems = _read(tmp_path, loader, (("something", "else"), (1, 2)))
    assert records == []
    assert {severity for severity, _ in said(problems)} == {"error"}


@pytest.mark.parametrize("loader", TABLES)
def test_a_table_of_headers_alone_holds_nothing(tmp_path: Path, loader: str) -> None:
    records, problems = _read(tmp_path, loader, TABLES[loader][:1])
    assert records == []
    assert all(problem.severity == "note" for problem in problems)


def test_two_claims_name_the_claimants(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id,document,tag,content,quotation content,codes,density\n")
    with pytest.raises(GraphmodelError, match=r"Taguette highlights and ATLAS\.ti quotations"):
        registry.recognise(tmp_path / "a.csv")


def test_several_codes_in_a_cell_are_parted_as_their_number_says(tmp_path: Path) -> None:
    header = exports.ATLASTI[0]
    for separator in ("\n", "; ", ", "):
        row = ("1:1", "", "Interview 1", "", "words", "", f"One{separator}Two{separator}Three", "", 3, "", "", "", "")
        records, _ = _read(tmp_path, "atlasti_quotations", (header, row))
        assert [coding.codes for coding in _of(records, Coding)] == [("One", "Two", "Three")]


def test_dates_are_read_as_all_of_the_file_are_written(tmp_path: Path) -> None:
    records, problems = _read(tmp_path, "atlasti_quotations", exports.ATLASTI)
    assert [coding.date for coding in _of(records, Coding)] == [
        "2023-04-13T10:20", "2023-05-02T09:00", "2023-05-02T09:05",
    ]  # fmt: skip
    rows = (exports.ATLASTI[0], *(row for row in exports.ATLASTI[2:4]))
    records, problems = _read(tmp_path, "atlasti_quotations", rows)
    assert [coding.date for coding in _of(records, Coding)] == [None, None]
    assert any("a date that is left out" in str(problem) and "so have 1 rows" in str(problem) for problem in problems)


@pytest.mark.parametrize("language", exports.MAXQDA_HEADERS)
def test_maxqda_s_headers_in_its_languages(tmp_path: Path, language: str) -> None:
    path = exports.save_xlsx(exports.maxqda(language), tmp_path / "a.xlsx")
    assert registry.recognise(path).module == "loaders.maxqda_segments"
    records, _ = read_as(tmp_path, "maxqda_segments", "a.xlsx", path.read_bytes())
    english, _ = _read(tmp_path, "maxqda_segments", exports.maxqda("en"))
    assert [replace(each, place=NOWHERE) for each in _of(records, Coding)] == [
        replace(each, place=NOWHERE) for each in _of(english, Coding)
    ]
    assert [(each.name, each.parents) for each in _of(records, Concept)] == [
        ("Disclosure", ()), ("Telling", ("Disclosure",)), ("First", ("Telling",)), ("Together", ()),
    ]  # fmt: skip
    assert [coding.note for coding in _of(records, Coding)] == [None, "In vivo?\nweight: 80", None]


def test_maxqda_s_newer_paths_and_variables_named_like_its_columns(tmp_path: Path) -> None:
    rows = [tuple(str(cell).replace("\\", " > ") for cell in row) for row in exports.maxqda("de")]
    header, *others = rows
    rows = [(*header, "Dokumentname", "Alter"), *((*row, "another", "61") for row in others)]
    records, problems = _read(tmp_path, "maxqda_segments", rows)
    assert [coding.codes for coding in _of(records, Coding)] == [("Telling",), ("First",), ("Together",)]
    assert {coding.interview for coding in _of(records, Coding)} == {"Interview 1", "Interview 2"}
    assert any("Alter" in str(problem) for problem in problems)


def test_documents_of_two_groups_with_one_name_stay_two(tmp_path: Path) -> None:
    header, first, _, other = exports.maxqda("en")
    records, problems = _read(tmp_path, "maxqda_segments", (header, first, ("Men", "interview-01", *other[2:])))
    assert [coding.interview for coding in _of(records, Coding)] == ["Interview 1 (Women)", "interview-01 (Men)"]
    assert ("note", "row 2") in said(problems)


def test_groups_of_documents_are_memos_about_their_interviews(tmp_path: Path) -> None:
    header, first, second, *_ = exports.ATLASTI
    rows = (header, (*first[:3], "Women\nOver 60", *first[4:]), ("2:9", "", "Interview 2", "women", *second[4:]))
    records, _ = _read(tmp_path, "atlasti_quotations", rows)
    assert [(memo.name, [link.name for link in memo.about]) for memo in _of(records, Memo)] == [
        ("Set Women", ["Interview 1", "Interview 2"]), ("Set Over 60", ["Interview 1"]),
    ]  # fmt: skip
    assert sorted(each.name for each in _of(records, Interview)) == ["Interview 1", "Interview 2"]


def test_the_same_words_at_several_places_are_as_many_excerpts(tmp_path: Path) -> None:
    header, first, *_ = exports.maxqda("en")
    rows = [(*first[:3], start, start, *first[5:]) for start in (12, 3, 12)]
    records, problems = _read(tmp_path, "maxqda_segments", (header, *rows))
    assert [coding.selector.occurrence for coding in _of(records, Coding)] == [2, 1, 2]
    assert [str(each.message) for each in problems] == [
        "the row has words that stand at several places; their order says which is meant; so have 2 rows after it"
    ]


def test_excerpts_of_the_same_words_that_nothing_places_are_one_and_counted(tmp_path: Path) -> None:
    rows = [(number, "Interview 1.docx", tag, "Yes.") for number, tag in ((1, "A"), (1, "B"), (2, "A"), (2, "B"))]
    records, problems = _read(tmp_path, "taguette_highlights", (exports.TAGUETTE_HIGHLIGHTS[0], *rows))
    assert {coding.selector.occurrence for coding in _of(records, Coding)} == {None}
    assert said(problems) == [("flag", "row 4")]
    assert problems[0].message == "the row has the words of another excerpt of its document, and is one with it"


def test_dedoose_without_a_column_for_each_code(tmp_path: Path) -> None:
    rows = tuple(row[:8] for row in exports.DEDOOSE)
    records, _ = _read(tmp_path, "dedoose_excerpts", rows)
    assert [coding.codes for coding in _of(records, Coding)] == [("Telling", "First"), ("Telling",)]


def test_positions_are_used_where_they_fit_their_words(tmp_path: Path) -> None:
    for loader in ("openqda_codings", "requal_segments"):
        records, _ = _read(tmp_path, loader, TABLES[loader])
        for coding in _of(records, Coding):
            assert exports.TEXT[coding.selector.start : coding.selector.end] == coding.selector.quote


def test_positions_that_do_not_fit_are_left_aside_and_told(tmp_path: Path) -> None:
    header, *rows = exports.OPENQDA
    wrong = [(*row[:6], int(str(row[6])) + 3, row[7]) for row in rows]
    records, problems = _read(tmp_path, "openqda_codings", (header, *wrong))
    assert {coding.selector.start for coding in _of(records, Coding)} == {None}
    assert any("0 of 2 positions" in str(problem) for problem in problems)


def test_whoever_coded_is_a_researcher(tmp_path: Path) -> None:
    records, _ = _read(tmp_path, "requal_segments", exports.REQUAL)
    assert _of(records, Researcher) == [Researcher("ada"), Researcher("ben")]


def test_a_code_that_is_listed_twice_is_told(tmp_path: Path) -> None:
    rows = (*exports.NVIVO_CODES, ("Nodes\\disclosure", "Again", "No", 0, 0), ("", "Nameless", "", 1, 1))
    records, problems = _read(tmp_path, "nvivo_codes", rows)
    assert [(each.name, each.definition) for each in records] == [
        ("Disclosure", "What is told, and when"), ("Telling", "Saying it"), ("Together", None),
    ]  # fmt: skip
    assert [each for each in said(problems) if each[0] == "flag"] == [("flag", "row 5"), ("flag", "row 6")]


def test_a_list_may_name_a_child_before_its_parent(tmp_path: Path) -> None:
    header, first, second, _ = exports.NVIVO_CODES
    records, _ = _read(tmp_path, "nvivo_codes", (header, second, first))
    assert [(each.name, each.definition) for each in records] == [
        ("Disclosure", "What is told, and when"), ("Telling", "Saying it"),
    ]  # fmt: skip


def test_a_million_columns_over_many_rows_are_refused(tmp_path: Path) -> None:
    headers = "id,document,tag,content," + ",".join(f"c{number}" for number in range(100_000))
    records, problems = read_as(tmp_path, "taguette_highlights", "a.csv", headers + "\n" + "1,a,b,c\n" * 400)
    assert records == []
    assert said(problems) == [("error", "row 200")]


def test_a_position_that_ends_before_it_begins_is_left_aside(tmp_path: Path) -> None:
    header, first, second = exports.OPENQDA
    turned = (*second[:5], second[6], second[5], second[7])
    records, problems = _read(tmp_path, "openqda_codings", (header, first, first, turned))
    assert [coding.selector.start is None for coding in _of(records, Coding)] == [False, False, True]
    assert any("2 of 3 positions" in str(problem) for problem in problems)
