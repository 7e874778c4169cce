"""Everything that is measured, one after the other: `python -m benchmarks`. What needs a server starts one of its own.

docs/reference/performance.md has figures, with the command of each.
"""

from __future__ import annotations

import runpy

MEASURES = (
    "benchmarks.reading",
    "benchmarks.loading",
    "benchmarks.scaling",
    "benchmarks.changing",
    "benchmarks.exporting",
    "benchmarks.questions",
    "benchmarks.server_times",
)

if __name__ == "__main__":
    for module in MEASURES:
        print(f"\n# python -m {module}\n", flush=True)
        runpy.run_module(module, run_name="__main__")
