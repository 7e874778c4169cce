"""The few readable words that every node carries for whoever meets it in the Neo4j Browser."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graphmodel.schema import Label

MOST = 60


def caption(label: Label, properties: Mapping[str, Any]) -> str:
    """A caption of at most `MOST` code points for a node with these properties."""
    return cut(_words(label, properties))


def cut(text: str, most: int = MOST) -> str:
    """White space folded, and shortened at `most` code points with an ellipsis."""
    head = " ".join(text[: most * 2].split())
    return head if len(head) <= most else head[: most - 1].rstrip() + "…"


def _words(label: Label, of: Mapping[str, Any]) -> str:
    name = str(of.get("name") or "")
    match label:
        case Label.EXCERPT:
            return f"“{cut(of['text'], MOST - 2)}”"
        case Label.TURN:
            return f"{of['speaker']}: {of['text']}" if of.get("speaker") else str(of["text"])
        case Label.REFERENCE:
            return _reference(of) or name
        case Label.PROPOSITION:
            return str(of.get("statement") or name)
        case Label.MEMO | Label.STUDY:
            return str(of.get("title") or name or of.get("key"))
        case Label.REVISION:
            return _revision(of)
        case Label.DOCUMENT:
            return str(of["path"])
        case _:
            return name


def _reference(of: Mapping[str, Any]) -> str:
    families = [author.split(",")[0] for author in of.get("authors") or ()]
    if not families:
        return str(of.get("title") or "")
    people = families[0] + (" et al." if len(families) > 2 else f" & {families[1]}" if len(families) == 2 else "")
    return f"{people} ({of['year']})" if of.get("year") else people


def _revision(of: Mapping[str, Any]) -> str:
    before, after = ", ".join(of.get("before") or ()), ", ".join(of.get("after") or ())
    return f"{of['kind']}: {before}" + (f" → {after}" if before and after else after)
