"""Everything that is measured, one after the other, on a local server: `python -m benchmarks`."""

from __future__ import annotations

import runpy

MEASURES = ("benchmarks.loading", "benchmarks.scaling", "benchmarks.questions", "benchmarks.server_times")

if __name__ == "__main__":
    for module in MEASURES:
        print(f"\n# python -m {module}\n", flush=True)
        runpy.run_module(module, run_name="__main__")
