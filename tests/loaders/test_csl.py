from __future__ import annotations

from pathlib import Path

import pytest

from tests.loaders.reading import read_as, said


@pytest.mark.parametrize(
    "content", ["[1,", "[" * 100_000, '[{"id": ' + "9" * 10_000 + "}]", "3", '{"a": 1}', '{"items": 2}']
)
def test_what_holds_no_references(tmp_path: Path, content: str) -> None:
    records, problems = read_as(tmp_path, "csl", "a.json", content)
    assert records == []
    assert [severity for severity, _ in said(problems)] == ["error"]


def test_items_of_an_export_and_shapes_nobody_expects(tmp_path: Path) -> None:
    records, problems = read_as(
        tmp_path,
        "csl",
        "a.json",
        '{"items": [{"id": 7, "title": "T", "author": "Bo", "issued": [], "volume": {}},'
        ' {"id": "b", "title": "U", "issued": {"date-parts": [[]]}, "author": [{"family": 3}, 4]}, null]}',
    )
    assert [(record.key, record.title, record.year, record.authors) for record in records] == [
        ("7", "T", None, ()),
        ("b", "U", None, ()),
    ]
    assert said(problems) == [("flag", "entry 3")]


def test_what_no_program_can_write_out_again_is_replaced(tmp_path: Path) -> None:
    (record,), _ = read_as(
        tmp_path, "csl", "a.json", '[{"id": "a", "title": "x\\ud800", "author": [{"family": "\\ud800"}]}]'
    )
    assert (record.title, record.authors) == ("x\N{REPLACEMENT CHARACTER}", ("\N{REPLACEMENT CHARACTER}",))
