"""Run by qualitative-coding's own Python in an empty folder: how long it takes to import a project into a corpus of its
own, and to list what is coded. FILE SPAWNED, as for benchmarks.reading_once."""

from __future__ import annotations

import json
import logging
import sys
import time
from pathlib import Path

import structlog
from peak import peak_mb
from qualitative_coding.corpus import QCCorpus
from qualitative_coding.refi_qda.reader import REFIQDAReader

path, spawned = sys.argv[1:]
structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
start, begun, spent = time.time() - float(spawned), time.perf_counter(), time.process_time()
REFIQDAReader(path).unpack_project(Path.cwd())
corpus = QCCorpus(Path("settings.yaml"))
with corpus.session():
    codings = len(list(corpus.get_coded_lines()))
used, taken = time.process_time() - spent, time.perf_counter() - begun
facts = {"start": start, "wall": taken, "processor": used, "peak": peak_mb(), "found": {"codings": codings}}
print(json.dumps(facts))
