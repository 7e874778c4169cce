"""Excerpts as tables and theory.yaml say them: the words or positions that lead to each again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from graphmodel.export.folder.names import FileNames
from graphmodel.export.folder.tables import Value, separator_for, write_table
from graphmodel.export.folder.whole import Folder
from graphmodel.export.rows import Row
from graphmodel.graph.excerpts import unnamed_interview
from graphmodel.quotes.selector import Verification
from graphmodel.records import Kind, Stance
from graphmodel.schema import Label, Type, label_of

TABLE = "codings.csv"
_UNNAMED = unnamed_interview("")
_COLUMNS = ("interview", "quote", "start", "end", "occurrence", "codes", "coder", "date", "note", "stance")


@dataclass(slots=True)
class Evidence:
    """What theory.yaml says of excerpts: for and against propositions, against concepts whose exceptions were `sought`;
    each by the key of what it bears on."""

    sought: frozenset[str] = frozenset()
    supports: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    contradicts: dict[str, list[dict[str, Any]]] = field(default_factory=dict)


def write_codings(folder: Folder, evidence: Evidence) -> None:
    """All codings in one table, but for those of quotes that name no transcript: these stand in tables called as the
    files they came from. What belongs in theory.yaml is added to `evidence`."""
    names = FileNames()
    tables: dict[str, list[list[Value]]] = {TABLE: []}
    for row in folder.rows.interviews_in_order():
        file = _file_of_unnamed(row, folder, names) if row["unnamed"] else TABLE
        tables.setdefault(file, []).extend(_rows(row, None if row["unnamed"] else row["name"], folder, evidence))
    separator = separator_for(row["name"] for row in folder.rows.concepts)
    for file, rows in tables.items():
        if rows:
            (folder.root / file).parent.mkdir(exist_ok=True)
            folder.mention(file, Kind.CODINGS.value, separator)
            write_table(folder.root / file, _COLUMNS, rows, separator)
    folder.exported.counts["codings"] = sum(map(len, tables.values()))


def _file_of_unnamed(row: Row, folder: Folder, names: FileNames) -> str:
    """The table that quotes without a transcript stand in, after which their interview will be called."""
    source = row["name"].removeprefix(_UNNAMED)
    file = TABLE if source == TABLE else f"codings/{names.stem(PurePosixPath(source).stem)}.csv"
    folder.names[row["key"]] = unnamed_interview(file)
    return file


def _rows(interview: Row, name: str | None, folder: Folder, evidence: Evidence) -> Iterator[list[Value]]:
    for excerpt in folder.rows.coded_in("excerpts", interview["key"]):
        free = folder.rows.may_go_out(interview["key"], excerpt)
        for put in _in_order(excerpt):
            anchor = _anchor(excerpt, put, free)
            if not anchor:
                folder.exported.lacks("codings of withheld words that have no place in a transcript")
            elif put and _is_evidence(put, evidence):
                _add(evidence, put, {"interview": folder.called(interview["key"]), **anchor, **_said(put, folder)})
            else:
                yield _row(name, anchor, put, folder)


def _in_order(excerpt: Row) -> Sequence[Row | None]:
    """All that an excerpt is put to, or None where that is nothing. The first says the words as the excerpt's own
    source had them, for an excerpt is what the first row says of it; where none does, one is said twice."""
    puts: list[Row] = sorted(excerpt["puts"], key=lambda put: put["quote"] != excerpt["quote"])
    if puts and puts[0]["quote"] != excerpt["quote"]:
        puts.insert(0, {**puts[0], "quote": excerpt["quote"]})
    return puts or [None]


def _anchor(excerpt: Row, put: Row | None, free: bool) -> dict[str, Any]:
    """What leads to the excerpt again: what its source said, or its place alone where its words may not go out."""
    if not free:
        placed = excerpt["start"] is not None
        return {"start": excerpt["start"], "end": excerpt["end"]} if placed else {}
    given = {"start": excerpt["givenStart"], "end": excerpt["givenEnd"], "occurrence": excerpt["givenOccurrence"]}
    quote = (put["quote"] if put else excerpt["quote"]) or excerpt["text"]
    pointed = quote == excerpt["text"] and excerpt["verification"] == Verification.NORMALISED
    if pointed and None not in (given["start"], given["end"]):
        quote = None
    return {name: value for name, value in {"quote": quote, **given}.items() if value not in (None, "")}


def _is_evidence(put: Row, evidence: Evidence) -> bool:
    searched = put["type"] == Type.CONTRADICTS and put["target"] in evidence.sought
    return searched or label_of(put["target"]) is Label.PROPOSITION


def _said(put: Row, folder: Folder) -> dict[str, Any]:
    said = {"coder": put["coder"], "date": put["at"], "note": folder.rows.clean(put["note"])}
    return {name: value for name, value in said.items() if value}


def _add(evidence: Evidence, put: Row, entry: dict[str, Any]) -> None:
    of_type = evidence.supports if put["type"] == Type.SUPPORTS else evidence.contradicts
    of_type.setdefault(put["target"], []).append(entry)


def _row(interview: str | None, anchor: dict[str, Any], put: Row | None, folder: Folder) -> list[Value]:
    place: list[Value] = [interview, *(anchor.get(name) for name in ("quote", "start", "end", "occurrence"))]
    if put is None:
        return [*place, None, None, None, None, None]
    stance = Stance.CONTRADICTS.value if put["type"] == Type.CONTRADICTS else None
    said = _said(put, folder)
    return [*place, [folder.called(put["target"])], said.get("coder"), said.get("date"), said.get("note"), stance]
