"""The sources of a REFI-QDA project: what each is called, its words, and the selections made in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from graphmodel.errors import Problem, Severity
from graphmodel.names import fold_interview
from graphmodel.quotes.fold import fold
from loaders.distinct import Distinct
from loaders.offset_readings import StoredText
from loaders.refi_package import Package
from loaders.refi_xml import Element, attribute, child, children, guid_of, local, number_of, text_of

TEXT, PDF, PICTURE, AUDIO, VIDEO = "TextSource", "PDFSource", "PictureSource", "AudioSource", "VideoSource"
SOURCES = (TEXT, PDF, PICTURE, AUDIO, VIDEO)
SELECTIONS = (
    "PlainTextSelection", "TranscriptSelection", "PDFSelection", "PictureSelection", "AudioSelection", "VideoSelection",
)  # fmt: skip
_WORDS_IN = {PDF: "Representation", PICTURE: "TextDescription", AUDIO: "Transcript", VIDEO: "Transcript"}
_NO_QUOTE = re.compile(r"line:\d+|quotation \d+:\d+|[\d:.,\s–-]*", re.IGNORECASE)
_LENGTHS_APART = 4
_LOOKS = 20_000_000_000
"""The characters of one source that are gone through, at most, in search of words that names of selections may be."""


@dataclass(slots=True)
class Selection:
    """A passage that somebody marked: the elements that stand for it, its positions in the program's unit where it has
    any, the words that the program keeps beside it, and a label in place of words where there are none."""

    guid: str
    elements: list[Element]
    start: int | None = None
    end: int | None = None
    quote: str | None = None
    label: str = ""


@dataclass(slots=True)
class SourceText:
    """A source as an interview: its name here, the element with what is said of it as a whole, its words or None where
    the file does not carry them, its selections, and all GUIDs that mean it."""

    name: str
    element: Element
    stored: StoredText | None
    selections: list[Selection] = field(default_factory=list)
    guids: list[str] = field(default_factory=list)


def read_sources(package: Package) -> list[SourceText]:
    """The sources in the order of the file. Sources of one name are told apart by a number."""
    names = Distinct(fold_interview)
    found: list[SourceText] = []
    texts: dict[str, SourceText] = {}
    elements = list(children(child(package.root, "Sources"), *SOURCES))
    for element in sorted(elements, key=lambda element: local(element) != TEXT):
        found += _source(element, package, names, texts)
    return found


def _source(element: Element, package: Package, names: Distinct, texts: dict[str, SourceText]) -> Iterator[SourceText]:
    """A source; of a recording with several transcripts, one for each. A transcript that is a text source as well is
    read once."""
    kind = local(element)
    holders = [element] if kind == TEXT else list(children(element, _WORDS_IN[kind]))
    own = [holder for holder in holders if attribute(holder, "plainTextPath") not in texts]
    for holder in holders:
        if holder not in own:
            text = texts[attribute(holder, "plainTextPath")]
            text.guids.append(guid_of(holder))
            text.selections += _selections(holder, text)
    for number, holder in enumerate(own or [element]):
        source = _named(element, holder, package, names)
        if own:
            source.stored = package.text(holder)
            source.selections += _selections(holder, source)
            texts.setdefault(attribute(holder, "plainTextPath") or f"#{len(texts)}", source)
        if (number == 0 and holder is not element) or not own:
            source.selections = _merged([*source.selections, *_selections(element, source)])
        yield source


def _named(element: Element, holder: Element, package: Package, names: Distinct) -> SourceText:
    path = attribute(holder, "plainTextPath").replace("\\", "/").rpartition("/")[2]
    written = attribute(element, "name") or attribute(holder, "name") or path or "source without a name"
    written = " ".join(written.split())
    name = names.name(written)
    if name != written:
        message = f"the source `{written}` has the name of another one, endings of files aside; it is read as `{name}`"
        package.problems.append(Problem(Severity.NOTE, message, package.place(f"source {name}")))
    guids = dict.fromkeys(guid for guid in (guid_of(element), guid_of(holder)) if guid)
    return SourceText(name, element, None, guids=list(guids))


def _selections(holder: Element, source: SourceText) -> Iterator[Selection]:
    words = None
    looks = _LOOKS
    points = {guid_of(point): number_of(point, "position") for point in children(holder, "SyncPoint")}
    for element in children(holder, *SELECTIONS):
        start, end = _positions(element, points)
        selection = Selection(guid_of(element), [element], start, end, label=_label(element))
        if words is None:
            words = fold(source.stored.text) if source.stored else ""
        looks -= len(words)
        selection.quote = _quote(element, selection, words if source.stored else None) if looks >= 0 else None
        yield selection


def _positions(element: Element, points: dict[str, int | None]) -> tuple[int | None, int | None]:
    if local(element) == "TranscriptSelection":
        return points.get(guid_of(element, "fromSyncPoint")), points.get(guid_of(element, "toSyncPoint"))
    if local(element) == "PlainTextSelection":
        return number_of(element, "startPosition"), number_of(element, "endPosition")
    return None, None


def _quote(element: Element, selection: Selection, words: str | None) -> str | None:
    """What the program keeps of the words: some write them into the selection's name. With the text at hand, only what
    stands in it is taken for words."""
    kept = text_of(child(element, "Representation"), "PlainTextContent") or attribute(element, "name")
    if len(kept) < 2 or _NO_QUOTE.fullmatch(kept):
        return None
    if words is None:
        return kept
    bare = fold(kept.removesuffix("…").removesuffix("..."))
    length = (selection.end or 0) - (selection.start or 0)
    alike = kept != attribute(element, "name") or len(bare) < len(fold(kept)) or not length
    alike = alike or (length <= _LENGTHS_APART * len(bare) and len(bare) <= _LENGTHS_APART * length)
    return kept if alike and bare and bare in words else None


def _label(element: Element) -> str:
    """What stands in place of words that the file does not carry, in brackets as no words are."""
    kind = local(element)
    if kind in ("AudioSelection", "VideoSelection"):
        return f"[{_time(element, 'begin')} to {_time(element, 'end')}]"
    if kind in ("PDFSelection", "PictureSelection"):
        page = number_of(element, "page")
        corners = [attribute(element, name) for name in ("firstX", "firstY", "secondX", "secondY")]
        return f"[{f'page {page + 1}, ' if page is not None else ''}area {','.join(corners)}]"
    start, end = attribute(element, "startPosition", "fromSyncPoint"), attribute(element, "endPosition", "toSyncPoint")
    return f"[positions {start} to {end}]"


def _time(element: Element, name: str) -> str:
    milliseconds = number_of(element, name) or 0
    minutes, rest = divmod(milliseconds, 60_000)
    return f"{minutes}:{rest // 1000:02}.{rest % 1000:03}"


def _merged(selections: list[Selection]) -> list[Selection]:
    """Selections with one GUID are one: an area of a page and its words."""
    merged: dict[str, Selection] = {}
    for index, selection in enumerate(selections):
        held = merged.setdefault(selection.guid or f"#{index}", selection)
        if held is not selection:
            held.elements += selection.elements
            held.quote = held.quote or selection.quote
    return list(merged.values())
