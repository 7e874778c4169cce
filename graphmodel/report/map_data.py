"""Puts together what a map shows: the rows in order of the tree, with the words guarded."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from graphmodel.database import Database
from graphmodel.lookup import CONCEPT, read_names
from graphmodel.names import fold
from graphmodel.report.guard import Guard
from graphmodel.report.map_rows import MapRows, Row, Scope, read_rows
from graphmodel.report.theory_map import (
    MapConcept,
    MapLink,
    MapMemo,
    MapProposition,
    MapQuote,
    MapReference,
    MapWords,
    TheoryMap,
)
from graphmodel.study_facts import read_facts

_WIKI_LINK = re.compile(r"\[\[(?:\w+:)?([^\]\[]+)\]\]")
_UNRELATED = "relates_to"


def read_map(
    database: Database, study: str, theme: str | None = None, quotes: int | None = 20, memo_texts: bool = True
) -> TheoryMap:
    """The theory of a study that is in the graph, or the branch of it below one concept.

    `theme` is a concept's name in any case, its path `A > B`, or its key. `quotes` is how many excerpts of each concept
    and proposition are printed, for it and against it; None for all that consent allows. Raises GraphmodelError where
    no concept or more than one has the name.
    """
    names = read_names(database, study)
    top = names.find(theme, CONCEPT) if theme else None
    rows, scope = read_rows(database, study, top.key if top else None, quotes)
    facts = read_facts(database, study)
    maker = _Maker(rows, scope, memo_texts)
    concepts = tuple(maker.concepts())
    propositions = tuple(maker.propositions())
    memos = tuple(maker.memos())
    links = tuple(maker.links())
    return TheoryMap(
        study=study,
        title=facts.title or study,
        notice=facts.notice,
        notes=tuple(facts.withdrawal_note(counted=False)),
        theme=top.name if top else None,
        path=names.paths(top.key)[0] if top else (),
        participants=facts.participants - facts.withdrawn,
        concepts=concepts,
        propositions=propositions,
        memos=memos,
        references=tuple(maker.references()),
        links=links,
        redactions=maker.guard.blanked,
        guarded_names=tuple(concept.name for concept in concepts if maker.guard.repeats(concept.name)),
    )


class _Maker:
    """Turns rows into the values of a map, under ids that are the map's own."""

    def __init__(self, rows: MapRows, scope: Scope, memo_texts: bool) -> None:
        self._rows = rows
        self._scope = scope
        self._memo_texts = memo_texts
        self._children = _children(rows.concepts, sorted(scope.branch, key=self._rank))
        self._order = [*self._tree(), *sorted(scope.outside, key=self._rank)]
        self._ids = {key: f"c{number}" for number, key in enumerate(self._order, 1)}
        chosen = sorted(scope.propositions, key=lambda key: _natural(rows.propositions[key]["name"]))
        self._chosen = chosen
        self._ids |= {key: f"p{number}" for number, key in enumerate(chosen, 1)}
        self._cited = [row for row in rows.literature if row["about"] in scope.branch | scope.propositions]
        cited = dict.fromkeys(row["key"] for row in self._cited)
        self._ids |= {key: f"r{number}" for number, key in enumerate(cited, 1)}
        self._memos = [memo for memo in rows.memos if self._about(memo)]
        self._ids |= {memo["key"]: f"m{number}" for number, memo in enumerate(self._memos, 1)}
        self.guard = Guard(rows.guarded, self._texts())

    def concepts(self) -> Iterator[MapConcept]:
        """The concepts in order of the tree, those outside of the branch last."""
        for key in self._order:
            yield self._concept(key, self._rows.concepts[key])

    def propositions(self) -> Iterator[MapProposition]:
        """The propositions that touch the branch."""
        for key in self._chosen:
            row = self._rows.propositions[key]
            yield MapProposition(
                id=self._ids[key],
                name=row["name"],
                statement=self.guard.clean(row["statement"]),
                relation=(row["relation"] or _UNRELATED).replace("_", " "),
                subject=self._ids.get(row["subject"]),
                object=self._ids.get(row["object"]),
                participants=row["participants"],
                words=self._words(key, "SUPPORTS", row["support"], row["supportQuotable"]),
                against=self._words(key, "CONTRADICTS", row["against"], row["againstQuotable"]),
            )

    def memos(self) -> Iterator[MapMemo]:
        """The memos about something of the map."""
        for row in self._memos:
            text = self.guard.clean(_readable(row["text"] or "")) if self._memo_texts else ""
            yield MapMemo(
                self._ids[row["key"]],
                self.guard.clean(row["title"]) or row["name"],
                row["kind"],
                row["at"],
                tuple(row["by"]),
                self._about(row),
                tuple(_paragraphs(text or "")),
            )

    def links(self) -> Iterator[MapLink]:
        """What the literature does for the concepts and propositions of the map."""
        for row in self._cited:
            yield MapLink(
                self._ids[row["key"]],
                self._ids[row["about"]],
                row["stance"],
                self.guard.clean(row["note"]),
                self.guard.clean(row["memo"]),
            )

    def references(self) -> Iterator[MapReference]:
        """Each reference that bears on something of the map, once."""
        for row in {row["key"]: row for row in self._cited}.values():
            year = str(row["year"]) if row["year"] is not None else None
            yield MapReference(
                self._ids[row["key"]],
                row["caption"] or row["name"],
                tuple(row["authors"]),
                year,
                row["title"],
                row["container"],
                row["doi"],
            )

    def _concept(self, key: str, row: Row) -> MapConcept:
        outside = key in self._scope.outside
        return MapConcept(
            id=self._ids[key],
            name=row["name"],
            level=row["level"],
            definition=self.guard.clean(row["definition"]),
            properties=tuple(self.guard.clean(each) or "" for each in row["properties"]),
            origin=row["origin"],
            defined=row["status"] == "active",
            core=row["core"],
            outside=outside,
            sought_at=row["soughtAt"],
            sought_by=row["soughtBy"],
            parents=tuple(self._ids[parent] for parent in row["parents"] if parent in self._scope.branch),
            children=tuple(self._ids[child] for child in self._children.get(key, ())),
            excerpts=row["excerpts"],
            interviews=row["interviews"],
            participants=row["participants"],
            words=self._words(key, "CODED_AS", row["own"], row["ownQuotable"]),
            against=self._words(key, "CONTRADICTS", row["against"], row["againstQuotable"]),
        )

    def _words(self, key: str, relation: str, count: int, quotable: int) -> MapWords:
        return MapWords(count, quotable, tuple(map(self._quote, self._rows.words.get((key, relation), ()))))

    def _quote(self, row: Row) -> MapQuote:
        interview = self._rows.interviews[row["interview"]]
        notes = dict.fromkeys(note for note in row["notes"] if note)
        return MapQuote(
            row["text"],
            interview["name"],
            tuple(interview["participants"]),
            row["verification"],
            tuple(self.guard.clean(note) or "" for note in notes),
        )

    def _about(self, memo: Row) -> tuple[str, ...]:
        covered = self._scope.branch | self._scope.propositions
        return tuple(self._ids[key] for key in memo["about"] if key in covered)

    def _tree(self) -> Iterator[str]:
        """The keys of the branch, each once, below its first parent where that is shown."""
        branch = self._scope.branch
        tops = [key for key in branch if not any(parent in branch for parent in self._rows.concepts[key]["parents"])]
        yielded: set[str] = set()
        waiting = [*sorted(branch.difference(tops), reverse=True), *sorted(tops, key=self._rank, reverse=True)]
        while waiting:
            key = waiting.pop()
            if key not in yielded:
                yielded.add(key)
                yield key
                waiting.extend(reversed(self._children.get(key, ())))

    def _rank(self, key: str) -> tuple[bool, int, str, str]:
        row = self._rows.concepts[key]
        return (not row["core"], -row["excerpts"], fold(row["name"]), key)

    def _texts(self) -> Iterator[str]:
        """All that is printed beside the quotes themselves."""
        for key in self._order:
            row = self._rows.concepts[key]
            yield from (row["name"], row["definition"] or "", *row["properties"])
        for key in self._scope.propositions:
            yield self._rows.propositions[key]["statement"] or ""
        for row in self._cited:
            yield from (row["note"] or "", row["memo"] or "")
        for memo in self._memos:
            yield from (memo["title"] or "", _readable(memo["text"] or ""))
        for words in self._rows.words.values():
            yield from (note for row in words for note in row["notes"] if note)


def _children(concepts: Mapping[str, Row], branch: Iterable[str]) -> dict[str, list[str]]:
    children: dict[str, list[str]] = {}
    for key in branch:
        for parent in concepts[key]["parents"]:
            children.setdefault(parent, []).append(key)
    return children


def _natural(name: str) -> list[tuple[int, str]]:
    """A key that puts p2 before p10."""
    return [(int(digits or 0), rest) for digits, rest in re.findall(r"(\d*)(\D*)", fold(name))]


def _readable(text: str) -> str:
    return _WIKI_LINK.sub(r"\1", text)


def _paragraphs(text: str) -> Iterator[str]:
    for paragraph in re.split(r"\n\s*\n", text):
        if paragraph.strip():
            yield paragraph.strip()
