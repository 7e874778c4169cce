from __future__ import annotations

from pathlib import Path

import pytest

from loaders import registry
from tests.loaders.golden import SAMPLES
from tests.loaders.reading import read_as, read_file, said

SAMPLE = SAMPLES / "endnote_xml" / "literature.xml"


def test_what_is_kept_of_an_entry() -> None:
    records, problems = read_file(SAMPLE, "endnote_xml")
    first, second, third = records
    assert (first.key, first.title, first.authors, first.year) == (  # type: ignore[union-attr]
        "lind2011", "On telling", ("Lind, Bo", "World Health Organization"), "2011",
    )  # fmt: skip
    assert (first.container, first.volume, first.issue, first.pages, first.doi) == (  # type: ignore[union-attr]
        "Voices", "3", "2", "10-20", "10.1000/x.1",
    )  # fmt: skip
    assert (second.key, second.authors, second.type) == ("ek-gifts", ("Ek, Åsa",), "book")  # type: ignore[union-attr]
    assert third.key == "lind2011-2"  # type: ignore[union-attr]
    assert said(problems) == [("note", "")]


def test_it_is_recognised() -> None:
    assert registry.recognise(SAMPLE).module == "loaders.endnote_xml"


@pytest.mark.parametrize(
    "content",
    [
        "<xml><records><record>",
        '<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/hostname">]><xml><records>&a;</records></xml>',
        "<xml><records></records></xml>",
    ],
)
def test_what_cannot_be_read(tmp_path: Path, content: str) -> None:
    records, problems = read_as(tmp_path, "endnote_xml", "a.xml", content)
    assert records == []
    assert [severity for severity, _ in said(problems)] == ["error"]
