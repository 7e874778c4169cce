"""Values as YAML that the loaders read back as they were."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

from ruamel.yaml import YAML


def yaml_text(content: Mapping[str, Any]) -> str:
    """A mapping of texts, lists and mappings as YAML, what is empty left out."""
    kept = _kept(content)
    if not kept:
        return ""
    yaml = YAML()
    yaml.allow_unicode = True
    yaml.width = 120
    yaml.indent(mapping=2, sequence=4, offset=2)
    out = io.StringIO()
    yaml.dump(kept, out)
    return out.getvalue()


def _kept(content: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in content.items() if value is not None and value != "" and value != []}
