from __future__ import annotations

import pytest

from graphmodel.records import Role
from graphmodel.turns.roles import known_role, roles_of

INTERVIEWER, PARTICIPANT, OTHER = Role.INTERVIEWER, Role.PARTICIPANT, Role.OTHER
PEOPLE = (("Ada Kerr", INTERVIEWER), ("Rosa", PARTICIPANT))


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("Interviewer", INTERVIEWER),
        ("INT", INTERVIEWER),
        ("I", INTERVIEWER),
        ("Researcher 1", INTERVIEWER),
        ("Moderator:".rstrip(":"), INTERVIEWER),
        ("P01", PARTICIPANT),
        ("p 3", PARTICIPANT),
        ("Participant 12", PARTICIPANT),
        ("Interviewee", PARTICIPANT),
        ("Rosa", PARTICIPANT),
        ("ada kerr", INTERVIEWER),
        ("AK", INTERVIEWER),
        ("A.K.", INTERVIEWER),
        ("Mo", None),
        ("Internet", None),
        ("Parrot", None),
        ("I think", None),
        ("K", None),
    ],
)
def test_what_a_label_says_by_itself(name: str, role: Role | None) -> None:
    assert known_role(name, PEOPLE) is role


@pytest.mark.parametrize(
    ("names", "roles"),
    [
        (["I", "R"], [INTERVIEWER, PARTICIPANT]),
        (["R", "P"], [INTERVIEWER, PARTICIPANT]),
        (["Interviewer", "Mo"], [INTERVIEWER, PARTICIPANT]),
        (["Mo", "P3"], [INTERVIEWER, PARTICIPANT]),
        (["Interviewer", "Mo", "Jo"], [INTERVIEWER, OTHER, OTHER]),
        (["Mo", "Jo"], [OTHER, OTHER]),
        (["Q", "A"], [INTERVIEWER, PARTICIPANT]),
        (["Mo"], [OTHER]),
    ],
)
def test_what_the_company_says(names: list[str], roles: list[Role]) -> None:
    assert list(roles_of(names, ()).values()) == roles
