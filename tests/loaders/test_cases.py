from __future__ import annotations

from graphmodel.errors import NOWHERE, Problem
from graphmodel.records import Interview, Participant
from loaders.cases import Cases


def _records(cases: Cases) -> tuple[list[Participant], list[Interview], list[str]]:
    found = list(cases.records())
    return (
        [each for each in found if isinstance(each, Participant)],
        [each for each in found if isinstance(each, Interview)],
        [each.message for each in found if isinstance(each, Problem)],
    )


def test_variables_of_a_source_belong_to_whoever_gave_it() -> None:
    cases = Cases(NOWHERE)
    cases.add(1, "Ada", NOWHERE)
    cases.link(1, "a.txt", NOWHERE)
    cases.set(1, "Age", "61")
    for source in ("a.txt", "b.txt"):
        cases.set_of_source(source, "Age", "30", NOWHERE)
        cases.set_of_source(source, "Interview date", "2016-03", NOWHERE)
    people, interviews, problems = _records(cases)
    assert [(each.name, each.attributes) for each in people] == [("Ada", (("Age", "61"),)), ("b.txt", (("Age", "30"),))]
    assert [(each.name, each.participants, each.date) for each in interviews] == [
        ("a.txt", ("Ada",), "2016-03"), ("b.txt", ("b.txt",), "2016-03"),
    ]  # fmt: skip
    assert problems == []


def test_variables_of_a_source_that_is_called_as_a_case_belong_to_it() -> None:
    cases = Cases(NOWHERE)
    cases.add(1, "Ada", NOWHERE)
    cases.set_of_source("ada", "Age", "61", NOWHERE)
    cases.set_of_source("ada", "Interviewer", "Bo; Cy", NOWHERE)
    people, interviews, _ = _records(cases)
    assert [(each.name, each.attributes) for each in people] == [("Ada", (("Age", "61"),))]
    assert [(each.participants, each.interviewers) for each in interviews] == [(("Ada",), ("Bo", "Cy"))]


def test_several_people_give_one_interview_together() -> None:
    cases = Cases(NOWHERE)
    for key in (1, 2):
        cases.add(key, "Same", NOWHERE)
        cases.link(key, "group.txt", NOWHERE)
    cases.set_of_source("group.txt", "Room", "12", NOWHERE)
    people, interviews, problems = _records(cases)
    assert [each.participants for each in interviews] == [("Same", "Same (2)")]
    assert [each.attributes for each in people] == [(), ()]
    assert len(problems) == 1


def test_what_may_say_who_somebody_is_is_left_out_unless_declared() -> None:
    for declared, kept in (((), ("Mood",)), (("surname", "Contact"), ("Surname", "Contact", "Mood"))):
        cases = Cases(NOWHERE, declared)
        cases.add(1, "A", NOWHERE)
        for variable, value in (("Surname", "Ek"), ("Contact", "ek@example.org"), ("Mood", "good")):
            cases.set(1, variable, value)
        people, _, problems = _records(cases)
        assert tuple(name for name, _ in people[0].attributes) == kept
        assert len(problems) == 3 - len(kept)


def test_consent_is_read_where_it_is_understood() -> None:
    cases = Cases(NOWHERE)
    cases.add(1, "A", NOWHERE)
    cases.set(1, "Consent", "Withdrawn")
    cases.set(1, "Quote consent", "sometimes")
    (person,), _, problems = _records(cases)
    assert (person.consent, person.quote_consent) == ("withdrawn", "none")
    assert person.attributes == (("Quote consent", "sometimes"),)
    assert len(problems) == 1
