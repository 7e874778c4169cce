"""Find concepts that a codebook knows under a new identity: they stay the same nodes."""

from __future__ import annotations

from graphmodel.graph.build import Built


def renames(before: Built, after: Built) -> dict[str, str]:
    """The new key of each concept that is there under another key after, by its key before.

    It is found by a former name or a GUID that the codebook gives, or by a name that meant it until now.
    """
    found: dict[str, str] = {}
    for entry in after.names.concepts.values():
        if entry.key in before.names.concepts:
            continue
        known = (guid for guid in entry.guids if before.names.meaning(guid) in before.names.concepts)
        for name in (*entry.former_names, *known, entry.name):
            old = before.names.meaning(name)
            stays = old is None or old == entry.key or old in found or old in after.graph.nodes
            if old is not None and not stays and old in before.graph.nodes:
                found[old] = entry.key
                break
    return found
