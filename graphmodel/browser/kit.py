"""The Neo4j Browser with a first script of ours, put together on the user's machine from the fetched Browser.

The server serves it to anybody on the machine: nothing secret and nothing of a study is in it.
"""

from __future__ import annotations

import hashlib
import os
import re
import zipfile
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

from graphmodel.errors import GraphmodelError

KIT_FILES = ("first.js", "theory.grass")
ROOT = "browser/"
KIT = ROOT + "kit/"
PAGE = ROOT + "index.html"
VERSION_FILE = KIT + "version.txt"
FIRST_SCRIPT = b'<script src="kit/first.js"></script>'
# The preview of another Browser that is in the same jar: it cannot be handed anything.
LEFT_OUT = (ROOT + "preview/", "META-INF/")


def place_kit(jar: Path, zip_file: Path) -> None:
    """Write the Browser with its kit to `zip_file`, where it is not there yet for this jar and this kit.

    Raises GraphmodelError where the file cannot be written or the jar is not the Browser.
    """
    try:
        if not _is_current(zip_file, kit_version(jar)):
            zip_file.parent.mkdir(parents=True, exist_ok=True)
            part = zip_file.with_suffix(f".{os.getpid()}.part")
            _write(jar, part)
            part.replace(zip_file)
    except OSError as error:
        raise GraphmodelError(
            f"the Neo4j Browser cannot be put together: `{zip_file}` ({error.strerror or error})",
            "see whether there is room and whether you may write there",
        ) from error


def kit_version(jar: Path) -> str:
    """What changes where the kit's files or the Browser do."""
    digest = hashlib.sha256(jar.name.encode())
    for name in KIT_FILES:
        digest.update(kit_file(name).encode())
    return digest.hexdigest()[:16]


@cache
def kit_file(name: str) -> str:
    """The text of a file of the kit."""
    return files("graphmodel.browser").joinpath("kit", name).read_text(encoding="utf-8")


def browser_parts(jar: Path) -> Iterator[tuple[str, bytes]]:
    """The files of the Browser with our kit among them: each with its path, which begins with `browser/`."""
    with zipfile.ZipFile(jar) as archive:
        for name in archive.namelist():
            if not name.endswith("/") and not name.startswith(LEFT_OUT):
                yield name, _with_first_script(archive.read(name)) if name == PAGE else archive.read(name)
    for name in KIT_FILES:
        yield KIT + name, kit_file(name).encode()
    yield VERSION_FILE, kit_version(jar).encode()


def _is_current(zip_file: Path, version: str) -> bool:
    if not zip_file.is_file() or not zipfile.is_zipfile(zip_file):
        return False
    with zipfile.ZipFile(zip_file) as archive:
        return archive.comment == version.encode()


def _write(jar: Path, zip_file: Path) -> None:
    """Folders are entries of their own, before what is in them: the server unpacks nothing else."""
    made: set[str] = set()
    with zipfile.ZipFile(zip_file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.comment = kit_version(jar).encode()
        for name, content in browser_parts(jar):
            for folder in _folders(name):
                if folder not in made:
                    made.add(folder)
                    archive.mkdir(folder)
            archive.writestr(name, content)


def _folders(name: str) -> Iterator[str]:
    parts = name.split("/")[:-1]
    return ("/".join(parts[: depth + 1]) for depth in range(len(parts)))


def _with_first_script(page: bytes) -> bytes:
    changed, times = re.subn(rb"(?=<script\b)", FIRST_SCRIPT, page, count=1)
    if not times:
        raise GraphmodelError("the fetched Neo4j Browser is not one that graphmodel knows", "install graphmodel anew")
    return changed
