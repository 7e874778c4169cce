"""GUIDs of programs that mint new ones in each export: they change nothing of what a codebook says."""

from __future__ import annotations

from collections.abc import Mapping

from graphmodel.claims import Claims, Held, Properties
from graphmodel.schema import Label, label_of


def keep_guids(claims: Claims, document: int, held: Mapping[str, Held]) -> None:
    """Where none of the GUIDs that a codebook gives is among those that it gave before, they tell nothing: the ones
    that its concepts had stay, so that the same project exported again is the same."""
    earlier = {key: there.said.get(document, {}) for key, there in held.items() if label_of(key) is Label.CONCEPT}
    known = {guid for said in earlier.values() for guid in said.get("guids", ())}
    given = {guid for said in claims.nodes.values() for guid in said.get("guids", ())}
    if known and given and not known & given:
        for key in claims.nodes.keys() & earlier.keys():
            _put(claims.nodes[key], earlier[key].get("guids"))


def _put(said: Properties, guids: list[str] | None) -> None:
    if guids is None:
        said.pop("guids", None)
    else:
        said["guids"] = list(guids)
