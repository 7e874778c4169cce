"""NVivo's report of what is coded, laid out for print."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from graphmodel.records import Coding, Concept, Researcher
from loaders import registry
from tests.loaders.builders import exports
from tests.loaders.reading import read_as, said


def _read(folder: Path, rows: exports.Rows) -> tuple[list[Any], list[Any]]:
    return read_as(folder, "nvivo_summary", "a.csv", exports.as_csv(rows))


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_the_report_is_recognised_and_read(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"Coding Summary{suffix}"
    if suffix == ".csv":
        path.write_text(exports.as_csv(exports.NVIVO_SUMMARY), encoding="utf-8")
    else:
        exports.save_xlsx(exports.NVIVO_SUMMARY, path)
    assert registry.recognise(path).module == "loaders.nvivo_summary"
    records, problems = read_as(tmp_path, "nvivo_summary", path.name, path.read_bytes())
    found = [
        (each.interview, each.selector.quote, each.codes, each.coder, each.date)
        for each in records
        if isinstance(each, Coding)
    ]
    assert found == [
        ("Interview 1", exports.TOLD, ("Telling",), "ABC", "2023-04-13T10:20"),
        ("Interview 1", f"{exports.TOGETHER}\nNobody else had been on that ward.", ("Telling",), "BD",
         "2023-05-02T09:00"),
        ("Interview 2", "Document", ("Telling",), "ABC", "2023-04-13T10:30"),
        ("Interview 1", exports.TOGETHER, ("Together",), "BD", "2023-05-02T09:01"),
    ]  # fmt: skip
    assert [(each.name, each.parents) for each in records if isinstance(each, Concept)] == [
        ("Disclosure", ()), ("Telling", ("Disclosure",)), ("Together", ()),
    ]  # fmt: skip
    assert [each for each in records if isinstance(each, Researcher)] == [Researcher("ABC"), Researcher("BD")]
    assert problems == []


def test_a_report_that_was_cut_off_and_pictures_are_told(tmp_path: Path) -> None:
    _, problems = _read(tmp_path, exports.NVIVO_SUMMARY[:12])
    assert said(problems) == [("flag", "row 12")]
    _, problems = _read(tmp_path, exports.NVIVO_SUMMARY[:11])
    assert [problem.message for problem in problems] == ["Interview 1 should have 2 references; 1 were found"]


def test_what_is_coded_to_a_case_is_left_out_and_counted(tmp_path: Path) -> None:
    rows = [
        tuple(str(cell).replace("Codes\\\\Together", "Cases\\\\Ada") for cell in row) for row in exports.NVIVO_SUMMARY
    ]
    records, problems = _read(tmp_path, rows)
    assert {each.codes for each in records if isinstance(each, Coding)} == {("Telling",)}
    assert said(problems) == [("flag", "row 21")]
