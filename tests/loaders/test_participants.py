from __future__ import annotations

from pathlib import Path

import pytest

from graphmodel.records import TableMapping
from tests.loaders.reading import read_as, said


@pytest.mark.parametrize(
    "header", ["Name", "e-mail", "Phone", "NHS number", "Home address", "date_of_birth", "Region name"]
)
def test_a_column_of_identity_is_refused_with_the_reason_and_the_way_out(tmp_path: Path, header: str) -> None:
    records, problems = read_as(tmp_path, "participants", "a.csv", f"participant,age band,{header}\nP01,30-39,x\n")
    assert records == []
    assert said(problems) == [("error", "row 1")]
    assert header in problems[0].message
    assert "could then say who spoke" in problems[0].message
    assert f"attributes: [{header}]" in (problems[0].hint or "")


def test_a_declared_attribute_is_kept(tmp_path: Path) -> None:
    mapping = TableMapping(attributes=("region NAME",))
    records, problems = read_as(
        tmp_path, "participants", "a.csv", "participant,Region name\nP01,North\n", mapping=mapping
    )
    assert records[0].attributes == (("Region name", "North"),)
    assert problems == []


def test_an_e_mail_address_in_any_attribute_is_refused(tmp_path: Path) -> None:
    _, problems = read_as(
        tmp_path, "participants", "a.csv", "participant,first_contact\nP01,by letter\nP02,a@example.org\n"
    )
    assert said(problems) == [("error", "row 3")]


def test_consent_that_is_not_understood_is_read_as_the_strictest(tmp_path: Path) -> None:
    records, problems = read_as(
        tmp_path, "participants", "a.csv", "pseudonym,consent,quote_consent\nA,yes,all\nB,,\nC,Active,Verbatim\n"
    )
    assert [(record.consent, record.quote_consent) for record in records] == [
        ("withdrawn", "none"),
        ("active", "none"),
        ("active", "verbatim"),
    ]
    assert said(problems) == [("flag", "row 2")] * 2


def test_one_row_a_participant(tmp_path: Path) -> None:
    records, problems = read_as(tmp_path, "participants", "a.csv", "participant,age\nP01,30\np01,31\n,32\n")
    assert [record.name for record in records] == ["P01"]
    assert said(problems) == [("error", "row 3"), ("flag", "row 4")]
    assert "row 2" in problems[0].message
