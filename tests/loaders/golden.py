"""The golden records beside the samples: `python -m tests.loaders.golden` says which are missing or differ.

With `--write` missing ones are written, with `--write --force` different ones too.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import msgspec

from loaders.folder import source_of

SAMPLES = Path(__file__).parent / "samples"
SUFFIX = ".golden.json"


def samples() -> list[Path]:
    """Every sample, by format and name."""
    return sorted(path for path in SAMPLES.rglob("*") if path.is_file() and not path.name.endswith(SUFFIX))


def golden_of(sample: Path) -> Path:
    """Where the golden records of a sample are."""
    return sample.with_name(sample.name + SUFFIX)


def records_of(sample: Path) -> Any:
    """What the one loader that claims the sample yields, as JSON values; fields at their defaults are left out."""
    source = source_of(sample, None)
    return {"loader": source.format.module, "yields": [_plain(item) for item in source.read()]}


def _plain(value: Any) -> Any:
    if isinstance(value, msgspec.Struct):
        return _kept(value, msgspec.structs.fields(value))
    if is_dataclass(value) and not isinstance(value, type):
        return _kept(value, fields(value))
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value.name if isinstance(value, Path) else value


def _kept(value: Any, fields_of: Iterable[Any]) -> dict[str, Any]:
    pairs = ((field, getattr(value, field.name)) for field in fields_of)
    return {"": type(value).__name__} | {field.name: _plain(each) for field, each in pairs if each != field.default}


def text_of(sample: Path) -> str:
    """The golden text of a sample as it is read now."""
    return json.dumps(records_of(sample), ensure_ascii=False, indent=1) + "\n"


def write(force: bool) -> Iterator[str]:
    """Write what is missing, and with `force` what differs; one line for each, and for each that is left as it is."""
    for sample in samples():
        golden, text = golden_of(sample), text_of(sample)
        name = golden.relative_to(SAMPLES)
        if not golden.exists():
            golden.write_text(text, encoding="utf-8")
            yield f"written: {name}"
        elif golden.read_text(encoding="utf-8") != text:
            if force:
                golden.write_text(text, encoding="utf-8")
            yield f"{'overwritten' if force else 'differs, not overwritten without --force'}: {name}"


def differences() -> Iterator[str]:
    """What is missing, stale or differs."""
    for sample in samples():
        golden = golden_of(sample)
        if not golden.exists():
            yield f"missing: {golden.relative_to(SAMPLES)}"
        elif golden.read_text(encoding="utf-8") != text_of(sample):
            yield f"differs: {golden.relative_to(SAMPLES)}"
    for golden in SAMPLES.rglob(f"*{SUFFIX}"):
        if not golden.with_name(golden.name.removesuffix(SUFFIX)).exists():
            yield f"belongs to no sample: {golden.relative_to(SAMPLES)}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the golden records that are missing")
    parser.add_argument("--force", action="store_true", help="with --write: overwrite those that differ")
    options = parser.parse_args()
    lines = list(write(options.force) if options.write else differences())
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return 1 if any(line.startswith(("missing", "differs", "belongs")) for line in lines) else 0


if __name__ == "__main__":
    sys.exit(main())
