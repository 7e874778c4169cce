"""What is said beside every answer about a study: its notice, and how many participants withdrew and are left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graphmodel.database import Database
from graphmodel.statements import statement


@dataclass(frozen=True, slots=True)
class StudyFacts:
    """A study's title, notice and participants' attributes (`header: type`), and what belongs to those who withdrew."""

    study: str
    title: str | None
    notice: str | None
    attributes: tuple[str, ...]
    participants: int
    withdrawn: int
    withdrawn_interviews: int
    withdrawn_excerpts: int

    def withdrawal_note(self, *, counted: bool) -> Iterator[str]:
        """The sentence that says who is left out, or that nobody is though somebody withdrew; none where nobody did."""
        if not self.withdrawn:
            return
        who = _counted(self.withdrawn, "participant") + " who withdrew"
        what = f"{_counted(self.withdrawn_interviews, 'interview')}, {_counted(self.withdrawn_excerpts, 'excerpt')}"
        verb = "is" if self.withdrawn == 1 else "are"
        yield f"{who} {verb} {'counted' if counted else 'left out'} ({what})"


def read_facts(database: Database, study: str) -> StudyFacts:
    """The facts of a study that is in the graph, in one round trip."""
    row = database.read(statement("read/study"), {"study": study})[0]
    return StudyFacts(
        study,
        row["title"],
        row["notice"],
        tuple(row["attributes"] or ()),
        row["participants"],
        row["withdrawn"],
        row["interviews"],
        row["excerpts"],
    )


def _counted(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
