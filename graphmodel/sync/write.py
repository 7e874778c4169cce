"""A difference written into the graph, in one transaction, with as few round trips as it needs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, LiteralString

from neo4j import ManagedTransaction

from graphmodel.captions import caption
from graphmodel.claims import Edge, Held, Properties, Said, encode, merge_edge, merge_node
from graphmodel.schema import Label, key, label_of, local
from graphmodel.statements import statement
from graphmodel.sync.difference import Changes
from graphmodel.sync.state import is_excerpt, read_nodes

MAY_BE_UNDEFINED = frozenset(
    {
        Label.CONCEPT,
        Label.INTERVIEW,
        Label.PARTICIPANT,
        Label.REFERENCE,
        Label.MEMO,
        Label.PROPOSITION,
        Label.RESEARCHER,
        Label.RETIRED_CONCEPT,
    }
)


@dataclass(slots=True)
class Writer:
    """Writes to one study in one transaction; knows the element id of every node it has met, and which nodes may have
    nobody left who says or names them."""

    tx: ManagedTransaction
    study: str
    levels: Mapping[str, Label]
    ids: dict[str, str] = field(default_factory=dict)
    loose: set[str] = field(default_factory=set)

    def meet(self, nodes: Iterable[str]) -> None:
        """Learn the element ids of nodes that are there."""
        self.ids.update((each, held.id) for each, held in read_nodes(self.tx, nodes).items())

    def run(self, name: LiteralString, rows: Sequence[Any], **parameters: Any) -> None:
        """Run a statement of cypher/sync over rows, if there are any."""
        if rows:
            self.tx.run(statement(f"sync/{name}"), rows=rows, **parameters).consume()

    def nodes(self, changes: Changes[str], held: Mapping[str, Held], mentions: Mapping[str, str]) -> None:
        """Create and change nodes other than excerpts; nodes that are only named are made undefined."""
        self.ids.update((each, there.id) for each, there in held.items())
        created = {each: said for each, said in changes.created.items() if not is_excerpt(each)}
        missing = [each for each in mentions if each not in created and each not in self.ids]
        rows = [self._row(each, said, mentions.get(each, "")) for each, said in created.items()]
        rows += [self._row(each, {}, mentions[each]) for each in missing]
        if rows:
            found = self.tx.run(statement("sync/create_nodes"), rows=rows)
            self.ids.update((row["key"], row["id"]) for row in found)
        self.update_nodes({each: pair for each, pair in changes.changed.items() if not is_excerpt(each)})

    def _row(self, node: str, said: Said, name: str) -> dict[str, Any]:
        label = label_of(node)
        labels = [label.value]
        if label is Label.CONCEPT:
            labels.append(self.levels.get(node, Label.CODE).value)
        return {"labels": labels, "properties": self.properties(node, said, name)}

    def properties(self, node: str, said: Said, name: str) -> Properties:
        """All properties of a node for its claims; `name` is what an undefined one is called."""
        label = label_of(node)
        merged = merge_node(label, said) if said else {}
        stored = encode(said, merged)
        if label in MAY_BE_UNDEFINED:
            stored["status"] = "active" if "name" in merged else "undefined"
            stored.setdefault("name", " ".join(name.split()) or local(node))
        stored["key"], stored["study"] = node, self.study
        stored["caption"] = caption(label, stored) if said else stored.get("name", local(node))
        return stored

    def update_nodes(self, changed: Mapping[str, tuple[Held, Said]]) -> None:
        """Give nodes the properties of their present claims."""
        rows = [
            {"id": there.id, "properties": self.properties(each, said, there.properties.get("name", ""))}
            for each, (there, said) in changed.items()
        ]
        self.run("update_nodes", rows)

    def unsay_nodes(self, removed: Mapping[str, Held]) -> None:
        """Clear nodes that nobody says any more; those that nothing names go, the others stay undefined."""
        excerpts = [there.id for each, there in removed.items() if is_excerpt(each)]
        if excerpts:
            self.tx.run(statement("sync/delete_excerpts"), ids=excerpts).consume()
        self.update_nodes({each: (there, {}) for each, there in removed.items() if not is_excerpt(each)})

    def sweep(self, nodes: Iterable[str]) -> None:
        """Remove those of these and of all loose nodes that no document says and nothing names.

        The last thing in a transaction: a server was seen to find a node by a key that it had in the same transaction
        before it was deleted.
        """
        wanted = self.loose.union(nodes)
        self.meet(wanted - self.ids.keys())
        ids = sorted({self.ids[each] for each in wanted if each in self.ids})
        if ids:
            self.tx.run(statement("sync/sweep_nodes"), ids=ids).consume()

    def edges(self, changes: Changes[Edge], fresh_excerpts: Iterable[str] = ()) -> None:
        """Delete, change and create relationships; those of new excerpts were created with them."""
        fresh = set(fresh_excerpts)
        ends = {end for edge in changes.created if edge.start not in fresh for end in (edge.start, edge.end)}
        self.meet(ends - self.ids.keys())
        if changes.removed:
            ids = [there.id for there in changes.removed.values()]
            self.tx.run(statement("sync/delete_edges"), ids=ids).consume()
        self.run(
            "update_edges",
            [
                {"id": there.id, "properties": encode(said, merge_edge(edge.type, said))}
                for edge, (there, said) in changes.changed.items()
            ],
        )
        self.run(
            "create_edges",
            [
                {
                    "type": edge.type.value,
                    "start": self.ids[edge.start],
                    "end": self.ids[edge.end],
                    "properties": encode(said, merge_edge(edge.type, said)),
                }
                for edge, said in changes.created.items()
                if edge.start not in fresh
            ],
        )


def interview_of(excerpt: str, study: str) -> str:
    """The key of the interview that an excerpt's key names."""
    return key(study, Label.INTERVIEW, local(excerpt).rsplit("/", 2)[0])
