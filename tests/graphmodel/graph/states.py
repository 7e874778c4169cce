"""States of a study of several interviews that random edits lead through, as documents."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from graphmodel.graph.document import Document, Origin
from graphmodel.loading.documents import split
from graphmodel.records import Concept, Participant, Record, Transcript
from graphmodel.store import codec
from loaders.folder import open_folder
from tests.graphmodel.graph.building import FIRST, SECOND, STUDY, coding, file
from tests.graphmodel.loading.test_sequences import VARIANTS as OF_SEQUENCES

THIRD = "I: Well?\n\nP: As mates. It was a job.\n\nI: Hm.\n\nP: I was seen as a person.\n"
POSITIONS = "interview,quote,start,end,codes\n"


def _at(text: str, words: str) -> str:
    return f"{text.index(words)},{text.index(words) + len(words)}"


MORE: dict[str, list[str]] = {
    "study.yaml": [
        "id: s\ntitle: A study\nresearchers: [AB, CD]\n",
        "id: s\ntitle: A study\nresearchers: [{name: CD}]\n",
    ],
    "participants.csv": [
        "participant,consent,quote_consent,region\nP01,active,none,7\nP02,withdrawn,verbatim,8\nP03,active,verbatim,9\n",
        "participant,consent,quote_consent,region\nAB,active,verbatim,North\n",
    ],
    "interviews.csv": [
        "interview,participant,interviewer\nP01-1,P01; P02,AB; CD\nP03-1,P02,CD\n",
        "interview,participant,interviewer,file\nP03-1,P03,AB,\nP02-1,,,P03-1.txt\n",
    ],
    "interviews/P03-1.txt": [
        THIRD,
        THIRD.replace("I:", "CD:").replace("P:", "P02:"),
        "As mates.\n\nNobody says who speaks.\n",
    ],
    "codings/third.csv": [
        "interview,quote,codes,coder\nP03-1,As mates,Mates,\nP03-1,It was a job,Tenuous; t1,CD\n",
        "interview,quote,codes,coder\nP03-1,seen as a person,Seen as a person,AB\nP03-1,As  mates,People,AB\n",
    ],
    "codings/spots.csv": [
        POSITIONS + f"P01-1,,{_at(FIRST, 'as mates')},Mates\nP02-1,,{_at(SECOND, 'a job')},Tenuous\n",
        POSITIONS + f"P01-1,,{_at(FIRST, 'Not a case')},b7\nP01-1,as mates,{_at(FIRST, 'as mates')},Mates\n",
        POSITIONS + f"P03-1,,{_at(THIRD, 'a job')},Tenuous\nP03-1,,900,950,Tenuous\n",
    ],
}
VARIANTS: dict[str, list[str]] = {
    name: [*OF_SEQUENCES.get(name, ()), *MORE.get(name, ())] for name in sorted({*OF_SEQUENCES, *MORE})
}
PROJECT = "p.qdpx"
PROJECTS: list[tuple[Record, ...]] = [
    (
        Concept("Being seen", guids=("guid-1",)),
        Transcript("P01-1", "Theirs: " + FIRST),
        coding("P01-1", None, "guid-1", start=8 + FIRST.index("as mates"), end=8 + FIRST.index("as mates") + 8),
        coding("P02-1", "a job", "Being seen", coder="EF"),
    ),
    (
        Concept("Mates", guids=("guid-1",), level="Theme"),
        Concept("Tenuous", ("Mates",)),
        Transcript("P04-1", "P04: Only here. As mates."),
        coding("P04-1", "Only here", "Mates"),
        coding("P01-1", "as mates", "Tenuous", date="2014", note="Theirs"),
        Participant("P04"),
    ),
]
State = Mapping[str, int]
"""The files that are there, each by the index of its text; study.yaml always is."""


@cache
def documents_of(name: str, variant: int) -> tuple[Document, ...]:
    """The documents of one file, the same objects each time."""
    if name == PROJECT:
        return tuple(file(*PROJECTS[variant], path=PROJECT, origin=Origin.PROJECT))
    return _read(name, VARIANTS[name][variant])


def _read(name: str, text: str) -> tuple[Document, ...]:
    with tempfile.TemporaryDirectory() as folder:
        for each, content in {"study.yaml": VARIANTS["study.yaml"][0], name: text}.items():
            path = Path(folder) / each
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")
        (source,) = (each for each in open_folder(Path(folder)).sources if each.name == name)
        records = [each for each in source.read() if isinstance(each, Record)]
    kept = codec.compressed(codec.encoded(records)), codec.spots_of(records)
    return tuple(split(STUDY, source, codec.records_of(*kept, Path("/study") / name)))


def documents(state: State) -> list[Document]:
    """All documents of a state, as they are read."""
    return [each for name, variant in state.items() for each in documents_of(name, variant)]


COUNTS = {**{name: len(texts) for name, texts in VARIANTS.items()}, PROJECT: len(PROJECTS)}
STATES: st.SearchStrategy[State] = st.fixed_dictionaries(
    {"study.yaml": st.integers(0, COUNTS["study.yaml"] - 1)},
    optional={name: st.integers(0, count - 1) for name, count in COUNTS.items() if name != "study.yaml"},
)
EDITS: st.SearchStrategy[tuple[str, int | None]] = st.sampled_from(sorted(COUNTS)).flatmap(
    lambda name: st.tuples(
        st.just(name), st.sampled_from([*range(COUNTS[name]), *([None] if name != "study.yaml" else [])])
    )
)


def edited(state: State, edits: list[tuple[str, int | None]]) -> State:
    """A state after edits: a file has another text, or is gone."""
    after = dict(state)
    for name, variant in edits:
        after.pop(name, None)
        if variant is not None:
            after[name] = variant
    return after
