"""Write the jar lock of a server line anew: resolve its two coordinates, download, hash.

    python scripts/lock_jars.py             every line
    python scripts/lock_jars.py 2026.08.1   one line

The hashes are those of the files that Maven Central serves now, each checked against the SHA-1 that it publishes
beside the file. Read the difference before you commit it: a changed hash of an unchanged version is an alarm.
"""

from __future__ import annotations

import hashlib
import json
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from pathlib import Path
from typing import Any

import jgo
import urllib3

from graphmodel.server.connections import CONNECTIONS, open_pool, repository_url
from graphmodel.server.lines import LINES, LockedJar, ServerLine

SERVER = Path(__file__).parent.parent / "graphmodel" / "server"


def main(versions: list[str]) -> None:
    """Write the lock of each named line, of all lines where none is named."""
    pool = open_pool(repository_url())
    for version in versions or list(LINES):
        line = LINES[version]
        jars = lock(line, pool)
        text = json.dumps([asdict(jar) for jar in jars], indent=1)
        (SERVER / line.lock_file()).write_text(text + "\n", encoding="utf-8")
        print(f"{line.lock_file()}: {len(jars)} jars, {sum(jar.size for jar in jars) / 1e6:.0f} MB")


def lock(line: ServerLine, pool: urllib3.PoolManager) -> list[LockedJar]:
    """The class path of the line in the resolver's order, without what it can do without."""
    artifacts = [artifact for artifact in jgo.resolve("+".join(line.coordinates)) if _is_jar(artifact)]
    kept = [artifact for artifact in artifacts if not _name(artifact).startswith(line.left_out)]
    with ThreadPoolExecutor(CONNECTIONS) as workers:
        return list(workers.map(lambda artifact: _locked(artifact, pool), kept))


def _is_jar(artifact: Any) -> bool:
    return str(artifact.filename).endswith(".jar")


def _name(artifact: Any) -> str:
    return f"{artifact.groupId}:{artifact.artifactId}"


def _locked(artifact: Any, pool: urllib3.PoolManager) -> LockedJar:
    path = f"{artifact.component.path_prefix.as_posix()}/{artifact.filename}"
    content = _get(pool, path)
    published = _get(pool, f"{path}.sha1").decode().split()[0]
    if hashlib.sha1(content).hexdigest() != published:
        raise SystemExit(f"{path}: the file is not what its published SHA-1 says")
    sha256 = hashlib.sha256(content).hexdigest()
    return LockedJar(f"{_name(artifact)}:{artifact.version}", path, sha256, len(content))


def _get(pool: urllib3.PoolManager, path: str) -> bytes:
    response = pool.request("GET", f"{repository_url()}/{path}")
    if response.status != 200:
        raise SystemExit(f"{path}: answered {response.status}")
    return response.data


if __name__ == "__main__":
    main(sys.argv[1:])
