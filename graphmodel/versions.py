"""Which Neo4j is new enough."""

from __future__ import annotations

import re

from graphmodel.errors import GraphmodelError
from graphmodel.settings import Settings

OLDEST = (5, 26)


def check_version(agent: str, settings: Settings) -> None:
    """Raises GraphmodelError where a server that calls itself `agent` ("Neo4j/5.26.30") is too old, or no Neo4j."""
    found = re.match(r"Neo4j/(\d+)\.(\d+)", agent)
    if found is None:
        raise GraphmodelError(
            f"the server at `{settings.uri}` calls itself `{agent}`, which is not a Neo4j that graphmodel knows",
            "use Neo4j 5.26 or later",
        )
    if (int(found[1]), int(found[2])) < OLDEST:
        raise GraphmodelError(
            f"the Neo4j at `{settings.uri}` is too old: it is {agent.removeprefix('Neo4j/')}, and 5.26 is needed",
            "upgrade it, or leave out `--uri` and NEO4J_URI to use the local Neo4j",
        )
