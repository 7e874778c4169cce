"""pyqdpx as Python 3.11 can take it, for what its own Python runs."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

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
