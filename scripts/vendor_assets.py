"""Fetch the JavaScript that the project carries again, from the npm registry, and check that it is what is known.

    python scripts/vendor_assets.py           fetch and compare; say what differs
    python scripts/vendor_assets.py --write   write the files as well

Needs npm. Each package has the SHA-256 of its archive here: where that differs, nothing is written. For a new version,
change version and hash, run it with `--write`, and look at the pages that use it.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Vendored:
    """A package of the registry: which archive it is, and which of its files go where."""

    name: str
    version: str
    sha256: str
    files: Mapping[str, str]


CYTOSCAPE = "graphmodel/report/assets/cytoscape"
AXE = "tests/browser/axe-core"
PACKAGES = (
    Vendored(
        "cytoscape",
        "3.34.4",
        "0d02363d99d805ce8d91fdecab7b2a8cb91ee280d67f309ce44c161d117b4679",
        {"dist/cytoscape.min.js": f"{CYTOSCAPE}/cytoscape.min.js", "LICENSE": f"{CYTOSCAPE}/LICENSE"},
    ),
    Vendored(
        "axe-core",
        "4.14.1",
        "e6b0ce02b84d892e2e33e403485e7f3d6c29e2be6df65daf44d89ba564139745",
        {"axe.min.js": f"{AXE}/axe.min.js", "LICENSE": f"{AXE}/LICENSE"},
    ),
)


def main(arguments: list[str]) -> None:
    """Compare every file with the registry's, and write it where that is asked for."""
    differing = 0
    for package in PACKAGES:
        for path, content in fetch(package).items():
            same = path.is_file() and path.read_bytes() == content
            differing += not same
            print(f"{package.name} {package.version}  {path.relative_to(ROOT)}  {'as known' if same else 'differs'}")
            if "--write" in arguments and not same:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
    sys.exit("run it with --write to write them" if differing and "--write" not in arguments else 0)


def fetch(package: Vendored) -> dict[Path, bytes]:
    """The wanted files of a package by the path that each has here."""
    with tempfile.TemporaryDirectory() as folder:
        wanted = f"{package.name}@{package.version}"
        subprocess.run(["npm", "pack", "--silent", wanted], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        archive = next(Path(folder).glob("*.tgz"))
        found = hashlib.sha256(archive.read_bytes()).hexdigest()
        if found != package.sha256:
            sys.exit(f"{wanted}: the archive's SHA-256 is {found}, not {package.sha256}")
        with tarfile.open(archive) as opened:
            return {ROOT / here: _read(opened, f"package/{there}") for there, here in package.files.items()}


def _read(archive: tarfile.TarFile, name: str) -> bytes:
    member = archive.extractfile(name)
    if member is None:
        sys.exit(f"{name} is no file")
    return member.read()


if __name__ == "__main__":
    main(sys.argv[1:])
