"""Everything that a command brings, read and resolved before anything is written: what changed, what is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from graphmodel.catalogue import AmbiguousName
from graphmodel.database import Database
from graphmodel.documents.codebook import unknown_levels
from graphmodel.documents.context import UNNAMED, Context
from graphmodel.errors import GraphmodelError, Place, Problem, Severity
from graphmodel.levels import labels
from graphmodel.loading import held as graph
from graphmodel.loading.definitions import Definitions, default_coder
from graphmodel.loading.incoming import ORDER, Incoming, Surroundings, gone, input_hash, is_whole, of_source, split
from graphmodel.loading.reading import Reader
from graphmodel.loading.saying import text_hash
from graphmodel.names import fold_interview
from graphmodel.records import Coding, Kind, Record, Study, Transcript
from graphmodel.schema import SCHEMA_VERSION, Label, label_of, local
from graphmodel.sync.foreseeing import Foreseen, foresee
from graphmodel.sync.loading import Names
from loaders.source import Source

LARGE = frozenset({Kind.TRANSCRIPT, Kind.CODINGS})
"""Kinds whose records are not held until their turn comes, so that memory does not grow with the number of
documents."""


@dataclass(slots=True)
class StudyLoad:
    """A study and the sources of it that a command brings. `folder` is the study folder they lie in; `root` is the same
    where all of it is loaded, so that documents whose files are missing from it are taken away."""

    id: str
    sources: Sequence[Source]
    study: Study | None = None
    root: str | None = None
    problems: list[Problem] = field(default_factory=list)
    folder: str | None = None


@dataclass(slots=True)
class Checked:
    """What a command will do: the documents it brings in order, those that are gone, those that stay as they are."""

    incoming: list[Incoming] = field(default_factory=list)
    gone: list[Mapping[str, Any]] = field(default_factory=list)
    unchanged: list[Source] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    documents: dict[str, dict[str, Any]] = field(default_factory=dict)
    fingerprints: dict[str, str] = field(default_factory=dict)
    transcripts: dict[str, str] = field(default_factory=dict)
    transcript_documents: dict[str, Incoming] = field(default_factory=dict)
    coder: str = UNNAMED
    definitions: Definitions | None = None
    names: Names | None = None
    foreseen: Foreseen = field(default_factory=Foreseen)


def check(database: Database, load: StudyLoad, reader: Reader) -> Checked:
    """Read what has changed and lay its names over the study's.

    Raises GraphmodelError with every problem where something keeps a document out; nothing has been written then.
    """
    checked = Checked(problems=list(load.problems))
    checked.documents = graph.read_documents(database, load.id)
    for each in checked.documents.values():
        if load.folder and "root" in each:
            each["root"] = load.folder
    _refuse_other_versions(checked.documents.values())
    checked.transcripts = graph.read_transcript_hashes(database, load.id)
    checked.fingerprints = {source.name: source.fingerprint() for source in load.sources}
    before, levels_held = graph.read_names(database, load.id, checked.documents)
    definitions = checked.definitions = Definitions(before.copy(), checked.documents.values())
    codes: dict[str, Place] = {}
    _take_away(gone(checked.documents, load.root, load.sources) if load.root else [], checked)
    for kind in (Kind.PROJECT, *ORDER):
        checked.coder = default_coder(definitions.catalogue, UNNAMED)
        for source in (each for each in load.sources if each.kind is kind):
            _take(source, load, checked, reader, codes)
    checked.incoming.sort(key=lambda document: ORDER.index(document.kind))
    definitions.connect()
    checked.problems += definitions.problems
    _refuse(checked.problems)
    concepts = definitions.catalogue.concepts
    levels = load.study.levels if load.study else graph.read_study(database, load.id).get("levels") or ()
    words = {concept: entry.level for concept, entry in concepts.items()}
    for codebook in definitions.codebooks.values():
        checked.problems += unknown_levels([row for row, _ in codebook.living], levels)
    checked.names = Names(before, definitions.catalogue, labels(definitions.parents(), words, levels), levels_held)
    checked.names.paths = {each["id"]: each["path"] for each in checked.documents.values()}
    coming = [document.number for document in checked.incoming] + [each["id"] for each in checked.gone]
    checked.names.coming = frozenset(coming)
    checked.foreseen = database.reading(partial(foresee, names=checked.names))
    checked.problems += _ambiguous(checked.names, codes) + checked.foreseen.problems
    return checked


def _refuse_other_versions(documents: Iterable[Mapping[str, Any]]) -> None:
    others = {each.get("schemaVersion", 0) for each in documents} - {SCHEMA_VERSION}
    if others:
        raise GraphmodelError(
            f"the study was loaded by {'a newer' if max(others) > SCHEMA_VERSION else 'an older'} graphmodel",
            "remove the study with `graphmodel remove`, and load it again; its files are what counts",
        )


def refuse_errors(problems: Sequence[Problem]) -> None:
    """Raise GraphmodelError with all problems where one of them is an error."""
    _refuse(problems)


def _refuse(problems: Sequence[Problem]) -> None:
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    if errors:
        things = "one thing has" if errors == 1 else f"{errors} things have"
        raise GraphmodelError(
            f"nothing was loaded: {things} to be mended first",
            "mend what is named above and run the same command again",
            problems,
        )


def _take(source: Source, load: StudyLoad, checked: Checked, reader: Reader, codes: dict[str, Place]) -> None:
    if _is_unchanged(source, checked):
        checked.unchanged.append(source)
        return
    read = reader.read(source)
    checked.problems += read.problems
    founded = [load.study] if source.kind is Kind.PROJECT and load.study and not source.root else []
    documents = split(load.id, source, [*founded, *read.records])
    present = {document.key for document in documents}
    _take_away([each for each in of_source(checked.documents, source) if each["key"] not in present], checked)
    for document in documents:
        _define(document, checked, codes)
        if source.kind in LARGE:
            document.records = ()
        checked.incoming.append(document)


def _define(document: Incoming, checked: Checked, codes: dict[str, Place]) -> None:
    assert checked.definitions is not None
    if document.kind is Kind.CODINGS:
        for record in document.records:
            if isinstance(record, Coding):
                for code in record.codes:
                    codes.setdefault(code, record.place)
        return
    checked.definitions.add(document.kind, document.number, document.records)
    for record in document.records:
        if isinstance(record, Transcript):
            interview = fold_interview(record.interview)
            checked.transcripts[interview] = text_hash(record)
            checked.transcript_documents[interview] = document


def _is_unchanged(source: Source, checked: Checked) -> bool:
    documents = of_source(checked.documents, source)
    fingerprint = checked.fingerprints[source.name]
    around = Surroundings(checked.transcripts, checked.coder)
    return is_whole(documents, fingerprint) and all(
        each["inputSha256"] == input_hash(fingerprint, Kind(each["kind"]), each.get("part"), around)
        or (each.get("offsetsOnly") and each["coder"] == checked.coder)
        for each in documents
    )


def _take_away(gone: Sequence[Mapping[str, Any]], checked: Checked) -> None:
    """Forget what documents say that are gone, before what stays is compared with what it was built from."""
    assert checked.definitions is not None
    checked.gone += gone
    left = {each["id"] for each in checked.gone}
    there = [each for each in checked.documents.values() if each["id"] not in left]
    for each in gone:
        checked.definitions.catalogue.forget(each["id"])
        for interview in _transcribed(each) - set().union(*map(_transcribed, there)):
            checked.transcripts.pop(interview, None)


def _transcribed(document: Mapping[str, Any]) -> set[str]:
    """The interview, by its folded name, that a document is the transcript of."""
    anchors = document["anchors"] if document["kind"] == Kind.TRANSCRIPT else ()
    return {local(anchor) for anchor in anchors if label_of(anchor) is Label.INTERVIEW}


def _ambiguous(names: Names, codes: Mapping[str, Place]) -> list[Problem]:
    context = Context(names.after.study, 0, "", names.after)
    for code, place in codes.items():
        try:
            names.after.concept(code)
        except AmbiguousName:
            context.concept(code, place)
    return [problem for problem in context.problems if problem.severity is Severity.ERROR]


def records_of(document: Incoming, study: str, reader: Reader) -> Sequence[Record]:
    """The records of a document, read again where they were not held."""
    if document.records:
        return document.records
    parts = split(study, document.source, reader.read(document.source).records)
    return next(each.records for each in parts if each.key == document.key)
