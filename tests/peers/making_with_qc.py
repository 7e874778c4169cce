"""Run by qualitative-coding's own Python in an empty folder: a project of one text with coded lines."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from qualitative_coding.corpus import QCCorpus

QCCorpus.initialize()
corpus = QCCorpus(Path("settings.yaml"))
made = json.loads(sys.argv[1])
Path("talk.txt").write_text(made["text"], encoding="utf-8")
with corpus.session():
    corpus.import_media(Path("talk.txt"), importer="verbatim")
    for coder, lines in made["coded"].items():
        corpus.update_coded_lines("talk.txt", coder, [{"line": line, "code_id": code} for line, code in lines])
