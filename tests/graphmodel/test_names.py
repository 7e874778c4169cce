from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphmodel.names import fold, fold_interview, fold_person


def test_names_fold_case_white_space_and_normal_form() -> None:
    assert fold("  Being \n Seen ") == "being seen"
    assert fold("Ene\u0301e") == fold("ENÉE")


@pytest.mark.parametrize(
    "name", ["Interview 03.docx", "interview-3", "INTERVIEW_003", "Interview03.txt", " interview.3 "]
)
def test_ways_to_write_one_interview(name: str) -> None:
    assert fold_interview(name) == "interview-3"


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("P01-1", "p1-1"),
        ("p1 1.VTT", "p1-1"),
        ("P-01_1", "p1-1"),
        ("P011", "p11"),
        ("P1-1-1", "p1-1-1"),
        ("24-interview-translation.docx", "24-interview-translation"),
        ("interview24.docx", "interview-24"),
        ("Grace v2.1", "grace-v2-1"),
        ("3a", "3a"),
        ("٣", "3"),
        ("???", "???"),
        ("P000", "p0"),
    ],
)
def test_interviews_keep_what_tells_them_apart(name: str, folded: str) -> None:
    assert fold_interview(name) == folded


def test_a_number_of_any_length_is_folded() -> None:
    assert fold_interview("P" + "0" * 10_000 + "7" * 5_000) == "p" + "7" * 5_000


@given(st.text(max_size=40))
def test_folding_an_interview_twice_changes_nothing(name: str) -> None:
    once = fold_interview(name)
    assert fold_interview(once) == once


@pytest.mark.parametrize(
    ("name", "folded"), [(" Bo  Lind", "Bo Lind"), ("AB", "AB"), ("Ab", "Ab"), ("Zoe\u0308", "Zo\u00eb")]
)
def test_a_persons_case_counts_and_not_how_accents_are_written(name: str, folded: str) -> None:
    assert fold_person(name) == folded
