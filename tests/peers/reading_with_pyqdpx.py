"""Run by pyqdpx's own Python: what it reads of a project, as JSON on stdout."""

from __future__ import annotations

import contextlib
import json
import sys

from patched_pyqdpx import pyqdpx

MADE_UP = "\u200b"
"""What pyqdpx puts behind a character of two UTF-16 units, so that positions count it twice."""

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
