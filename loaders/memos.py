"""Memos: Markdown with front matter, and [[links]] to what they are about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from graphmodel.errors import Place, Severity
from graphmodel.names import fold
from graphmodel.records import Memo, MemoLink
from loaders import formats, safety, vocabulary
from loaders.format import Read, Unrecognised
from loaders.source import Source
from loaders.text import read_text
from loaders.yaml_file import Section, parse

VERSION = 2
FOLDER = "memos"

_FENCE = re.compile(r"---[ \t]*(?:\n|$)")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
_LINK = re.compile(r"\[\[([^\[\]\n]{1,300})\]\]")
_HEADING = re.compile(r"^#[ \t]+(.{1,300}?)[ \t#]*$", re.MULTILINE)
_PREFIXES = {
    "concept": "concept", "code": "concept", "category": "concept", "theme": "concept", "interview": "interview",
    "reference": "reference", "memo": "memo", "proposition": "proposition", "participant": "participant",
}  # fmt: skip


def matches(file: Unrecognised) -> bool:
    """Tell whether the file is Markdown that lies in a folder of memos or begins with front matter."""
    in_folder = file.path.parent.name.casefold() == FOLDER
    return file.suffix in formats.MEMO.suffixes and (
        in_folder or file.head.removeprefix(b"\xef\xbb\xbf").startswith(b"---")
    )


def read(source: Source) -> Read:
    """The Memo."""
    path = source.path
    refused = safety.refusal(path, source.root, safety.MAX_YAML_BYTES)
    if refused:
        yield refused
        return
    text, problems = read_text(path)
    header, body, body_line = split_front_matter(text)
    front = parse(header, path, problems, first_line=2)
    memo = _memo(front, path, body, body_line)
    front.leftovers(Severity.NOTE)
    yield from problems
    yield memo


def split_front_matter(text: str) -> tuple[str, str, int]:
    """The front matter, the body, and the line of the file on which the body begins (1-based)."""
    opening = _FENCE.match(text)
    closing = _CLOSING.search(text, opening.end()) if opening else None
    if not opening or not closing:
        return "", text, 1
    return text[opening.end() : closing.start()], text[closing.end() :], text.count("\n", 0, closing.end()) + 1


def _memo(front: Section, path: Path, body: str, body_line: int) -> Memo:
    heading = _HEADING.search(body)
    listed = [_listed(text, place) for text, place in front.placed_texts("about")]
    return Memo(
        name=front.text("name") or path.stem,
        kind=front.closed("kind", vocabulary.MEMO),
        title=front.text("title") or (heading.group(1).strip() if heading else None),
        date=front.date("date"),
        author=front.text("author"),
        text=body.strip("\n"),
        about=tuple(_each_once((*listed, *_links(body, path, body_line)))),
        cites=tuple(_bare(name) for name in front.texts("cites")),
        develops_into=tuple(_bare(name) for name in front.texts("develops_into")),
        place=Place(path, line=1),
    )


def _links(body: str, path: Path, first_line: int) -> Iterator[MemoLink]:
    line, last = first_line, 0
    for found in _LINK.finditer(body):
        line += body.count("\n", last, found.start())
        last = found.start()
        if found.group(1).strip(" |:"):
            yield _link(found.group(1), Place(path, line=line))


def _listed(written: str, place: Place) -> MemoLink:
    """An entry of front matter, in which a `|` means something only between brackets."""
    bare = written.removeprefix("[[").removesuffix("]]")
    return _named(bare, place) if bare == written else _link(bare, place)


def _link(written: str, place: Place) -> MemoLink:
    """`x`, `kind:x`, or either with `|what is shown` behind."""
    return _named(written.partition("|")[0].strip(), place)


def _named(name: str, place: Place) -> MemoLink:
    prefix, colon, rest = name.partition(":")
    to = _PREFIXES.get(fold(prefix)) if colon and rest.strip() else None
    return MemoLink(rest.strip() if to else name, to, place)


def _each_once(links: Iterable[MemoLink]) -> Iterator[MemoLink]:
    seen: set[tuple[str, str | None]] = set()
    for link in links:
        if (fold(link.name), link.to) not in seen:
            seen.add((fold(link.name), link.to))
            yield link


def _bare(name: str) -> str:
    bare = name.removeprefix("[[").removesuffix("]]")
    return (bare if bare == name else bare.partition("|")[0]).removeprefix("@").strip()
