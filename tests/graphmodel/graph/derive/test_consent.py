"""The voices in an excerpt, those who said it, whether it may be quoted, and withdrawals."""

from __future__ import annotations

from typing import Any

import pytest

from graphmodel.graph.build import Built
from graphmodel.graph.document import Document
from graphmodel.records import Consent, Interview, Participant, QuoteConsent, Researcher, Study, Transcript
from graphmodel.schema import Label, Type
from tests.graphmodel.graph.building import FIRST, built, coding, excerpts, file, pairs, said, sources

ADA = file(Study("s", "A study", researchers=(Researcher("Ada"),)))
ACTIVE, WITHDRAWN = Consent.ACTIVE, Consent.WITHDRAWN
NONE, PARAPHRASE, VERBATIM = QuoteConsent.NONE, QuoteConsent.PARAPHRASE, QuoteConsent.VERBATIM
Consents = tuple[Consent, QuoteConsent]
YES, NO, GONE = (ACTIVE, VERBATIM), (ACTIVE, NONE), (WITHDRAWN, VERBATIM)


def people(**consents: Consents) -> list[Document]:
    return file(*(Participant(name, consent, quoting) for name, (consent, quoting) in consents.items()))


def gave(*names: str) -> list[Document]:
    return file(Interview("x", participants=names))


def talk(*lines: str) -> list[Document]:
    return file(Transcript("x", "\n".join(lines) + "\n"))


def quote(*files: list[Document], words: str) -> tuple[Built, dict[str, Any]]:
    """A study with one quote of the interview, and what is known of it."""
    found = built(ADA, *files, file(coding("x", words, "A")))
    (excerpt,) = excerpts(found).values()
    return found, excerpt


def who(found: Built) -> set[str]:
    return {person for person, _ in pairs(found, Type.SAID)}


TALK = talk("Ada: How was it?", "Rosa: Fine.", "Partner: Not fine.", "Rosa: Well.", "Partner: No.")


@pytest.mark.parametrize(
    ("words", "spoken_by", "said_by", "quotable"),
    [
        pytest.param("Fine.", "participant", {"rosa"}, True, id="a participant"),
        pytest.param("How was it?", "interviewer", set(), False, id="the interviewer"),
        pytest.param("Not fine.", "other", set(), False, id="somebody else"),
        pytest.param("How was it? Fine.", "both", {"rosa"}, True, id="the interviewer and a participant"),
        pytest.param("Not fine. Well.", "both", {"rosa"}, True, id="a participant and somebody else"),
        pytest.param("nobody said this", "unknown", {"rosa"}, True, id="words that are not there"),
    ],
)
def test_who_said_an_excerpt_is_known_from_its_turns(
    words: str, spoken_by: str, said_by: set[str], quotable: bool
) -> None:
    found, excerpt = quote(people(Rosa=YES), gave("Rosa"), TALK, words=words)
    assert (excerpt["spokenBy"], who(found), excerpt["quotable"]) == (spoken_by, said_by, quotable)
    assert excerpt["withdrawn"] is False


def test_said_derives_from_what_says_the_excerpt() -> None:
    found, _ = quote(people(Rosa=YES), gave("Rosa"), TALK, words="Fine.")
    assert sources(found, Type.SAID) == [["codings.csv"]]


@pytest.mark.parametrize(
    ("consent", "quotable", "withdrawn"),
    [
        ((ACTIVE, VERBATIM), True, False),
        ((ACTIVE, PARAPHRASE), False, False),
        ((ACTIVE, NONE), False, False),
        ((WITHDRAWN, VERBATIM), False, True),
    ],
)
def test_an_excerpt_may_be_quoted_if_who_said_it_is_active_and_agreed(
    consent: Consents, quotable: bool, withdrawn: bool
) -> None:
    found, excerpt = quote(people(Rosa=consent), gave("Rosa"), TALK, words="Fine.")
    assert (excerpt["quotable"], excerpt["withdrawn"]) == (quotable, withdrawn)
    assert said(found, Label.INTERVIEW, "x")["withdrawn"] is withdrawn


def test_a_participant_whom_no_table_defines_is_active_and_quotes_nothing() -> None:
    found, excerpt = quote(gave("Rosa"), TALK, words="Fine.")
    assert (who(found), excerpt["quotable"], excerpt["withdrawn"]) == ({"rosa"}, False, False)


JOINT = talk("Ada: How was it?", "Rosa: Fine.", "Jo: Not fine.", "Rosa: Well.", "Ada: And?", "Jo: No.")


@pytest.mark.parametrize(
    ("rosa", "jo", "words", "quotable", "withdrawn"),
    [
        pytest.param(YES, NO, "Fine.", True, False, id="only who said it is asked"),
        pytest.param(YES, NO, "Not fine.", False, False, id="the other one said it"),
        pytest.param(YES, NO, "Fine. Not fine.", False, False, id="both said it"),
        pytest.param(YES, YES, "Fine. Not fine.", True, False, id="both agreed"),
        pytest.param(YES, GONE, "Fine.", True, False, id="one who did not say it withdrew"),
        pytest.param(YES, GONE, "Fine. Not fine.", False, True, id="one who said some of it withdrew"),
        pytest.param(GONE, GONE, "How was it?", False, True, id="all withdrew: the whole interview"),
        pytest.param(YES, GONE, "How was it?", False, False, id="the interviewer's words"),
    ],
)
def test_of_a_joint_interview_those_who_said_an_excerpt_are_asked(
    rosa: Consents, jo: Consents, words: str, quotable: bool, withdrawn: bool
) -> None:
    found, excerpt = quote(people(Rosa=rosa, Jo=jo), gave("Rosa", "Jo"), JOINT, words=words)
    assert (excerpt["quotable"], excerpt["withdrawn"]) == (quotable, withdrawn)
    assert said(found, Label.INTERVIEW, "x")["withdrawn"] is (rosa == jo == GONE)


UNLABELLED = talk("It was fine.", "", "It was not.")
ROLES = talk("Interviewer: How was it?", "Participant: Fine.")


@pytest.mark.parametrize(
    ("words", "text", "spoken_by"),
    [
        pytest.param(UNLABELLED, "It was fine.", "unknown", id="no labels"),
        pytest.param(ROLES, "Fine.", "participant", id="a word for a role"),
        pytest.param(file(Interview("x")), "Fine.", "unknown", id="no transcript"),
    ],
)
@pytest.mark.parametrize(
    ("givers", "said_by", "quotable", "withdrawn"),
    [
        pytest.param({"Rosa": YES}, {"rosa"}, True, False, id="one giver said it"),
        pytest.param({"Rosa": GONE}, {"rosa"}, False, True, id="one giver, who withdrew"),
        pytest.param({"Rosa": YES, "Jo": YES}, set(), True, False, id="several who all agreed"),
        pytest.param({"Rosa": YES, "Jo": NO}, set(), False, False, id="several who did not all agree"),
        pytest.param({"Rosa": YES, "Jo": GONE}, set(), False, True, id="several of whom one withdrew"),
        pytest.param({}, set(), False, False, id="nobody gave it"),
    ],
)
def test_where_it_is_not_known_who_spoke_all_who_gave_the_interview_are_asked(
    words: list[Document],
    text: str,
    spoken_by: str,
    givers: dict[str, Consents],
    said_by: set[str],
    quotable: bool,
    withdrawn: bool,
) -> None:
    files = [people(**givers)] if givers else []
    found, excerpt = quote(*files, file(Interview("x", tuple(givers)), path="gave.csv"), words, words=text)
    assert (excerpt["spokenBy"], who(found)) == (spoken_by, said_by)
    assert (excerpt["quotable"], excerpt["withdrawn"]) == (quotable, withdrawn)


def test_words_of_the_interviewer_beside_those_of_somebody_unknown_are_unknown() -> None:
    # Mo and Su are no participants by name or role, and nobody is: any of the two may be Rosa
    found, excerpt = quote(
        people(Rosa=YES),
        gave("Rosa"),
        talk("Ada: How?", "Mo: Fine.", "Su: No.", "Mo: Yes.", "Su: No."),
        words="How? Fine.",
    )
    assert (excerpt["spokenBy"], who(found), excerpt["quotable"]) == ("unknown", {"rosa"}, True)


def test_a_known_speaker_beside_an_unknown_one_of_several_givers() -> None:
    first = talk("So it was.", "Rosa: Fine.", "Jo: No.", "Rosa: Yes.", "Jo: No.")
    found, excerpt = quote(people(Rosa=YES, Jo=NO), gave("Rosa", "Jo"), first, words="So it was. Fine.")
    # Rosa said some of it; the paragraph before the first label may be Jo's, who agreed to nothing
    assert (excerpt["spokenBy"], who(found), excerpt["quotable"]) == ("participant", {"rosa"}, False)


def test_an_interview_that_its_name_alone_gives_to_somebody_is_withdrawn_with_them() -> None:
    found = built(people(P01=GONE), file(Transcript("P01-1", FIRST)), file(coding("P01-1", "as mates", "A")))
    assert said(found, Label.INTERVIEW, "p1-1")["withdrawn"] is True
    assert excerpts(found)["as mates"]["withdrawn"] is True


def test_an_interview_that_nobody_gave_is_not_withdrawn() -> None:
    found, excerpt = quote(people(Rosa=GONE), TALK, words="How was it?")
    assert said(found, Label.INTERVIEW, "x")["withdrawn"] is False
    assert excerpt["withdrawn"] is False


def test_quotes_that_name_no_interview_are_said_by_nobody() -> None:
    found = built(people(Rosa=YES), file(coding(None, "Fine.", "A")))
    (excerpt,) = excerpts(found).values()
    assert (excerpt["spokenBy"], who(found), excerpt["quotable"]) == ("unknown", set(), False)
