"""Run by qualitative-coding's own Python in a project of it: the codes and the coded lines, as JSON on stdout."""

from __future__ import annotations

import json
from pathlib import Path

from qualitative_coding.corpus import QCCorpus
from qualitative_coding.tree_node import TreeNode

corpus = QCCorpus(Path("settings.yaml"))
with corpus.session():
    rows = list(corpus.get_coded_lines())
    codes = sorted(set(corpus.get_codebook().flatten(names=True, expanded=True)) - {TreeNode.root})
lines = {path: (corpus.corpus_dir / path).read_text(encoding="utf-8").split("\n") for *_, path in rows}
coded = [
    {"code": code, "coder": coder, "line": line, "source": str(path), "text": lines[path][line]}
    for code, coder, line, path in rows
]
print(json.dumps({"codes": codes, "coded": coded}))  # noqa: T201
