"""Writes the tables of docs/reference/graph-model.md from graphmodel/vocabulary.

`python scripts/make_graph_reference.py`. A table stands between two comments of the page, `<!-- table: NAME -->` and
`<!-- end -->`. The rest of the page is left as it is; what its queries answer is renewed by `python
scripts/refresh_docs.py docs/reference/graph-model.md`.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from graphmodel.terminal import schema_markdown as tables  # noqa: E402

PAGE = ROOT / "docs" / "reference" / "graph-model.md"
TABLES = {
    "every node": tables.every_node,
    "labels": tables.labels,
    "relationships": tables.relationships,
    "values": tables.values,
    "own nodes": tables.own_nodes,
}
TABLE = re.compile(r"(?P<begin><!-- table: (?P<name>[a-z ]+) -->\n).*?(?P<end><!-- end -->)", re.DOTALL)


def page() -> str:
    """The whole page, its tables as the vocabulary has them."""
    before = PAGE.read_text(encoding="utf-8")
    return TABLE.sub(lambda found: f"{found['begin']}\n{TABLES[found['name']]()}\n\n{found['end']}", before)


def missing() -> set[str]:
    """The tables that the page has no place for."""
    return TABLES.keys() - {found["name"] for found in TABLE.finditer(PAGE.read_text(encoding="utf-8"))}


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
