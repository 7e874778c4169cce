"""How fast files of every format are read, beside other programs and beside the library alone that opens such a file.

    python -m benchmarks.reading [--rounds 3] [--only QualCoder] [--no-peers] [--folder FOLDER]
    python -m benchmarks.reading --large

A file of each format is written, always the same for the same numbers, and read to its end through the interface that
loading uses, in a process of its own; what is compared takes turns in each round. Seconds are of the processor, the
least of all rounds; starting Python and importing is left out, and shown for peers. MB are those of the file, packed
where the format is; the peak is that of the whole process. The floor goes through the file with the library alone and
makes nothing of it. Peers are driven in their own environments: pyqdpx keeps one code a passage, and qualitative-coding
writes what it reads into a corpus. QualCoder itself is no peer: pip finds no package of it to pin.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.reading_cases import Case, Size, cases
from benchmarks.reading_large import measure_large
from benchmarks.reading_processes import Taken, by_peer, once

HEAD = f"{'':26}{'MB':>7} {'items':>17} {'s':>7} {'MB/s':>6} {'items/s':>9} {'peak MB':>8}  beside it"


def main() -> None:
    """Measure each format and print its lines."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", nargs="*", default=[], help="formats whose names have one of these words")
    parser.add_argument(
        "--passages", type=int, default=Size().passages, help="coded passages in each of 100 interviews"
    )
    parser.add_argument("--no-peers", action="store_true", help="without other programs, which take minutes")
    parser.add_argument("--folder", type=Path, help="where to keep the files, to read the same ones again")
    parser.add_argument("--large", action="store_true", help="a .qdpx of 500 MB instead: seconds and memory")
    given = parser.parse_args()
    with _folder(given.folder) as folder:
        if given.large:
            measure_large(folder)
            return
        print(HEAD)
        for case in cases(Size(passages=given.passages)):
            if not given.only or any(word.casefold() in case.name.casefold() for word in given.only):
                measure(case, folder, given.rounds, () if given.no_peers else case.peers)


@contextmanager
def _folder(given: Path | None) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="graphmodel-bench-") as name:
        folder = given.absolute() if given else Path(name)
        folder.mkdir(parents=True, exist_ok=True)
        yield folder


def measure(case: Case, folder: Path, rounds: int, peers: tuple[str, ...]) -> None:
    """Read a case's file in turn by all, and print what each took at the least."""
    file = folder / case.file
    if not file.exists():
        case.make(file)
    taken: dict[str, list[Taken]] = {}
    for _ in range(rounds):
        taken.setdefault("ours", []).append(once("ours", case.loader, file))
        taken.setdefault("floor", []).append(once("floor", case.floor, file))
        for peer in peers:
            taken.setdefault(peer, []).append(by_peer(peer, file))
    report(case, file.stat().st_size / 1e6, {name: best(each) for name, each in taken.items()})


def best(rounds: list[Taken]) -> Taken:
    """The round that took the least of the processor."""
    return min(rounds, key=lambda taken: float(taken["processor"]))


@dataclass(frozen=True, slots=True)
class _Speed:
    """What is printed of one reading."""

    taken: Taken
    megabytes: float
    items: int

    def __str__(self) -> str:
        seconds = max(0.001, float(self.taken["processor"]))
        speed = f"{seconds:7.2f} {self.megabytes / seconds:6.1f} {self.items / seconds:9,.0f}"
        return f"{speed} {self.taken['peak']:8.0f}"


def report(case: Case, megabytes: float, held: dict[str, Taken]) -> None:
    """Print a line for us with the floor beside it, and one for each peer."""
    ours, floor = held.pop("ours"), held.pop("floor")
    items = int(ours["found"][case.counted])
    beside = f"{case.floor} {floor['processor']:.2f} s: {_ratio(ours, floor):.1f} times that"
    counted = f"{items:,} {case.counted}"
    print(f"{case.name:26}{megabytes:7.1f} {counted:>17} {_Speed(ours, megabytes, items)}  {beside}", flush=True)
    for peer, taken in held.items():
        found = int(taken["found"]["codings"])
        speed = _Speed(taken, megabytes, found)
        beside = f"takes {_ratio(taken, ours):.1f} times as long as we; starts in {taken['start']:.1f} s"
        print(f"  {peer:24}{megabytes:7.1f} {f'{found:,} codings':>17} {speed}  {beside}", flush=True)


def _ratio(one: Taken, other: Taken) -> float:
    return float(one["processor"]) / max(0.001, float(other["processor"]))


if __name__ == "__main__":
    main()
