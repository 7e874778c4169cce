"""Whatever a file holds, reading it ends in records and problems: damaged copies of every sample."""

from __future__ import annotations

import io
import random
import zipfile
from pathlib import Path

import pytest

from loaders.folder import source_of
from tests.loaders import golden
from tests.loaders.reading import reader_of, source_at

COPIES = 12
SIGNS = b"\"'<>&;,:[]{}\n\r\t -\\@#|*\x00\xff"


def _damaged(content: bytes, chance: random.Random) -> bytes:
    damaged = bytearray(content)
    for _ in range(chance.choice([1, 2, 5, 20])):
        at = chance.randrange(len(damaged) + 1)
        match chance.randrange(4):
            case 0:
                damaged[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                damaged[at:at] = bytes(chance.choices(SIGNS, k=chance.randrange(1, 6)))
            case 2:
                del damaged[at : at + chance.randrange(1, 40)]
            case 3:
                damaged[at:at] = damaged[chance.randrange(len(damaged) + 1) :][: chance.randrange(1, 60)]
    return bytes(damaged) or b"x"


def _damaged_part(content: bytes, chance: random.Random) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(whole, "w") as new:
        unlucky = chance.choice([name for name in old.namelist() if name.endswith((".xml", ".rels"))])
        for name in old.namelist():
            new.writestr(name, _damaged(old.read(name), chance) if name == unlucky else old.read(name))
    return whole.getvalue()


@pytest.mark.parametrize("sample", golden.samples(), ids=lambda path: path.name)
def test_damaged_copies_are_read_to_an_end(tmp_path: Path, sample: Path) -> None:
    loader = reader_of(source_of(sample, None).format)
    chance = random.Random(sample.name)
    damage = _damaged_part if sample.suffix in (".xlsx", ".docx", ".odt") else _damaged
    for number in range(COPIES):
        path = tmp_path / f"{number}{sample.suffix}"
        path.write_bytes(damage(sample.read_bytes(), chance))
        source = source_at(path, loader)
        items = list(source.read())
        assert items or loader in ("bibtex", "ris", "csl", *_TABLES)
        assert all(repr(item).encode() for item in items)
        assert source.fingerprint() == source.fingerprint()


_TABLES = ("participants", "interviews", "codebook", "codings", "links", "revisions")
