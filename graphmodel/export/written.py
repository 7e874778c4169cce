"""What every export is asked for and gives back, and how its file comes to be."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from shutil import rmtree
from typing import BinaryIO, Protocol, cast

from graphmodel.database import Database
from graphmodel.errors import GraphmodelError
from graphmodel.server.progress import Progress, silent
from loaders.format import Format


@dataclass(frozen=True, slots=True)
class Chosen:
    """What goes into an export: words without consent to quote them (`all_words`), participants who withdrew. `utf16`
    has positions count UTF-16 units, as NVivo does, where the format's own unit is the Unicode code point. `progress`
    is told how many interviews are written."""

    all_words: bool = False
    withdrawn: bool = False
    utf16: bool = False
    progress: Progress = field(default=silent, compare=False, repr=False)


@dataclass(slots=True)
class Exported:
    """What an export holds: `counts` by what is counted; `no_place`, what the format has no place for, with its number;
    of how many interviews the words are withheld, how many participants are left out, how many passages of definitions,
    memos and notes are blanked because they repeat such words; how many interviews hold characters that programs count
    differently (`wide`); the names of concepts that repeat such words and stay (`repeating`)."""

    study: str
    path: Path
    counts: dict[str, int] = field(default_factory=dict)
    no_place: dict[str, int] = field(default_factory=dict)
    withheld: int = 0
    left_out: int = 0
    blanked: int = 0
    wide: int = 0
    repeating: list[str] = field(default_factory=list)
    notice: str | None = None

    def lacks(self, what: str, number: int = 1) -> None:
        """Count something that the format has no place for."""
        if number:
            self.no_place[what] = self.no_place.get(what, 0) + number


class Writer(Protocol):
    """A module of this package that writes one format."""

    FORMAT: Format

    def write(self, database: Database, study: str, path: Path, chosen: Chosen) -> Exported:
        """Write a study to a file. Raises GraphmodelError where it cannot be written."""
        ...


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A new file that takes the place of `path` once it is written whole. Raises GraphmodelError."""
    try:
        with tempfile.NamedTemporaryFile(dir=path.absolute().parent, prefix=f".{path.name}.", delete=False) as file:
            whole = Path(file.name)
            try:
                yield cast(BinaryIO, file)
                file.flush()
            except BaseException:
                whole.unlink()
                raise
        whole.chmod(0o644)
        whole.replace(path)
    except OSError as error:
        raise GraphmodelError(f"cannot write `{path}`: {error.strerror}", "choose another place") from error


@contextmanager
def making(path: Path) -> Iterator[Path]:
    """A new folder that is called `path` once all is in it. Raises GraphmodelError; then nothing of it is left."""
    try:
        whole = Path(tempfile.mkdtemp(dir=path.absolute().parent, prefix=f".{path.name}."))
        try:
            yield whole
            whole.chmod(0o755)
            whole.rename(path)
        except BaseException:
            rmtree(whole)
            raise
    except OSError as error:
        raise GraphmodelError(f"cannot write `{path}`: {error.strerror}", "choose another place") from error
