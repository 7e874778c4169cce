"""What consent lets be printed: the policy, and that the questions' own column agrees with it."""

from __future__ import annotations

import pytest

from graphmodel.consent import may_quote, may_quote_all, withhold
from graphmodel.database import Database
from graphmodel.questions import ask, catalogue
from tests.graphmodel.expected import EXPECTED

CONSENTS = "MATCH (p:Participant {study: 'small'}) RETURN p.name AS name, p.consent AS consent, p.quoteConsent AS quote"
INTERVIEWERS = "MATCH (e:Excerpt {study: 'small'}) WHERE e.spokenBy = 'interviewer' RETURN e.key AS key"


@pytest.mark.parametrize(
    ("consent", "quote_consent", "allowed"),
    [
        ("active", "verbatim", True),
        (None, "verbatim", True),
        ("active", "paraphrase", False),
        ("active", "none", False),
        ("active", None, False),
        ("withdrawn", "verbatim", False),
    ],
)
def test_words_are_printed_only_with_both_consents(
    consent: str | None, quote_consent: str | None, allowed: bool
) -> None:
    assert may_quote(consent, quote_consent) is allowed


def test_everybody_who_spoke_must_consent_and_somebody_must_be_known() -> None:
    assert may_quote_all([("active", "verbatim"), ("active", "verbatim")])
    assert not may_quote_all([("active", "verbatim"), ("withdrawn", "verbatim")])
    assert not may_quote_all([])


def test_withheld_words_say_why() -> None:
    row = {"text": "words", "name": "a", "quotable": False}
    assert withhold(row, ["text"]) == {"text": None, "name": "a", "quotable": False, "withheld": "consent"}
    assert withhold({**row, "quotable": True}, ["text"]) == {**row, "quotable": True}
    assert withhold({**row, "text": None}, ["text"]) == {**row, "text": None}


@pytest.mark.parametrize("name", [name for name, question in catalogue().items() if question.words])
def test_questions_decide_as_the_policy_does(small: Database, name: str) -> None:
    """Each interview of the small study was given by those who speak in it; the interviewer's words are not quotable."""
    consents = {row["name"]: (row["consent"], row["quote"]) for row in small.read(CONSENTS)}
    asked_by_interviewers = {row["key"] for row in small.read(INTERVIEWERS)}
    asked = [{**each.parameters} for each in EXPECTED if each.question == name]
    for parameters in asked:
        if "withdrawn" in catalogue()[name].parameters:
            parameters["withdrawn"] = True
        for row in ask(small, name, "small", parameters).rows:
            said = row["excerpt"] not in asked_by_interviewers
            assert row["quotable"] is (said and may_quote_all(consents[person] for person in row["participants"]))
