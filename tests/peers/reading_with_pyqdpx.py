"""Run by pyqdpx's own Python: what it reads of a project, as JSON on stdout."""

from __future__ import annotations

import contextlib
import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

MADE_UP = "\u200b"
"""What pyqdpx puts behind a character of two UTF-16 units, so that positions count it twice."""
NEEDS_3_12 = """{(f": {sel.description}") if sel.description else ""}"""
THE_SAME = """{(': ' + sel.description) if sel.description else ''}"""


def pyqdpx() -> ModuleType:
    """The package's module; one line of it, which Python 3.11 cannot parse though the package says that it does, is
    put otherwise."""
    package = importlib.util.find_spec("pyqdpx")
    assert package and package.origin
    path = Path(package.origin).with_name("pyqdpx.py")
    module = ModuleType("pyqdpx_module")
    sys.modules[module.__name__] = module
    exec(compile(path.read_text(encoding="utf-8").replace(NEEDS_3_12, THE_SAME), path, "exec"), module.__dict__)
    return module


with contextlib.redirect_stdout(sys.stderr):
    project = pyqdpx().QDPX(sys.argv[1]).get_project()
    codings = [
        {
            "source": source.name,
            "words": selection.text.replace(MADE_UP, ""),
            "code": selection.code.name,
            "coder": selection.user.name,
        }
        for source in project.sources.values()
        for selection in source.coded_selections.values()
    ]
    found = {"codes": sorted(code.name for code in project.codes.values()), "codings": codings}
print(json.dumps(found))  # noqa: T201
