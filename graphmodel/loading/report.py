"""The report of a load: what it did or would do, in the words of the people who read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from graphmodel.errors import Problem, Severity
from graphmodel.loading.quoting import Quoted
from graphmodel.records import Kind


class Status(StrEnum):
    """The fate of a document in a load."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REMOVED = "removed"


@dataclass(slots=True)
class DocumentChange:
    """One document and the difference it makes: how many of what it adds, changes and takes back, and in detail for
    the codebook, whose difference is the audit trail, and for codings that went."""

    kind: Kind
    path: str
    status: Status
    added: dict[str, int] = field(default_factory=dict)
    changed: dict[str, int] = field(default_factory=dict)
    removed: dict[str, int] = field(default_factory=dict)
    details: list[str] = field(default_factory=list)


@dataclass(slots=True)
class LoadReport:
    """A whole load. `dry` says that nothing was written; `round` is the number of the round that was."""

    study: str
    title: str
    dry: bool = False
    notice: str | None = None
    documents: list[DocumentChange] = field(default_factory=list)
    quoted: list[Quoted] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    round: int | None = None

    @property
    def flagged(self) -> bool:
        """Tell whether something was loaded that the user should look at."""
        return any(problem.severity is not Severity.NOTE for problem in self.problems)

    @property
    def written(self) -> bool:
        """Tell whether any document was not as the graph had it."""
        return any(document.status is not Status.UNCHANGED for document in self.documents)


def unchanged(kinds_and_paths: Iterable[tuple[Kind, str]]) -> Iterator[DocumentChange]:
    """The lines of files that are as they were."""
    return (DocumentChange(kind, path, Status.UNCHANGED) for kind, path in kinds_and_paths)
