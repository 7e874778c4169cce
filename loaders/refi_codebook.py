"""The code tree of a REFI-QDA file, and what its codes are called elsewhere in the records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from msgspec.structs import replace

from graphmodel.errors import Place, Problem, Severity
from graphmodel.names import fold
from graphmodel.records import Concept
from loaders.distinct import Distinct
from loaders.refi_package import Package
from loaders.refi_xml import Element, attribute, child, children, guid_of, text_of

MINTS_NEW_GUIDS = ("atlas.ti",)
"""Beginnings of the origin of programs whose GUIDs are new in each export and tell nothing."""


@dataclass(slots=True)
class _Code:
    element: Element
    name: str
    path: tuple[str, ...]


@dataclass(slots=True)
class Codebook:
    """The concepts of a project in the order of its tree, and the name by which each code's GUID is referred to."""

    concepts: list[Concept] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    referred: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_codebook(package: Package) -> Codebook:
    """The codes below `CodeBook`, or of a codebook file."""
    root = package.root
    codes = child(root, "CodeBook", "Codes")
    if codes is None:
        codes = child(root, "Codes")
    book = Codebook()
    found = list(_codes(codes, (), book, package))
    counts = Counter(fold(code.name) for code in found)
    origin = attribute(root, "origin").casefold()
    for code in found:
        guid = guid_of(code.element)
        kept = (guid,) if guid and not origin.startswith(MINTS_NEW_GUIDS) else ()
        book.referred.append(_referred(code.path, counts))
        book.concepts.append(_concept(code, counts, kept, package.place(f"code {' > '.join(code.path)}")))
        if guid:
            book.names[guid] = _referred(code.path, counts)
    return book


def _concept(code: _Code, counts: Counter[str], guids: tuple[str, ...], place: Place) -> Concept:
    above = code.path[:-1]
    return Concept(
        name=code.name,
        parents=(_referred(above, counts),) if above else (),
        definition=text_of(code.element, "Description") or None,
        guids=guids,
        place=place,
    )


def _referred(path: tuple[str, ...], counts: Counter[str]) -> str:
    return path[-1] if counts[fold(path[-1])] == 1 else " > ".join(path)


def _codes(parent: Element | None, above: tuple[str, ...], book: Codebook, package: Package) -> Iterator[_Code]:
    """The codes below an element, outermost first. Two of one name side by side are told apart by a number."""
    names = Distinct()
    for element in children(parent, "Code"):
        written = " ".join(attribute(element, "name").split()) or "code without a name"
        name = names.name(written)
        path = (*above, name)
        if name != written:
            message = f"several codes are called `{written}` side by side; this one is read as `{name}`"
            book.problems.append(Problem(Severity.NOTE, message, package.place(f"code {' > '.join(path)}")))
        yield _Code(element, name, path)
        yield from _codes(element, path, book, package)


def with_parents(book: Codebook, further: Mapping[str, list[str]]) -> Iterator[Concept]:
    """The concepts, those that links put under further parents with these. `further` is by the code's GUID."""
    names = {book.names[guid]: parents for guid, parents in further.items()}
    for concept, referred in zip(book.concepts, book.referred, strict=True):
        more = [name for name in names.get(referred, ()) if name != referred and name not in concept.parents]
        yield replace(concept, parents=(*concept.parents, *dict.fromkeys(more))) if more else concept
