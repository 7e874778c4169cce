"""Excerpts are found where they stand, told how far they agree, and keyed by the place alone."""

import hashlib
import unicodedata
from dataclasses import dataclass

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from graphmodel.quotes.ellipsis import REACH
from graphmodel.quotes.locate import TranscriptIndex, fingerprint, fold, unchecked
from graphmodel.quotes.selector import QuoteLocation, QuoteSelector, Verification

EXACT, NORMALISED, RELOCATED, UNLOCATED = (
    Verification.EXACT,
    Verification.NORMALISED,
    Verification.RELOCATED,
    Verification.UNLOCATED,
)

TALK = (
    "I: How did they react?\n\n"
    "P01: Well — I didn’t tell them at first. I just said “I’m a nurse” and left it…\n\n"
    "I: And then?\n\n"
    "P01: Then I told them. I just said it. They were \ufb01ne, they said it's \ufb01ne.\n"
)
LABELS = tuple(
    (at, at + len(label)) for label in ("I: ", "P01: ") for at in range(len(TALK)) if TALK.startswith(label, at)
)


@dataclass(frozen=True)
class Case:
    why: str
    anchor: QuoteSelector
    verification: Verification
    text: str | None = None
    at: int | None = None
    place: tuple[int, int] = (1, 1)


def quote(words: str, start: int | None = None, end: int | None = None, occurrence: int | None = None) -> QuoteSelector:
    return QuoteSelector(words, start, end, occurrence)


FIRST, SECOND, WELL = TALK.index("I just said"), TALK.rindex("I just said"), TALK.index("Well")
CASES = [
    Case("as it stands", quote("left it…"), EXACT, "left it…"),
    Case("white space at the quote's edges is not words", quote(" Then I told them. \n"), EXACT, "Then I told them."),
    Case("straight for curly quotes", quote("I didn't tell them"), NORMALISED, "I didn’t tell them"),
    Case("another dash", quote("Well -- I didn’t"), NORMALISED, "Well — I didn’t"),
    Case("letters for a ligature", quote("They were fine,"), NORMALISED, "They were \ufb01ne,"),
    Case("three dots for the one character", quote("and left it..."), NORMALISED, "and left it…"),
    Case("line breaks for spaces", quote("I just\r\nsaid it."), NORMALISED, "I just said it."),
    Case("in quotation marks of the table's own", quote("“Then I told them.”"), NORMALISED, "Then I told them."),
    Case("marks that are the speaker's own stay", quote("“I’m a nurse”"), EXACT, "“I’m a nurse”"),
    Case("across turns with labels", quote("left it…\n\nI: And then?"), EXACT, "left it…\n\nI: And then?"),
    Case("across turns without labels", quote("And then? Then I told"), NORMALISED, "And then?\n\nP01: Then I told"),
    Case("case is kept", quote("then i told them"), UNLOCATED),
    Case("not there", quote("I never said that"), UNLOCATED),
    Case("twice: the first", quote("I just said"), EXACT, "I just said", FIRST, (1, 2)),
    Case("twice: the second, counted", quote("I just said", occurrence=2), EXACT, "I just said", SECOND, (2, 2)),
    Case("twice: the second, by its start", quote("I just said", SECOND), EXACT, "I just said", SECOND, (2, 2)),
    Case("start wins over occurrence", quote("I just said", SECOND, None, 1), EXACT, "I just said", SECOND, (2, 2)),
    Case("twice: nearest to a wrong start", quote("I just said", SECOND + 9), RELOCATED, "I just said", SECOND, (2, 2)),
    Case("twice: there is no third", quote("I just said", occurrence=3), UNLOCATED),
    Case("there is no zeroth", quote("I just said", occurrence=0), UNLOCATED),
    Case("whole words first", quote("it"), EXACT, "it", TALK.index("it…"), (1, 3)),
    Case("literally equal first", quote("it's"), EXACT, "it's"),
    Case("folded at its start", quote("I didn't tell", TALK.index("I didn")), NORMALISED, "I didn’t tell"),
    Case("start on the space before", quote("Then I told", TALK.index("Then I") - 1), EXACT, "Then I told"),
    Case("start wrong, once there", quote("left it…", 3), RELOCATED, "left it…"),
    Case("start beyond the end", quote("left it…", 9999), RELOCATED, "left it…"),
    Case("negative start", quote("I: How", -1), RELOCATED, "I: How", 0),
    Case("start and nowhere", quote("nowhere", 3), UNLOCATED),
    Case("ellipsis", quote("Well […] left it"), NORMALISED, TALK[TALK.index("Well") : TALK.index("it…") + 2]),
    Case("ellipsis in dots", quote("Well ... left it"), NORMALISED, TALK[TALK.index("Well") : TALK.index("it…") + 2]),
    Case("spaced dots", quote("Well . . . left it"), NORMALISED, TALK[TALK.index("Well") : TALK.index("it…") + 2]),
    Case("in parentheses", quote("Well (...) left it"), NORMALISED, TALK[TALK.index("Well") : TALK.index("it…") + 2]),
    Case("across turns", quote("I: And […] told them"), NORMALISED, "I: And then?\n\nP01: Then I told them"),
    Case("a part across turns", quote("Well […] And then? Then I"), NORMALISED, TALK[WELL : TALK.index("Then I") + 6]),
    Case("stop before the ellipsis", quote("Then I. […] it."), NORMALISED, "Then I told them. I just said it."),
    Case("outer ellipses", quote("…Then I told them…"), NORMALISED, "Then I told them"),
    Case("in marks", quote("'Then I […] said it.'"), NORMALISED, "Then I told them. I just said it."),
    Case("parts in the wrong order", quote("left it […] Well"), UNLOCATED),
    Case("one part missing", quote("Well […] I never said that"), UNLOCATED),
    Case("nothing but an ellipsis", quote("[…]"), UNLOCATED),
    Case("drawn in to the last beginning", quote("I […] said it."), NORMALISED, "I just said it.", SECOND),
    Case("ellipsis at its start", quote("Well […] left", WELL), NORMALISED, TALK[WELL : TALK.index("left") + 4], WELL),
    Case(
        "ellipsis, not drawn in where start says so",
        quote("I […] said it.", TALK.index("I told")),
        NORMALISED,
        "I told them. I just said it.",
    ),
    Case("ellipsis elsewhere", quote("Well […] left", 5), RELOCATED, TALK[WELL : TALK.index("left") + 4], WELL),
    Case("offsets alone", QuoteSelector(start=FIRST, end=FIRST + 11), EXACT, "I just said", FIRST, (1, 2)),
    Case(
        "offsets alone, with the space",
        QuoteSelector(start=SECOND - 1, end=SECOND + 12),
        EXACT,
        "I just said",
        SECOND,
        (2, 2),
    ),
    Case("offsets beyond the end", QuoteSelector(start=0, end=9999), UNLOCATED),
    Case("offsets the wrong way round", QuoteSelector(start=9, end=3), UNLOCATED),
    Case("offsets around nothing", QuoteSelector(start=9, end=9), UNLOCATED),
    Case("offsets around white space", QuoteSelector(start=22, end=24), UNLOCATED),
    Case("negative offsets", QuoteSelector(start=-5, end=4), UNLOCATED),
    Case("start alone", QuoteSelector(start=3), UNLOCATED),
    Case("nothing said", QuoteSelector(), UNLOCATED),
    Case("an empty quote beside offsets", QuoteSelector(" ", 3, 6), EXACT, "How", 3),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.why)
def test_cases(case: Case) -> None:
    found = TranscriptIndex(TALK, LABELS).locate(case.anchor)
    assert found.verification == case.verification
    if case.verification == UNLOCATED:
        assert found == QuoteLocation((case.anchor.quote or "").strip(), None, None, None, 1, 0, UNLOCATED)
        return
    assert found.text == case.text == TALK[found.start : found.end]
    assert case.at is None or found.start == case.at
    assert (found.occurrence, found.occurrences) == case.place if case.place != (1, 1) else found.occurrences >= 1
    assert found.quote == (
        None if (case.anchor.quote or found.text).strip() in ("", found.text) else case.anchor.quote.strip()
    )


def test_labels_are_needed_where_they_are_not_hidden() -> None:
    assert TranscriptIndex(TALK).locate(quote("And then? Then I told")).verification == UNLOCATED


def test_a_timestamp_between_two_words_does_not_join_them() -> None:
    text = "so[00:01]then we left.[00:02]We did"
    words = TranscriptIndex(text, [(2, 9), (22, 29)])
    assert words.locate(quote("so then")).text == "so[00:01]then"
    assert words.locate(quote("left. We")).text == "left.[00:02]We"


def test_hidden_spans_may_overlap_and_come_in_any_order() -> None:
    text = "one [a] P: two [b] three"
    assert TranscriptIndex(text, [(15, 19), (4, 8), (4, 11)]).locate(quote("one two three")).text == text


def test_nothing_that_is_left_out_is_too_far_away() -> None:
    near, far = ("first" + " so" * n + " second" for n in (REACH // 3, REACH // 3 + 2))
    assert TranscriptIndex(near).locate(quote("first […] second")).text == near
    assert TranscriptIndex(far).locate(quote("first […] second")).verification == UNLOCATED


def test_a_common_first_part_is_tried_until_the_rest_follows() -> None:
    text = "I went. " + "so it was. " * 300 + "I stayed home. I left."
    assert TranscriptIndex(text).locate(quote("I […] home")).text == "I stayed home"


def test_parts_are_whole_words_before_they_are_parts_of_words() -> None:
    assert TranscriptIndex("It is so. I was in the inn.").locate(quote("I […] in")).text == "I was in"
    assert TranscriptIndex("昨日私は学校に行きました").locate(quote("私は […] ました")).text == "私は学校に行きました"


def test_the_second_of_two_ellipses() -> None:
    text = "we went home and we ran home"
    assert TranscriptIndex(text).locate(quote("we … home", occurrence=2)).text == "we ran home"
    assert TranscriptIndex(text).locate(quote("we … home", occurrence=3)).verification == UNLOCATED


def test_dots_that_were_spoken_are_not_left_out_words() -> None:
    assert TranscriptIndex("I was... you know. I was there").locate(quote("I was... you know")).verification == EXACT


def test_a_letter_is_not_cut_from_its_accent() -> None:
    text = "cafe\u0301 cafe"
    assert TranscriptIndex(text).locate(quote("cafe")).start == 6
    assert TranscriptIndex(text).locate(quote("caf\u00e9")) == QuoteLocation(
        "cafe\u0301", "caf\u00e9", 0, 5, 1, 1, NORMALISED
    )
    assert TranscriptIndex(text).locate(QuoteSelector(start=0, end=4)) == QuoteLocation(
        "cafe\u0301", None, 0, 5, 1, 1, NORMALISED
    )


def test_places_that_overlap_are_all_counted() -> None:
    words = TranscriptIndex("ha ha ha ha")
    assert [words.locate(quote("ha ha", occurrence=n)).start for n in (1, 2, 3)] == [0, 3, 6]
    assert words.locate(quote("ha ha", 3)).occurrence == 2


def test_without_a_transcript() -> None:
    assert unchecked(quote(" so ", 3, 5)) == QuoteLocation("so", None, None, None, 1, 0, Verification.UNCHECKED)
    assert unchecked(quote("so", occurrence=2)).occurrence == 2
    assert unchecked(QuoteSelector(start=3, end=5)) == QuoteLocation("", None, None, None, 1, 0, Verification.UNCHECKED)


def test_fingerprints_are_of_the_folded_words() -> None:
    assert fingerprint("it’s  so") == hashlib.sha256(b"it's so").hexdigest()
    assert fingerprint(TranscriptIndex("it’s so").locate(quote("it's so")).text) == fingerprint("it's so")
    assert fingerprint("\ud800") != fingerprint("\ud801")


steady = settings(deadline=None)  # what time an example takes is the machine's affair

# Texts made of units that no fold joins with a neighbour, so that a run of units is a quote a person could select.

UNITS = [
    "a",
    "b",
    "I",
    "ab",
    "é",
    "e\u0301",
    "x\u0323\u0302",
    "’",
    "'",
    "“",
    "–",
    "--",
    "-",
    "\ufb01",
    "½",
    "…",
    "𝒳",
    "😀",
    "👩\u200d👧",
    "ther\u00adapy",
    "\ufeff",
    " ",
    "  ",
    "\r\n",
    "\n\n",
    "\u00a0",
    "\t",
    ".",
    "ᄒ\u1161\u11ab",
    "क\u093f",
    "ß",
]
units = st.lists(st.sampled_from(UNITS) | st.characters(categories=["Lu", "Ll", "Nd", "Po"]), min_size=1, max_size=40)
VARIANTS = [
    lambda text: text.replace("’", "'").replace("“", '"'),
    lambda text: text.replace("'", "’").replace('"', "”"),
    lambda text: text.replace("–", "-"),
    lambda text: text.replace("-", "—"),
    lambda text: text.replace(" ", " \n "),
    lambda text: text.replace("\u00a0", " ").replace("\r\n", "\n"),
    lambda text: text.replace("\ufb01", "fi").replace("…", "..."),
    lambda text: text.replace("\u00ad", "").replace("\ufeff", ""),
    lambda text: unicodedata.normalize("NFD", text),
    lambda text: unicodedata.normalize("NFC", text),
    lambda text: f"  {text}\n",
]


@st.composite
def spans(draw: st.DrawFn) -> tuple[str, int, int]:
    """A text and a span in it, at the edges of units, with words in it."""
    pieces = draw(units)
    first = draw(st.integers(0, len(pieces) - 1))
    last = draw(st.integers(first + 1, len(pieces)))
    text = "".join(pieces)
    start, end = len("".join(pieces[:first])), len("".join(pieces[:last]))
    assume(fold(text[start:end]))
    return text, start, end


def key(location: QuoteLocation) -> tuple[str, int]:
    return fingerprint(location.text), location.occurrence


@steady
@given(spans())
def test_what_stands_in_the_text_is_found(span: tuple[str, int, int]) -> None:
    text, start, end = span
    found = TranscriptIndex(text).locate(quote(text[start:end]))
    assert found.verification in (EXACT, NORMALISED)
    assert text[found.start : found.end] == found.text
    assert fold(found.text) == fold(text[start:end])
    assert 1 <= found.occurrence <= found.occurrences


@steady
@given(spans())
@example(("aa\ufeffaab", 2, 6))
@example(("aa\ufeffa", 2, 4))
def test_it_is_found_at_the_start_that_is_named(span: tuple[str, int, int]) -> None:
    text, start, end = span
    words = TranscriptIndex(text)
    by_quote, by_offsets = (
        words.locate(quote(text[start:end], start, end)),
        words.locate(QuoteSelector(start=start, end=end)),
    )
    assert by_quote.verification in (EXACT, NORMALISED)
    assert by_offsets.verification in (EXACT, NORMALISED)
    assert (by_quote.start, by_quote.end, key(by_quote)) == (by_offsets.start, by_offsets.end, key(by_offsets))


@steady
@given(spans(), st.sampled_from(VARIANTS))
def test_another_form_of_the_words_has_the_same_place(span: tuple[str, int, int], variant) -> None:  # noqa: ANN001
    text, start, end = span
    words = TranscriptIndex(text)
    asked, varied = words.locate(quote(text[start:end], start)), words.locate(quote(variant(text[start:end]), start))
    assert (varied.start, varied.end, varied.text, key(varied)) == (asked.start, asked.end, asked.text, key(asked))
    assert varied.occurrences == asked.occurrences


@steady
@given(spans())
def test_words_and_occurrence_name_one_span(span: tuple[str, int, int]) -> None:
    text, start, end = span
    words = TranscriptIndex(text)
    found = words.locate(QuoteSelector(start=start, end=end))
    again = words.locate(quote(found.text, occurrence=found.occurrence))
    assert (again.start, again.end, key(again)) == (found.start, found.end, key(found))
    assert again.verification == EXACT
    assert words.locate(quote(found.text, occurrence=found.occurrences + 1)).verification == UNLOCATED


@steady
@given(spans(), st.data())
def test_an_ellipsis_reaches_from_the_first_part_to_the_last(span: tuple[str, int, int], data: st.DataObject) -> None:
    text, start, end = span
    middle = data.draw(st.integers(start, end))
    after = data.draw(st.integers(middle, end))
    first, last = f"one {text[start:middle].strip()}", f"{text[after:end].strip()} two"
    assume("." not in fold(first + last))
    whole = f"{text[:start]} {first} {text[middle:after]} {last} {text[end:]}"
    found = TranscriptIndex(whole).locate(quote(f"{first} [...] {last}"))
    assert found.verification in (NORMALISED, EXACT)
    assert fold(found.text).startswith(fold(first).strip("-' \""))
    assert fold(found.text).endswith(fold(last).strip("-' \""))
    assert whole[found.start : found.end] == found.text


ANCHORS = st.builds(
    QuoteSelector,
    st.none() | st.text(alphabet="ab. -…'\u0301", max_size=8),
    st.none() | st.integers(-3, 60),
    st.none() | st.integers(-3, 60),
    st.none() | st.integers(-1, 4),
)


@steady
@given(
    st.text(alphabet="ab. -…'\n\u0301\u00ad", max_size=50),
    st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50))),
    ANCHORS,
)
def test_any_anchor_gets_an_answer_that_holds(text: str, hidden: list[tuple[int, int]], anchor: QuoteSelector) -> None:
    labels = [(min(pair), min(max(pair), len(text))) for pair in hidden if min(pair) <= len(text)]
    found = TranscriptIndex(text, labels).locate(anchor)
    assert found == TranscriptIndex(text, labels).locate(anchor)
    if found.verification == UNLOCATED:
        assert (found.start, found.end, found.occurrence, found.occurrences) == (None, None, 1, 0)
        return
    assert found.start is not None
    assert found.text == text[found.start : found.end] != ""
    assert found.text == found.text.strip()
    by_place = TranscriptIndex(text).locate(quote(found.text, occurrence=found.occurrence))
    assert (by_place.start, by_place.end, by_place.occurrences) == (found.start, found.end, found.occurrences)


def test_very_long_and_very_repetitive_transcripts() -> None:
    words = TranscriptIndex("a" * 1_000_000)
    assert words.locate(quote("a" * 500_000)).occurrences == 500_001
    assert words.locate(quote("a" * 500_000 + "b")).verification == UNLOCATED
    assert words.locate(quote("a […] b")).verification == UNLOCATED
    assert TranscriptIndex("a " * 500_000 + "b").locate(quote("a […] b")).text == "a b"
    assert TranscriptIndex("b" + "a" * 1_000_000).locate(quote("a […] b")).verification == UNLOCATED


def test_very_many_ellipses() -> None:
    text = "a b " * 10_000
    parts = " […] ".join(["a"] * 10_000)
    assert TranscriptIndex(text).locate(quote(parts)).text == text[:-3]
    assert TranscriptIndex(f"{text}c").locate(quote(f"{parts} […] c")).text == f"{text}c"
    assert TranscriptIndex(f"c {text}").locate(quote(f"{parts} […] c")).verification == UNLOCATED
    assert TranscriptIndex(f"{text * 5}c").locate(quote(f"{parts} […] c")).verification == UNLOCATED
    assert TranscriptIndex("a" * 50_000).locate(quote("…" * 10_000)).verification == UNLOCATED
