"""The look of the graph: the one style file of the kit, as the Browser keeps it."""

from __future__ import annotations

import re

from graphmodel.browser.kit import kit_file

STYLE_FILE = "theory.grass"
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([\w.]+)\s*\{([^{}]*(?:\{\w+\}[^{}]*)*)\}")
_PROPERTY = re.compile(r"([\w-]+)\s*:\s*('[^']*'|[^;]+);")


def style() -> dict[str, dict[str, str]]:
    """The rules by what they are for (`node.Theme`), later ones over earlier ones, each with its properties."""
    text = _COMMENT.sub("", kit_file(STYLE_FILE))
    return {
        selector: {name: value.strip().strip("'") for name, value in _PROPERTY.findall(body)}
        for selector, body in _RULE.findall(text)
    }
