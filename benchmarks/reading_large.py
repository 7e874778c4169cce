"""A project of 500 MB, most of it a recording: what it takes to recognise it, to fingerprint it and to read it."""

from __future__ import annotations

from pathlib import Path

from benchmarks.files import refi
from benchmarks.material import material
from benchmarks.reading_processes import once

MEGABYTE = 1024 * 1024
RECORDING = 494 * MEGABYTE


def measure_large(folder: Path) -> None:
    """Print seconds and the memory of the process, with the recording and without it."""
    many = material(interviews=100, passages=200, characters=100_000)
    print(f"{'':22}{'MB':>7} {'codings':>9} {'s on the clock':>15} {'s of processor':>15} {'peak MB':>8}")
    for name, media in (("with a recording", RECORDING), ("without", 0)):
        file = folder / f"large-{media}.qdpx"
        if not file.exists():
            refi.qdpx(many, file, media)
        taken = once("all", "refi", file)
        print(
            f"{name:22}{file.stat().st_size / MEGABYTE:7.0f} {taken['found']['codings']:9,} {taken['wall']:15.2f} "
            f"{taken['processor']:15.2f} {taken['peak']:8.0f}",
            flush=True,
        )
