"""Where the packaged demo study is: in a wheel inside the package, in a clone beside it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path

from graphmodel.errors import GraphmodelError

DEMO = "from-the-same-mad-planet"
DEMO_THEME = "Dual roles"


@contextmanager
def demo_folder() -> Iterator[Path]:
    """The folder of the demo study. Raises GraphmodelError where the installation lacks it."""
    package = files("graphmodel")
    for place in (package.joinpath("examples", DEMO), package.joinpath("..", "examples", DEMO)):
        if place.joinpath("study.yaml").is_file():
            with as_file(place) as folder:
                yield folder.resolve()
                return
    raise GraphmodelError("this installation holds no demo study", "install graphmodel anew")
