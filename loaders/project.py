"""What reading a program's project gathers on the way: who worked on it, its memos, what has no place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from graphmodel.errors import Place, Problem, Severity
from graphmodel.names import fold_interview
from graphmodel.records import Memo, MemoLink, Researcher, Revision
from loaders.dates import NotADateError, iso_date
from loaders.distinct import Distinct
from loaders.sqlite_row import Row

_DATE = "dates cannot be read and are left out"


class Project:
    """One project file while it is read."""

    def __init__(self, path: Path, dates: Callable[[str], str | None] = iso_date) -> None:
        """`dates` reads the program's dates and raises NotADateError."""
        self.path = path
        self._dates = dates
        self.people: dict[str, None] = {}
        self._counts: dict[Severity, Counter[str]] = {Severity.FLAG: Counter(), Severity.NOTE: Counter()}
        self._memos = Distinct()
        self._sources = Distinct(fold_interview)

    def person(self, name: str | None) -> str | None:
        """The name, listed among those who worked on the project."""
        if name:
            self.people.setdefault(name)
        return name

    def flag(self, what: str, number: int = 1) -> None:
        """Count something that does not come through whole."""
        self._counts[Severity.FLAG][what] += number

    def note(self, what: str, number: int = 1) -> None:
        """Count something that the researcher may want to know."""
        self._counts[Severity.NOTE][what] += number

    def date(self, written: str | None) -> str | None:
        """A date in ISO form to the second; what is none is counted."""
        try:
            found = self._dates((written or "").partition(".")[0])
        except NotADateError:
            self.flag(_DATE)
            return None
        return found

    def source(self, written: str | None, place: Place) -> Iterator[str | Problem]:
        """The name of a source, told apart from others of that name; the last item is the name."""
        plain = " ".join((written or "").split()) or "source without a name"
        name = self._sources.name(plain)
        if name != plain:
            yield Problem(Severity.NOTE, f"several sources are called `{plain}`; this one is read as `{name}`", place)
        yield name

    def memo_of(
        self, name: str, row: Row, about: Sequence[MemoLink], text: str | None = None, title: str | None = None
    ) -> Iterator[Memo]:
        """The memo of a row with its owner and date, under a name of its own; none where there is no text. `text` where
        the column memo does not hold it."""
        words = text or row.text("memo")
        if words:
            named = self._memos.name(" ".join(name.split()))
            date, author = self.date(row.text("date")), self.person(row.text("owner"))
            yield Memo(
                name=named, title=title, date=date, author=author, text=words, about=tuple(about), place=row.place
            )

    def creation(self, code: str, row: Row) -> Iterator[Revision]:
        """That a code was made, by whom and when, where its row tells when."""
        date = self.date(row.text("date"))
        if date:
            by = self.person(row.text("owner"))
            yield Revision(kind="create", date=date, after=(code,), by=by, place=row.place)

    def ending(self) -> Iterator[Researcher | Problem]:
        """The researchers, and what was counted."""
        yield from (Researcher(name) for name in self.people)
        for severity, counts in self._counts.items():
            for what, number in (+counts).items():
                yield Problem(severity, f"{what}: {number}", Place(self.path))
