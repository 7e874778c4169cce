"""The password of the local server: made by us, set before the first start, in a file that only the user can read."""

from __future__ import annotations

import os
import secrets
import subprocess
from dataclasses import dataclass

from graphmodel.errors import GraphmodelError
from graphmodel.server.files import write_whole
from graphmodel.server.home import Home

USERNAME = "neo4j"


@dataclass(frozen=True, slots=True, repr=False)
class Credentials:
    """User name and password. Neither shows up where the object is printed."""

    username: str
    password: str


def read_credentials(home: Home) -> Credentials:
    """The credentials of the home. Raises GraphmodelError where the file is not there or not readable."""
    try:
        lines = home.credentials.read_text(encoding="utf-8").splitlines()
        values = dict(line.split("=", 1) for line in lines if line)
        return Credentials(values["NEO4J_USERNAME"], values["NEO4J_PASSWORD"])
    except (OSError, ValueError, KeyError) as error:
        raise _lost(home) from error


def prepare_credentials(home: Home, admin_command: list[str]) -> Credentials:
    """Make a password and set it with the server's own tool, once, before the first start of the home.

    `admin_command` is the command line of that tool without its arguments.
    """
    if not _is_set(home):
        write_whole(home.credentials, f"NEO4J_USERNAME={USERNAME}\nNEO4J_PASSWORD={secrets.token_hex(24)}\n")
        _set_initial_password(home, read_credentials(home).password, admin_command)
    return read_credentials(home)


def _is_set(home: Home) -> bool:
    return (home.data / "dbms" / "auth.ini").exists() or (home.data / "databases" / "system").exists()


def _set_initial_password(home: Home, password: str, admin_command: list[str]) -> None:
    arguments = home.folder / ".initial-password"
    write_whole(arguments, f"dbms\nset-initial-password\n{password}\n")
    environment = os.environ | {"NEO4J_HOME": str(home.neo4j), "NEO4J_CONF": str(home.configuration)}
    try:
        result = subprocess.run(
            [*admin_command, f"@{arguments}"], env=environment, capture_output=True, text=True, check=False
        )
    finally:
        arguments.unlink()
    if result.returncode != 0:
        raise GraphmodelError(
            f"the password of the local Neo4j could not be set: {(result.stderr or result.stdout).strip()}",
            f"see whether there is room in `{home.folder}`, then run the command again",
        )


def _lost(home: Home) -> GraphmodelError:
    return GraphmodelError(
        f"the credentials of the local Neo4j cannot be read: `{home.credentials}`",
        f"put the file back, or, to start anew with an empty graph, remove `{home.data}` and load your studies again",
    )
