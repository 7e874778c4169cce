"""Memos, literature, and what the literature does for concepts and propositions."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from graphmodel.export.folder.names import FileNames
from graphmodel.export.folder.whole import Folder
from graphmodel.export.folder.yaml_text import yaml_text
from graphmodel.export.rows import UNDEFINED, Row, defined
from graphmodel.names import fold
from graphmodel.schema import Label, label_of, local

_LINK = ("reference", "concept", "proposition", "stance", "memo", "date", "note")
_YEAR = re.compile(r"\d{1,4}")


def write_memos(folder: Folder) -> None:
    """A Markdown file for each memo, with front matter that says what it is about."""
    memos, names = sorted(defined(folder.rows.memos), key=lambda row: local(row["key"])), FileNames()
    for memo in memos:
        stem = names.stem(memo["name"])
        (folder.root / "memos").mkdir(exist_ok=True)
        (folder.root / "memos" / f"{stem}.md").write_text(_memo(memo, stem, folder), encoding="utf-8", newline="\n")
    folder.exported.counts["memos"] = len(memos)


def _memo(row: Row, stem: str, folder: Folder) -> str:
    front = {
        "name": None if fold(stem) == local(row["key"]) and stem == row["name"] else row["name"],
        "kind": row["kind"],
        "title": folder.rows.clean(row["title"]),
        "date": row["writtenAt"],
        "author": next(iter(folder.all_called(row["authors"])), None),
        "about": [_link(key, folder) for key in row["about"] if key not in folder.rows.without],
        "cites": folder.all_called(row["cites"]),
        "develops_into": folder.all_called(row["developsInto"]),
    }
    return f"---\n{yaml_text(front)}---\n{folder.rows.clean(row['text']) or ''}\n"


def _link(key: str, folder: Folder) -> str:
    return f"{label_of(key).value.lower()}:{folder.called(key)}"


def write_literature(folder: Folder) -> None:
    """The references as CSL-JSON."""
    held = [row["properties"] for row in folder.rows.references if row["properties"]["status"] != UNDEFINED]
    items = [_reference(each) for each in sorted(held, key=lambda each: str(each["key"]))]
    if items:
        text = json.dumps(items, ensure_ascii=False, indent=1)
        (folder.root / "literature.json").write_text(f"{text}\n", encoding="utf-8")
    folder.exported.counts["references"] = len(items)


def _reference(held: Row) -> dict[str, Any]:
    year = held.get("year")
    issued = {"date-parts": [[int(year)]]} if year and _YEAR.fullmatch(year) else {"raw": year} if year else None
    item = {
        "id": held["name"],
        "type": held.get("type"),
        "title": held.get("title"),
        "author": _people(held.get("authors") or ()),
        "issued": issued,
        "container-title": held.get("container"),
        "volume": held.get("volume"),
        "issue": held.get("issue"),
        "page": held.get("pages"),
        "DOI": held.get("doi"),
    }
    return {name: value for name, value in item.items() if value}


def _people(authors: Iterable[str]) -> list[dict[str, str]]:
    parts = (author.partition(", ") for author in authors)
    return [{"family": family, "given": given} if given else {"literal": family} for family, _, given in parts]


def write_links(folder: Folder) -> None:
    """A row for each link from literature."""
    rows = [_row(row, folder) for row in folder.rows.read("links")]
    folder.exported.counts["links from literature"] = folder.table("links", _LINK, rows)


def _row(row: Row, folder: Folder) -> tuple[str | None, ...]:
    concept = label_of(row["target"]) is Label.CONCEPT
    target = folder.called(row["target"])
    return (
        folder.called(row["reference"]),
        target if concept else None,
        None if concept else target,
        row["stance"],
        folder.called(row["memo"]) if row["memo"] else None,
        row["at"],
        folder.rows.clean(row["note"]),
    )
