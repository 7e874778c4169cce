"""Folding: what is forgotten, what is kept, and that offsets lead back."""

import sys
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphmodel.quotes.fold import Folded, fold

LOOKS = [
    ("two  spaces", "two spaces"),
    ("line\r\nbreak\tand tab", "line break and tab"),
    ("  edges \n", "edges"),
    ("no\u00a0break\u2009thin\u3000wide", "no break thin wide"),
    ("‘don’t’ `so´", "'don't' 'so'"),
    ("“yes” „ja“ «oui»", '"yes" "ja" "oui"'),
    ("en – em — minus − hyphen ‐ bar ―", "en - em - minus - hyphen - bar -"),
    ("typed--as two, or---three", "typed-as two, or-three"),
    ("e\ufb03cient o\ufb00 \ufb01ne", "efficient off fine"),
    ("cafe\u0301", "caf\u00e9"),
    ("\ud55c = \u1112\u1161\u11ab", "\ud55c = \ud55c"),
    ("wait…", "wait..."),
    ("Ｆｕｌｌ　ｗｉｄｔｈ", "Full width"),
    ("ther\u00adapy \u200bzero\ufeff", "therapy zero"),
    ("a \u00ad b", "a b"),
    ("q\u0323\u0307 = q\u0307\u0323", "q\u0323\u0307 = q\u0323\u0307"),
    ("a¨b", "a¨b"),
    ("Case Stays", "Case Stays"),
    ("œuvre, Straße, æon", "œuvre, Straße, æon"),
    ("👩\u200d👧 𝒳", "👩👧 X"),
    ("", ""),
    (" \n\u00ad", ""),
]


@pytest.mark.parametrize(("text", "folded"), LOOKS)
def test_folds(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_every_character_folds_to_something_that_stays_as_it_is() -> None:
    assigned = [char for char in map(chr, range(sys.maxunicode + 1)) if unicodedata.category(char) not in ("Cn", "Co")]
    for block in range(0, len(assigned), 256):
        folded = fold(" x ".join(assigned[block : block + 256]))
        assert fold(folded) == folded, hex(ord(assigned[block]))
        assert unicodedata.is_normalized("NFC", folded), hex(ord(assigned[block]))


def test_every_character_that_composes_with_the_one_before_it_is_kept_with_it() -> None:
    for code in range(sys.maxunicode + 1):
        parts = unicodedata.decomposition(chr(code)).split()
        if len(parts) == 2 and not parts[0].startswith("<"):
            first, second = (chr(int(part, 16)) for part in parts)
            composed = unicodedata.normalize("NFC", first + second)
            assert fold(f"x {first}{second}y") == fold(f"x {composed}y"), hex(code)


steady = settings(deadline=None)  # what time an example takes is the machine's affair
UNUSUAL = "a b-\n\r\t’”–—…ﬁﬃ\u0301\u0323\u00ad\u200b\u00a0\ufeff\u1112\u1161\u11ab\ud55c½𝒳👩\u200d¨´\u0385ﷺ\uff9e\u0344"
texts = st.one_of(st.text(), st.text(alphabet=UNUSUAL), st.text(alphabet="a- \u0301\u00ad"))


@steady
@given(texts)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@steady
@given(texts)
def test_normal_form_does_not_matter(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@steady
@given(texts)
def test_the_fold_has_no_runs_of_space_and_no_edges(text: str) -> None:
    folded = fold(text)
    assert folded == " ".join(folded.split())


@steady
@given(texts)
def test_words_fold_alone_as_they_do_in_their_text(text: str) -> None:
    assert fold(text) == Folded(text).text.strip(" ")


@pytest.mark.parametrize("between", ["-", "a"])
def test_every_character_folds_alone_as_it_does_in_its_text(between: str) -> None:
    characters = [chr(code) for code in range(0x20000) if not 0xD800 <= code < 0xE000]
    different = [
        each for each in characters if fold(f"{between}{each}{between}") != _in_text(f"{between}{each}{between}")
    ]
    assert different == []


def _in_text(words: str) -> str:
    return Folded(words).text.strip(" ")


@steady
@given(texts, st.data())
def test_a_folded_span_leads_to_words_that_fold_to_it(text: str, data: st.DataObject) -> None:
    folded = Folded(text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    first, last = folded.span_at(start, end)
    words = folded.text[first:last]
    assert not words or fold(text[folded.source_start(first) : folded.source_end(last)]) == words


@steady
@given(st.text(alphabet="ab", min_size=1, max_size=40), st.text(alphabet="ab", min_size=1, max_size=6))
def test_places_are_all_the_places_overlapping_ones_too(text: str, words: str) -> None:
    assert Folded(text).places(words) == [at for at in range(len(text)) if text.startswith(words, at)]


@steady
@given(st.integers(1, 3), st.integers(1, 30), st.integers(1, 60), st.text(alphabet="ab", max_size=3))
def test_places_in_text_that_repeats_itself(period: int, few: int, many: int, end: str) -> None:
    text = ("aab"[:period] * many + end) * 2
    words = "aab"[:period] * few
    assert Folded(text).places(words) == [at for at in range(len(text)) if text.startswith(words, at)]


def test_words_that_repeat_themselves_take_linear_time() -> None:
    half = 500_000
    assert len(Folded("a" * 2 * half).places("a" * half)) == half + 1
    assert len(Folded("ab" * half).places("ab" * (half // 2))) == half // 2 + 1


def test_a_ligature_is_not_cut() -> None:
    assert Folded("\ufb01fi").places("f") == [2]


def test_very_many_marks_on_one_letter_take_linear_time() -> None:
    folded = fold("a" + "\u0301\u0323" * 200_000)
    assert folded[0] == "\u1ea1"
    assert len(folded) == 400_000
