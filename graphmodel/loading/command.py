"""One study's part of a load: check everything, then bring document after document into the graph."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from itertools import zip_longest
from typing import Any

from graphmodel.captions import caption
from graphmodel.claims import Claims
from graphmodel.database import Database
from graphmodel.documents.context import Context
from graphmodel.loading.checking import LARGE, StudyLoad, check, records_of, refuse_errors
from graphmodel.loading.displaced import displaced, with_words
from graphmodel.loading.giving import derive_gave
from graphmodel.loading.held import read_study
from graphmodel.loading.incoming import ORDER, Incoming, Surroundings, input_hash
from graphmodel.loading.passages import Passages
from graphmodel.loading.reading import Reader
from graphmodel.loading.report import DocumentChange, LoadReport, Status, describe
from graphmodel.loading.saying import say
from graphmodel.loading.standing import standing
from graphmodel.records import Coding, Kind, Record, Transcript
from graphmodel.schema import SCHEMA_VERSION, Label
from graphmodel.server.progress import Progress
from graphmodel.sync.document import apply
from graphmodel.sync.loading import Loading, Plan
from graphmodel.sync.plan import plan
from graphmodel.sync.transcript import interview_key


class Command:
    """Loads one study's sources. `check` finds everything that is wrong before `run` writes anything."""

    def __init__(self, database: Database, load: StudyLoad, *, dry: bool, progress: Progress) -> None:
        self._database, self._load, self._dry, self._progress = database, load, dry, progress
        self._reader = Reader()
        self._contexts: dict[str, Context] = {}

    def check(self) -> None:
        """Read and resolve everything. Raises GraphmodelError with every problem that keeps a document out."""
        self._checked = check(self._database, self._load, self._reader)
        self._passages = Passages(
            self._database,
            self._load.id,
            self._transcript,
            set(self._checked.transcripts),
        )
        for document in self._checked.incoming:
            if document.kind not in LARGE:
                context = self._say(document, document.records)
                self._contexts[document.key] = context
                self._checked.problems += context.problems
        refuse_errors(self._checked.problems)

    def _transcript(self, interview: str) -> Transcript | None:
        """The transcript of an interview (its folded name) that this command brings."""
        document = self._checked.transcript_documents.get(interview)
        records = records_of(document, self._load.id, self._reader) if document else ()
        return next((record for record in records if isinstance(record, Transcript)), None)

    def _say(self, document: Incoming, records: Sequence[Record]) -> Context:
        checked = self._checked
        assert checked.definitions is not None and checked.names is not None
        context = Context(self._load.id, document.number, document.source.name, checked.names.after, checked.coder)
        codebook = checked.definitions.codebooks.get(document.number)
        if document.kind is Kind.CODINGS and document.key in checked.documents:
            records = with_words(self._database, records, self._load.id, document)
        say(document.kind, records, context, codebook, self._passages.of)
        return context

    def run(self) -> LoadReport:
        """Bring every document into the graph, each in its own transaction; only find the difference, when dry."""
        checked = self._checked
        assert checked.names is not None
        study = self._load.study
        held = read_study(self._database, self._load.id)
        title = study.title if study else held.get("title", self._load.id)
        notice = study.notice if study else held.get("notice")
        report = LoadReport(self._load.id, title, self._dry, notice)
        report.documents = [DocumentChange(source.kind, source.name, Status.UNCHANGED) for source in checked.unchanged]
        total = len(checked.incoming) + len(checked.gone)
        for done, (loading, change) in enumerate(self._loadings()):
            self._progress("comparing" if self._dry else "loading", done, total)
            result = self._bring(loading)
            describe(result, change, len(loading.transcript.turns) if loading.transcript else 0)
            report.documents.append(change)
            report.problems += displaced(result, checked)
        self._progress("comparing" if self._dry else "loading", total, total)
        if not self._dry:
            derive_gave(self._database, self._load.id, checked.names.after)
        report.problems = checked.problems + report.problems
        if not report.written:
            report.problems += standing(self._database, self._load.id, checked.documents)
        return report

    def _bring(self, loading: Loading) -> Plan:
        names = self._checked.names
        assert names is not None
        if self._dry:
            return self._foresee(loading)
        result = self._database.write(partial(apply, loading=loading, names=names))
        names.levels_held = dict(names.levels)
        return result

    def _foresee(self, loading: Loading) -> Plan:
        foreseen = self._checked.foreseen
        result = self._database.reading(partial(plan, loading=loading, foreseen=foreseen))
        if result.anchored:
            foreseen.anchored[interview_key(loading, result)] = result.anchored
        return result

    def _loadings(self) -> Iterator[tuple[Loading, DocumentChange]]:
        """The documents in order, kind by kind, those that are gone after those that come."""
        for kind in ORDER:
            incoming = [document for document in self._checked.incoming if document.kind is kind]
            for document, following in zip_longest(incoming, incoming[1:]):
                yield self._incoming(document)
                if following is None or following.source is not document.source:
                    self._reader.forget(document.source)
            yield from map(self._going, (each for each in self._checked.gone if each["kind"] == kind))

    def _incoming(self, document: Incoming) -> tuple[Loading, DocumentChange]:
        source = document.source
        context = self._contexts.pop(document.key, None)
        transcript = None
        records = document.records
        if context is None:
            records = records_of(document, self._load.id, self._reader)
            context = self._say(document, records)
            self._checked.problems += context.problems
            transcript = records[0] if isinstance(records[0], Transcript) else None
        before = self._checked.documents.get(document.key)
        loading = Loading(
            self._load.id,
            document.key,
            document.number,
            document.kind,
            context.claims,
            self._properties(document, records),
            self._checked.foreseen.anchors(before["anchors"], document.number) if before else (),
            tuple(before.get("mentions", ())) if before else (),
            transcript,
            self._passages,
        )
        status = Status.CHANGED if before else Status.NEW
        return loading, DocumentChange(
            document.kind, _shown(source.name, document.part, document.kind, source.kind), status
        )

    def _properties(self, document: Incoming, records: Sequence[Record]) -> dict[str, Any]:
        source, checked = document.source, self._checked
        fingerprint = checked.fingerprints[source.name]
        around = Surroundings(checked.transcripts, checked.coder)
        properties = {
            "key": document.key,
            "study": self._load.id,
            "id": document.number,
            "kind": document.kind.value,
            "sourceKind": source.kind.value,
            "path": source.name,
            "part": document.part,
            "parts": document.parts,
            "root": str(source.root.absolute()) if source.root else None,
            "fileSha256": fingerprint,
            "inputSha256": input_hash(fingerprint, document.kind, document.part, around),
            **self._built_from(document, records),
            "loaderVersion": source.version,
            "schemaVersion": SCHEMA_VERSION,
            "loadedAt": datetime.now(UTC).isoformat(timespec="seconds"),
        }
        properties["caption"] = caption(Label.DOCUMENT, properties)
        return {name: value for name, value in properties.items() if value is not None}

    def _built_from(self, document: Incoming, records: Sequence[Record]) -> dict[str, Any]:
        """What excerpts were verified against, and who coded them where no row says it."""
        if document.kind is not Kind.CODINGS:
            return {}
        return {
            "coder": self._checked.coder,
            "transcriptSha256": self._checked.transcripts.get(document.part or ""),
            "offsetsOnly": any(isinstance(each, Coding) and not each.anchor.quote for each in records) or None,
        }

    def _going(self, document: Mapping[str, Any]) -> tuple[Loading, DocumentChange]:
        kind = Kind(document["kind"])
        loading = Loading(
            self._load.id,
            document["key"],
            document["id"],
            kind,
            Claims(),
            None,
            self._checked.foreseen.anchors(document["anchors"], document["id"]),
            tuple(document.get("mentions", ())),
            passages=self._passages,
        )
        shown = _shown(document["path"], document.get("part"), kind, Kind(document["sourceKind"]))
        return loading, DocumentChange(kind, shown, Status.REMOVED)


def _shown(path: str, part: str | None, kind: Kind, source_kind: Kind) -> str:
    """The path, with the part where a file has several; a transcript of a study folder is a file of its own."""
    alone = kind is Kind.TRANSCRIPT and source_kind is Kind.TRANSCRIPT
    return path if part is None or alone else f"{path} ({part})"
