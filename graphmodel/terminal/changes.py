"""What a load changes, a line a document: for the codebook this is the audit trail of the theory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby

from rich.console import Console
from rich.table import Table
from rich.text import Text

from graphmodel.loading import DocumentChange, LoadReport
from graphmodel.terminal.problems import count_problems
from graphmodel.terminal.sheet import Sheet
from graphmodel.terminal.streams import lay, words

ALONE = 3
"""So many new documents of one kind have a line each; more share one."""

SAME = "read again, and the same"
"""What is said of documents that were read because something that they depend on changed."""

_MARKS = {"new": ("+", "green"), "changed": ("~", "yellow"), "removed": ("-", "red")}


def load_sheet(report: LoadReport) -> Sheet:
    """The difference that a load made or, dry, would make."""
    rows = [_row(change) for change in report.documents]
    problems = [
        {"severity": problem.severity, "message": problem.message, "place": problem.place, "hint": problem.hint}
        for problem in report.problems
    ]
    return Sheet(
        columns=("status", "kind", "path", "added", "changed", "removed", "details"),
        rows=rows,
        data={
            "study": report.study,
            "dry_run": report.dry,
            "documents": rows,
            "quoted": _quoted(report),
            "problems": problems,
        },
        notices=(report.notice,) if report.notice else (),
        draw=partial(_draw, report=report),
    )


def _quoted(report: LoadReport) -> list[dict[str, object]]:
    return [{"path": quoted.path, "rows": quoted.rows} for quoted in report.quoted]


def _row(change: DocumentChange) -> dict[str, object]:
    return {
        "status": change.status,
        "kind": change.kind,
        "path": change.path,
        "added": change.added,
        "changed": change.changed,
        "removed": change.removed,
        "details": change.details,
    }


def _draw(console: Console, report: LoadReport) -> None:
    moved = [change for change in report.documents if change.status in _MARKS]
    if moved:
        lay(console, _lines(moved))
    console.print(_summary(report, len(report.documents) - len(moved)))
    for quoted in report.quoted:
        console.print(f"words written into {quoted.rows} rows of {quoted.path}", soft_wrap=True)


def _lines(changes: Sequence[DocumentChange]) -> Table:
    grid = Table.grid(padding=(0, 1))
    for ratio in (None, None, 2, 3):
        grid.add_column(overflow="fold", ratio=ratio)
    kinds = list(dict.fromkeys(change.kind for change in changes))
    by_kind = sorted(changes, key=lambda change: (kinds.index(change.kind), list(_MARKS).index(change.status)))
    for status_and_kind, group in groupby(by_kind, key=lambda change: (change.status, change.kind)):
        for cells in _group_lines(*status_and_kind, list(group)):
            grid.add_row(*cells)
    return grid


def _group_lines(status: str, kind: str, group: list[DocumentChange]) -> Iterator[tuple[Text, Text, Text, Text]]:
    sign, style = _MARKS[status]
    if status == "new" and len(group) > ALONE:
        counts = sum((Counter(change.added) for change in group), Counter[str]())
        yield Text(sign, style), words(str(kind)), words(f"{len(group)} documents", "dim"), words(_counted(counts))
        return
    again = [change for change in group if _is_same(change)]
    if len(again) > ALONE:
        yield Text(sign, "dim"), words(str(kind)), words(f"{len(again)} documents", "dim"), words(SAME, "dim")
        group = [change for change in group if change not in again]
    for change in group:
        yield Text(sign, style), words(str(kind)), words(str(change.path)), _told(change)
        for detail in change.details if status != "new" else ():
            yield Text(), Text(), Text(), words(detail, "dim")


def _told(change: DocumentChange) -> Text:
    return words(SAME, "dim") if _is_same(change) else words(_difference(change))


def _is_same(change: DocumentChange) -> bool:
    return change.status == "changed" and not (_difference(change) or change.details)


def _difference(change: DocumentChange) -> str:
    parts = [("added", change.added), ("changed", change.changed), ("removed", change.removed)]
    told = [f"{_counted(counts)} {word}" for word, counts in parts if any(counts.values())]
    return _counted(change.added) if change.status == "new" else "; ".join(told)


def _counted(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{number} {what if number > 1 else _singular(what)}" for what, number in counts.items() if number)


def _singular(things: str) -> str:
    return " ".join(word.removesuffix("s") for word in things.replace("studies", "study").split())


def _summary(report: LoadReport, unchanged: int) -> Text:
    left = f"{unchanged} {'document' if unchanged == 1 else 'documents'} unchanged"
    if unchanged == len(report.documents):
        text = words(f"{report.study}: nothing to do, {left}")
    else:
        did = "would be loaded (dry run: nothing was written)" if report.dry else "loaded"
        text = words(f"{report.study} {did}" + (f", {left}" if unchanged else ""), "bold")
    if report.problems:
        text.append(f", {count_problems(report.problems)}", "yellow")
    return text
