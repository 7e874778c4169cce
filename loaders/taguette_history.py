"""Taguette's command log: who put which tag to which highlight and when, and how the tags came to be what they are."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from graphmodel.errors import Place
from loaders.project import Project
from loaders.sqlite_row import Row


@dataclass(frozen=True, slots=True)
class Doing:
    """Who did something, and when (ISO)."""

    by: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """A change of the tags: paths before and after, in REVISION's kinds."""

    kind: str
    before: str | None
    after: str | None
    doing: Doing
    place: Place


@dataclass(slots=True)
class _Tag:
    path: str
    description: str
    former: list[str] = field(default_factory=list)


@dataclass(slots=True)
class History:
    """What the log of one project says, command after command. `living` are the paths of its tags by id, `held` the
    tags that each highlight has now; `merged` has the last path of each tag that was merged, what it meant, and the tag
    that it went into."""

    living: Mapping[int | None, str]
    held: Mapping[int | None, Sequence[int | None]]
    changes: list[Change] = field(default_factory=list)
    merged: list[tuple[str, str, int, Place]] = field(default_factory=list)
    _tags: dict[int, _Tag] = field(default_factory=dict)
    _highlights: dict[int, dict[int, Doing]] = field(default_factory=dict)
    _first: dict[int, Doing] = field(default_factory=dict)
    _tagged: dict[int, dict[int, None]] = field(default_factory=dict)

    def former(self, tag: int) -> list[str]:
        """The paths that a tag had before, the oldest first."""
        return self._tags[tag].former if tag in self._tags else []

    def doing(self, highlight: int, tag: int | None = None) -> Doing:
        """Who put a tag to a highlight, or made the highlight."""
        first = self._first.get(highlight, Doing())
        return first if tag is None else self._highlights.get(highlight, {}).get(tag, Doing())

    def take(self, row: Row, project: Project) -> None:
        """Take in the next command."""
        try:
            payload = json.loads(row.raw("payload"))
        except (ValueError, RecursionError):
            payload = None
        if not isinstance(payload, dict):
            project.flag("commands of the log cannot be read")
            return
        kind, doing = payload.get("type"), Doing(row.text("user_login"), project.date(row.text("date")))
        if kind == "highlight_add":
            self._highlight(payload, doing)
        elif kind == "tag_add":
            self._add_tag(payload, doing, row.place)
        elif kind == "tag_delete":
            self._end_tag(_number(payload, "tag_id"), None, doing, row.place)
        elif kind == "tag_merge":
            self._end_tag(_number(payload, "src_tag_id"), _number(payload, "dest_tag_id"), doing, row.place)

    def _highlight(self, payload: dict[str, object], doing: Doing) -> None:
        highlight, tags = _number(payload, "highlight_id"), payload.get("tags")
        if highlight is None:
            return
        self._first.setdefault(highlight, doing)
        held = self._highlights.get(highlight, {})
        wanted = [tag for tag in tags if isinstance(tag, int)] if isinstance(tags, list) else []
        self._highlights[highlight] = {tag: held.get(tag, doing) for tag in wanted}
        for tag in wanted:
            self._tagged.setdefault(tag, {}).setdefault(highlight)

    def _add_tag(self, payload: dict[str, object], doing: Doing, place: Place) -> None:
        """One command makes a tag, renames it and says anew what it means."""
        number, path = _number(payload, "tag_id"), str(payload.get("tag_path") or "").strip()
        description = str(payload.get("description") or "").strip()
        if number is None or not path:
            return
        tag = self._tags.get(number)
        if tag is None:
            self._tags[number] = _Tag(path, description)
            self.changes.append(Change("create", None, path, doing, place))
            return
        if path != tag.path:
            self.changes.append(Change("rename", tag.path, path, doing, place))
            tag.former.append(tag.path)
        if description != tag.description:
            self.changes.append(Change("redefine", path, path, doing, place))
        tag.path, tag.description = path, description

    def _end_tag(self, number: int | None, into: int | None, doing: Doing, place: Place) -> None:
        tag = self._tags.get(number) if number is not None else None
        merged = into is not None
        if merged and number is not None:
            into = self._target(number, into)
            self._hand_on(number, into)
        if tag is None:
            return
        target = self._tags.get(into) if into is not None else None
        after = target.path if target else self.living.get(into)
        self.changes.append(Change("merge" if merged else "retire", tag.path, after, doing, place))
        if into is not None:
            self.merged.append((tag.path, tag.description, into, place))

    def _hand_on(self, number: int, into: int | None) -> None:
        """Let the highlights of a tag that is gone have another in its place. Of each tag this happens once."""
        for highlight, tags in self._with_tag(number):
            if into is not None:
                tags.setdefault(into, tags[number])
                self._tagged.setdefault(into, {}).setdefault(highlight)
        self._tagged.pop(number, None)

    def _with_tag(self, number: int) -> list[tuple[int, dict[int, Doing]]]:
        """The highlights that have a tag, with all their tags."""
        listed = ((highlight, self._highlights[highlight]) for highlight in self._tagged.get(number, ()))
        return [(highlight, tags) for highlight, tags in listed if number in tags]

    def _target(self, number: int, into: int | None) -> int | None:
        """What a tag was merged into. An exported project has new ids for its tags, negative ones for those that are
        gone, and forgets to write them here: then it is the tag that highlights have now though nobody put it."""
        if number > 0:
            return into
        now = Counter(
            tag
            for highlight, tags in self._with_tag(number)
            for tag in self.held.get(highlight, ())
            if tag is not None and tag not in tags
        )
        return now.most_common(1)[0][0] if now else None


def _number(payload: dict[str, object], name: str) -> int | None:
    value = payload.get(name)
    return value if isinstance(value, int) else None
