"""Rounds: the loads that changed something, each committed by its hash to what it added and to the round before."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from hashlib import sha256
from typing import Any, Self

WRITTEN = "written"
WRITING = "writing"
COMMITTED = ("study", "number", "before", "at", "dated", "command", "by", "files", "reason")
"""The fields of a round that its hash covers, beside the versions that it added and the documents that it ended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One load that changed something. `files`, `counts` and `told` are JSON; `before` is the hash of the round before,
    empty for the first; `status` is `writing` as long as parts of it are still to come."""

    study: str
    number: int
    at: str
    dated: str
    command: str
    by: str
    files: str
    counts: str
    told: str
    reason: str | None = None
    before: str = ""
    sha256: str = ""
    status: str = WRITTEN

    @property
    def key(self) -> str:
        """The key of its node."""
        return round_key(self.study, self.number)

    def properties(self) -> dict[str, Any]:
        """The properties of its node."""
        return {"key": self.key, **asdict(self)}

    @classmethod
    def of(cls, properties: Mapping[str, Any]) -> Self:
        """The round that a node's properties describe."""
        return cls(**{each.name: properties[each.name] for each in fields(cls) if each.name in properties})


def round_key(study: str, number: int) -> str:
    """The key of a round."""
    return f"{study}/round/{number}"


def version_key(document: str, number: int) -> str:
    """The key of the version of a document (its key) that a round brought."""
    return f"{document}@{number}"


def version_hash(nonce: bytes, records: bytes) -> str:
    """The SHA-256 of a version: of its random nonce, then its records as they are stored."""
    return sha256(nonce + records).hexdigest()


def round_hash(committed: Round, *, added: Iterable[tuple[str, str]], ended: Iterable[str]) -> str:
    """The SHA-256 of a round: of the canonical JSON of its fields, of the document and hash of every version that it
    added, and of the documents that it ended. `files` is hashed as the text that is stored."""
    content = {name: getattr(committed, name) for name in COMMITTED}
    content["added"] = sorted(list(each) for each in added)
    content["ended"] = sorted(ended)
    return sha256(canonical(content).encode()).hexdigest()


def sealed(unsealed: Round, *, added: Iterable[tuple[str, str]], ended: Iterable[str]) -> Round:
    """The round with its hash."""
    return replace(unsealed, sha256=round_hash(unsealed, added=added, ended=ended))


def canonical(value: Any) -> str:
    """The one JSON text of a value: names in order, no white space, characters as they are."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
