"""Where the local Neo4j lives: one folder that only the user can read, and a store of jars that homes may share."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from graphmodel.errors import GraphmodelError

HOME_VARIABLE = "GRAPHMODEL_HOME"
JARS_VARIABLE = "GRAPHMODEL_JARS"
PRIVATE_FOLDER = 0o700


@dataclass(frozen=True, slots=True)
class Home:
    """The folder of one local server. Nothing is created by naming a path; `prepare` creates the folders."""

    folder: Path
    jars: Path

    @property
    def neo4j(self) -> Path:
        """What Neo4j calls its home: conf, data, logs and the rest are in it."""
        return self.folder / "neo4j"

    @property
    def configuration(self) -> Path:
        """The folder of neo4j.conf."""
        return self.neo4j / "conf"

    @property
    def data(self) -> Path:
        """The graph itself."""
        return self.neo4j / "data"

    @property
    def logs(self) -> Path:
        """Neo4j's logs."""
        return self.neo4j / "logs"

    @property
    def log(self) -> Path:
        """What the server prints: the first place to look when it does not start."""
        return self.logs / "server.log"

    @property
    def temporary(self) -> Path:
        """The server's private temporary folder: it unpacks and runs the Browser from there."""
        return self.neo4j / "tmp"

    @property
    def browser(self) -> Path:
        """The Neo4j Browser that the server serves in place of the one among its jars."""
        return self.neo4j / "web" / "neo4j-browser.zip"

    @property
    def java(self) -> Path:
        """Java runtimes of other versions than the installed one, kept with the jars."""
        return self.jars / "java"

    @property
    def credentials(self) -> Path:
        """User name and password, readable by the user only."""
        return self.folder / "credentials.env"

    @property
    def state(self) -> Path:
        """Which process serves this home."""
        return self.folder / "server.json"

    @property
    def ports(self) -> Path:
        """The ports that were chosen, kept for later starts."""
        return self.folder / "ports.json"

    @property
    def lock(self) -> Path:
        """Held while a server is started or stopped."""
        return self.folder / "server.lock"

    @property
    def ahead_of_time(self) -> Path:
        """Java's cache of loaded classes, one file a server version."""
        return self.folder / "aot"

    def prepare(self) -> None:
        """Create the folders. Raises GraphmodelError where that is not possible or the home is not the user's own."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=PRIVATE_FOLDER)
            self.folder.chmod(PRIVATE_FOLDER)
            for folder in (self.configuration, self.data, self.logs, self.temporary):
                folder.mkdir(parents=True, exist_ok=True)
            next(self.folder.iterdir())
        except OSError as error:
            raise unusable_folder(self.folder, error) from error


def chosen_home() -> Home:
    """The home that GRAPHMODEL_HOME names, else the user's data folder.

    The jars are in the folder that GRAPHMODEL_JARS names, else in `jars` of a named home, else in the user's cache.
    """
    named = os.environ.get(HOME_VARIABLE)
    folder = (
        Path(named).expanduser().absolute() if named else platformdirs.user_data_path("graphmodel", appauthor=False)
    )
    return Home(folder, _jar_store(folder if named else None))


def _jar_store(named_home: Path | None) -> Path:
    if named := os.environ.get(JARS_VARIABLE):
        return Path(named).expanduser().absolute()
    if named_home is not None:
        return named_home / "jars"
    return platformdirs.user_cache_path("graphmodel", appauthor=False) / "jars"


def unusable_folder(folder: Path, error: OSError) -> GraphmodelError:
    """The error for a folder that cannot be read or written."""
    return GraphmodelError(
        f"the folder of the local Neo4j cannot be used: `{folder}` ({error.strerror or error})",
        f"make it readable and writable for you, or name another folder in {HOME_VARIABLE}",
    )
