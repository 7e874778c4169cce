"""The difference between what is held and what a document says, as data."""

from __future__ import annotations

import pytest

from graphmodel.claims import Held, Properties, Said
from graphmodel.sync.difference import Changes, compare, count, lay, tally

US, THEM = 1, 2


def held(**said: Said) -> dict[str, Held]:
    return {key: Held(f"id-{key}", claims, {}) for key, claims in said.items()}


@pytest.mark.parametrize(
    ("claims", "there", "desired"),
    [
        pytest.param({"a": {"x": 1}}, {}, {"a": {US: {"x": 1}}}, id="new"),
        pytest.param({"a": {"x": 2}}, held(a={US: {"x": 1}}), {"a": {US: {"x": 2}}}, id="otherwise"),
        pytest.param({"a": {}}, held(a={THEM: {"x": 1}}), {"a": {THEM: {"x": 1}, US: {}}}, id="beside another"),
        pytest.param({}, held(a={US: {}, THEM: {"x": 1}}), {"a": {THEM: {"x": 1}}}, id="no longer, another does"),
        pytest.param({}, held(a={US: {}}), {"a": {}}, id="no longer"),
        pytest.param({}, held(a={THEM: {}}), {}, id="never"),
    ],
)
def test_a_documents_claims_are_laid_beside_the_others(
    claims: dict[str, Properties], there: dict[str, Held], desired: dict[str, Said]
) -> None:
    assert lay(US, claims, there) == desired


def test_only_what_differs_has_to_be_written() -> None:
    there = held(same={US: {"x": 1}}, other={US: {"x": 1}}, gone={US: {}}, named={}, untouched={THEM: {}})
    desired: dict[str, Said] = {
        "same": {US: {"x": 1}},
        "other": {US: {"x": 2}},
        "gone": {},
        "named": {},
        "new": {US: {}},
    }
    changes = compare(desired, there)
    assert changes.created == {"new": {US: {}}}
    assert changes.changed == {"other": (there["other"], {US: {"x": 2}})}
    assert changes.removed == {"gone": there["gone"]}
    assert changes


def test_what_nobody_says_is_not_made() -> None:
    changes: Changes[str] = compare({"never": {}}, {})
    assert not changes


def test_the_tally_is_the_documents_own() -> None:
    there = held(a={US: {"x": 1}}, b={THEM: {}}, c={US: {}}, d={THEM: {}})
    told = tally(US, {"a": {"x": 2}, "b": {}}, there)
    assert told.added == ["b"]
    assert told.changed == [("a", {"x": 1}, {"x": 2})]
    assert told.removed == ["c"]


def test_words_are_counted_the_most_frequent_first() -> None:
    assert list(count(["codings", "excerpts", "codings"]).items()) == [("codings", 2), ("excerpts", 1)]
