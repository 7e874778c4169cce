"""A study folder with one damaged file, most often study.yaml, which says how the others are read."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphmodel.errors import GraphmodelError
from loaders.folder import open_folder
from tests.fuzz import pieces
from tests.fuzz.examples import MEGABYTES, SECONDS
from tests.fuzz.guard import watched
from tests.fuzz.judge import faults
from tests.loaders import golden
from tests.small_study import make_study

EXAMPLES = 100
LONG = float(os.environ.get("GRAPHMODEL_FUZZ_SECONDS", "0"))
STUDY = """id: small
title: A small study
researchers: [AB, {name: CD, role: second coder}]
levels: [Theme, Category, Code]
attributes: [Name of ward]
tables:
  - {file: quotations.csv, as: codings, columns: {interview: Document, quote: Words, codes: Codes}, split: ","}
  - {file: tree.csv, as: codebook, columns: {code: Code}, parents: [Theme, Category]}
sources:
  - {file: cafe.qdpx, use: [codings, codebook]}
  - telling-v17.qda
"""
FILES = {
    "study.yaml": STUDY.encode(),
    "quotations.csv": b"ID,Document,Words,Codes,Date\n1,P01-1,She was like a friend to me.,\"A, B\",2016\n",
    "tree.csv": b"Theme,Category,Code\nDual roles,Being friends,Like a friend\nDisclosure,,Telling\n",
    "interviews.csv": b"interview,participant,interviewer,date,file\nP01-1,P01,AB,2016-03-01,P01-1.txt\nP02-1,P02,,,\n",
    "theory.yaml": b"propositions:\n  - {id: p1, subject: A, relation: leads_to, object: B, supports: [{quote: a friend}]}\n",
}  # fmt: skip


def _make(folder: Path) -> Path:
    make_study(folder)
    for name, content in FILES.items():
        (folder / name).write_bytes(content)
    for sample in golden.samples():
        if sample.name in ("cafe.qdpx", "telling-v17.qda"):
            (folder / sample.name).write_bytes(sample.read_bytes())
    return folder


def _come_through(folder: Path) -> None:
    with watched(folder) as watch, suppress(GraphmodelError):
        study = open_folder(folder)
        assert all(problem.message and problem.place.file for problem in study.problems)
        for source in study.sources:
            assert faults(source.read(), source.path) == []
            source.fingerprint()
    assert watch.wrong == []
    assert watch.seconds < SECONDS
    assert watch.megabytes < MEGABYTES


def test_a_study_folder_with_a_damaged_file_is_read_to_an_end(tmp_path: Path) -> None:
    folder = _make(tmp_path / "study")
    _come_through(folder)
    if not LONG:
        _run(folder, max_examples=EXAMPLES, derandomize=True, database=None)
    until = time.monotonic() + LONG
    while time.monotonic() < until:
        _run(folder, max_examples=2 * EXAMPLES)


def _run(folder: Path, **how: Any) -> None:
    texts = (path for path in folder.rglob("*") if path.is_file() and path.suffix not in (".qdpx", ".qda"))
    sound = {path: path.read_bytes() for path in sorted(texts)}
    chosen = [folder / "study.yaml"] * len(sound) + list(sound)

    @settings(deadline=None, suppress_health_check=list(HealthCheck), **how)
    @given(data=st.data())
    def reads(data: st.DataObject) -> None:
        for path, content in sound.items():
            path.write_bytes(content)
        damaged = data.draw(st.sampled_from(chosen))
        damaged.write_bytes(pieces.changed(data.draw, sound[damaged]) or b"x")
        _come_through(folder)

    reads()
