"""Write what a load changes, with the versions of documents that it brings, as one round."""

from __future__ import annotations

import getpass
import json
import secrets
from collections.abc import Mapping
from datetime import UTC, datetime

from graphmodel.graph.document import Document
from graphmodel.graph.elements import Properties
from graphmodel.graph.selectors import QUOTING
from graphmodel.loading.documents import outline_of
from graphmodel.loading.outstanding import Outstanding, packed
from graphmodel.loading.plan import Plan
from graphmodel.loading.reading import ReadFiles
from graphmodel.loading.selection import Selection
from graphmodel.loading.study_state import StudyState
from graphmodel.records import RECORDS_VERSION, Kind
from graphmodel.schema import SCHEMA_VERSION, Label
from graphmodel.store import codec
from graphmodel.store.round_steps import RoundWrite
from graphmodel.store.rounds import Round, sealed, version_hash, version_key

NONCE_BYTES = 32


class RoundOf:
    """Makes the round of a load: what it writes beside the difference of the graph."""

    def __init__(self, *, selection: Selection, state: StudyState, read: ReadFiles, plan: Plan, command: str) -> None:
        self._selection, self._state, self._read, self._plan = selection, state, read, plan
        self._command = command
        self._number = (state.stored.round.number if state.stored.round else 0) + 1
        self._at = datetime.now(UTC).isoformat(timespec="seconds")

    def write(self, outstanding: Outstanding, told: Mapping[str, object], counts: Mapping[str, int]) -> RoundWrite:
        """All that the load writes. `told` is what changed, `counts` how much, both as the round keeps them."""
        versions = self._versions()
        gone = self._plan.before.keys() - self._plan.after.keys()
        ended = {self._state.versions[key].key for key in (*versions, *gone) if key in self._state.versions}
        schema = {"schemaVersion": SCHEMA_VERSION}
        problems = packed(outstanding)
        return RoundWrite(
            study=self._state.study,
            difference=self._plan.difference,
            documents=self._document_nodes(),
            study_properties=schema if self._state.stored.study.get("schemaVersion") != SCHEMA_VERSION else {},
            round=self._round(versions, gone, told, counts) if ended or versions or self._plan.difference else None,
            versions=list(versions.values()),
            ended=sorted(ended),
            refreshed=self._refreshed(versions),
            problems=problems if problems != self._state.stored.problems else None,
        )

    def _versions(self) -> dict[str, Properties]:
        """The new versions by document: of those whose records are not those of the version that stands."""
        found = {}
        for key, document in self._plan.after.items():
            stands = self._state.versions.get(key)
            if document.records is not (self._plan.before[key].records if key in self._plan.before else None):
                records = codec.encoded(document.records)
                if stands is None or version_hash(stands.nonce, records) != stands.sha256:
                    found[key] = self._version(document, records)
        return found

    def _version(self, document: Document, records: bytes) -> Properties:
        nonce = secrets.token_bytes(NONCE_BYTES)
        source = self._read.sources.get(document.key)
        stands = self._state.versions.get(document.key)
        properties = {
            "key": version_key(document.key, self._number),
            "study": document.study,
            "document": document.key,
            "kind": document.kind.value,
            "part": document.part,
            "path": document.path,
            "format": source.format.id if source else stands.format if stands else None,
            "origin": document.origin.value,
            "since": self._number,
            "nonce": nonce,
            "sha256": version_hash(nonce, records),
            "recordsVersion": RECORDS_VERSION,
            "records": codec.compressed(records),
            **self._beside(document),
        }
        return {name: value for name, value in properties.items() if value is not None}

    def _beside(self, document: Document) -> Properties:
        """The properties beside the records of a document, which are found again when what they come from changes."""
        found = document.turns if document.kind is Kind.TRANSCRIPT else document.placed
        return {
            "placed": codec.packed(found) if document.kind in (*QUOTING, Kind.TRANSCRIPT) else None,
            "placedWith": self._plan.placings.get(document.key) or None,
            "places": codec.spots_of(document.records),
            "uses": codec.packed(outline_of(document.kind, document.records)),
        }

    def _refreshed(self, versions: Mapping[str, Properties]) -> dict[str, Properties]:
        """The properties beside versions that stand, where they are others than before."""
        refreshed: dict[str, Properties] = {}
        for key in self._plan.same:
            places = codec.spots_of(self._read.documents[key].records)
            refreshed[self._state.versions[key].key] = {"places": places}
        for key, document in self._plan.after.items():
            stands = self._state.versions.get(key)
            if stands is None or key in versions or key in self._plan.same or not document.records:
                continue
            read_again = key in self._read.documents
            placed_again = self._plan.placings.get(key, "") != (stands.placed_with or "")
            if read_again or placed_again:
                refreshed[stands.key] = self._beside(document)
        return refreshed

    def _document_nodes(self) -> dict[str, Properties | None]:
        """The properties of Document nodes that tell of the file: they are updated without a round."""
        nodes: dict[str, Properties | None] = {}
        for key, source in self._read.sources.items():
            nodes[key] = {
                "root": str(source.root.absolute()) if source.root else None,
                "format": source.format.id,
                "fileSha256": self._read.fingerprints[key],
                "loaderVersion": source.version,
                "loadedAt": self._at,
            }
        folder = str(self._selection.folder) if self._selection.folder else None
        for key, node in self._state.nodes.items():
            if folder and key in self._plan.after and key not in nodes and node.get("root") not in (None, folder):
                nodes[key] = {"root": folder}
        return nodes

    def _round(
        self,
        versions: Mapping[str, Properties],
        gone: set[str],
        told: Mapping[str, object],
        counts: Mapping[str, int],
    ) -> Round:
        last = self._state.stored.round
        files = {document.path: self._read.fingerprints[key] for key, document in self._read.documents.items()}
        unsealed = Round(
            study=self._state.study,
            number=self._number,
            at=self._at,
            dated=self._at,
            command=self._command,
            by=self._by(),
            files=_json([{"path": path, "sha256": found} for path, found in sorted(files.items())]),
            counts=_json(counts),
            told=_json(told),
            reason=None if versions or gone else "program",
            before=last.sha256 if last else "",
        )
        added = [(key, str(version["sha256"])) for key, version in versions.items()]
        return sealed(unsealed, added=added, ended=gone)

    def _by(self) -> str:
        """The study's only researcher, else the user of this machine."""
        researchers = list(self._plan.built_after.names.identities(Label.RESEARCHER).values())
        return researchers[0] if len(researchers) == 1 else getpass.getuser()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
