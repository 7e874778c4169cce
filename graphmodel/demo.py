"""Where the packaged demo study is: in a wheel inside the package, in a clone beside it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path
from shutil import copytree

from graphmodel.errors import GraphmodelError

DEMO = "from-the-same-mad-planet"
TWELFTH = "twelfth-interview"
DEMO_THEME = "Dual roles"


@contextmanager
def demo_folder(name: str = DEMO) -> Iterator[Path]:
    """The folder of the demo study, or of another example. Raises GraphmodelError where the installation lacks it."""
    package = files("graphmodel")
    for place in (package.joinpath("examples", name), package.joinpath("..", "examples", name)):
        if place.is_dir():
            with as_file(place) as folder:
                yield folder.resolve()
                return
    raise GraphmodelError("this installation holds no demo study", "install graphmodel anew")


def copy_demo(to: Path) -> list[Path]:
    """Copy the demo study, and the interview that the tutorial adds to it, into a folder; return the copies.

    Raises GraphmodelError where one of them is there already or the folder cannot be written to.
    """
    copies = [to / DEMO, to / TWELFTH]
    for copy in copies:
        if copy.exists():
            raise GraphmodelError(f"`{copy}` is there already", "name another folder")
    try:
        for copy in copies:
            with demo_folder(copy.name) as folder:
                copytree(folder, copy)
    except OSError as error:
        raise GraphmodelError(f"cannot write `{to}`: {error.strerror}", "name another folder") from error
    return copies
