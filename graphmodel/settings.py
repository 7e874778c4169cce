"""Which Neo4j is meant: the command line says, else a credentials file, else the environment, else the local one."""

from __future__ import annotations

import ipaddress
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from dotenv import dotenv_values

from graphmodel.errors import GraphmodelError

SCHEMES = ("neo4j", "bolt")
ENCRYPTED = ("+s", "+ssc")
USUAL_USERNAME = "neo4j"
FIELDS = ("uri", "username", "password", "database")


@dataclass(frozen=True, slots=True, repr=False)
class Settings:
    """How to reach a Neo4j. `database` is None for the user's own one, `password` for a server without sign-in."""

    uri: str
    username: str
    password: str | None
    database: str | None = None

    @property
    def host(self) -> str:
        """The name or address of the server, without port."""
        return urlsplit(self.uri).hostname or ""

    @property
    def is_loopback(self) -> bool:
        """Whether what is written there stays on this machine."""
        if self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False

    @property
    def is_encrypted(self) -> bool:
        """Whether the scheme asks for an encrypted connection."""
        return urlsplit(self.uri).scheme.endswith(ENCRYPTED)


def resolve_settings(
    uri: str | None = None,
    username: str | None = None,
    password: str | None = None,
    database: str | None = None,
    credentials: Path | None = None,
    environment: Mapping[str, str] | None = None,
) -> Settings | None:
    """The settings of the Neo4j that was named, or None where none was: then the local one is meant.

    Each field is the argument, else what the file `credentials` (lines like `NEO4J_URI=…`, as Aura hands them
    out) says, else the environment. Raises GraphmodelError for a file that cannot be read and for an address
    that is none.
    """
    given = dict(zip(FIELDS, (uri, username, password, database), strict=True))
    named = _from_file(credentials) if credentials else {}
    inherited = os.environ if environment is None else environment
    chosen = {field: given[field] or named.get(_key(field)) or inherited.get(_key(field)) or None for field in FIELDS}
    if not chosen["uri"]:
        _refuse_without_address(credentials, given)
        return None
    return Settings(
        _checked(chosen["uri"]), chosen["username"] or USUAL_USERNAME, chosen["password"], chosen["database"]
    )


def _key(field: str) -> str:
    return f"NEO4J_{field.upper()}"


def _from_file(path: Path) -> Mapping[str, str | None]:
    try:
        with path.open(encoding="utf-8-sig") as file:
            return dotenv_values(stream=file, interpolate=False)
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not text in UTF-8"
        raise GraphmodelError(
            f"the credentials file cannot be read: `{path}` ({reason})",
            "name a file with the lines NEO4J_URI=…, NEO4J_USERNAME=…, NEO4J_PASSWORD=…",
        ) from error


def _refuse_without_address(credentials: Path | None, given: Mapping[str, str | None]) -> None:
    if credentials:
        raise GraphmodelError(
            f"the credentials file names no server: `{credentials}`", "it needs a line NEO4J_URI=neo4j+s://…"
        )
    if any(given.values()):
        raise GraphmodelError(
            "a user name, password or database was given, but no server", "add `--uri`, or set NEO4J_URI"
        )


def _checked(uri: str) -> str:
    scheme, _, security = urlsplit(uri).scheme.partition("+")
    if scheme in SCHEMES and security in ("", "s", "ssc") and urlsplit(uri).hostname:
        return uri
    raise GraphmodelError(
        f"this is not the address of a Neo4j: `{uri}`",
        "it looks like bolt://localhost:7687, neo4j://host or neo4j+s://host",
    )
