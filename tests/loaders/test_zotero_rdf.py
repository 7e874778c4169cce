from __future__ import annotations

from pathlib import Path

import pytest

from loaders import registry
from tests.loaders.golden import SAMPLES
from tests.loaders.reading import read_as, read_file, said

SAMPLE = SAMPLES / "zotero_rdf" / "literature.rdf"


def test_what_is_kept_of_an_entry() -> None:
    records, problems = read_file(SAMPLE, "zotero_rdf")
    first, second = records
    assert (first.key, first.title, first.authors) == (  # type: ignore[union-attr]
        "lind2011", "On telling & being told", ("Lind, Bo", "The Seed Group"),
    )  # fmt: skip
    assert (first.container, first.volume, first.issue, first.pages, first.doi) == (  # type: ignore[union-attr]
        "Voices", "3", "2", "10-20", "10.1000/x.1",
    )  # fmt: skip
    assert (second.key, second.container, second.type) == (  # type: ignore[union-attr]
        "ekGifts2014", "A book of gifts", "chapter",
    )  # fmt: skip
    assert said(problems) == [("note", "")]
    assert "1 of 2" in str(problems[0])


def test_it_is_recognised() -> None:
    assert registry.recognise(SAMPLE).module == "loaders.zotero_rdf"


@pytest.mark.parametrize(
    "content",
    [
        "<rdf:RDF",
        '<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/hostname">]><r>&a;</r>',
        '<r xmlns:z="http://www.zotero.org/namespaces/export#"/>',
    ],
)
def test_what_cannot_be_read(tmp_path: Path, content: str) -> None:
    records, problems = read_as(tmp_path, "zotero_rdf", "a.rdf", content)
    assert records == []
    assert [severity for severity, _ in said(problems)] == ["error"]
