from __future__ import annotations

from loaders import vocabulary


def test_values_are_known_whatever_their_case_spacing_or_spelling() -> None:
    assert vocabulary.known("In Vivo", vocabulary.ORIGIN) == "in_vivo"
    assert vocabulary.known("sensitizing", vocabulary.ORIGIN) == "sensitising"
    assert vocabulary.known("Contextualizes", vocabulary.LITERATURE_STANCE) == "contextualises"
    assert vocabulary.known("Field-Note", vocabulary.MEMO) == "field note"
    assert vocabulary.known("leads to", vocabulary.RELATION) == "leads_to"


def test_a_value_outside_the_set_is_reported_with_the_set() -> None:
    assert vocabulary.known("maybe", vocabulary.CONSENT) is None
    message, hint = vocabulary.unknown("consent", "maybe", vocabulary.CONSENT)
    assert "maybe" in message
    assert "active, withdrawn" in hint
