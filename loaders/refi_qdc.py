"""REFI-QDA codebooks (.qdc): a code tree alone, as NVivo, MAXQDA, Taguette and others exchange it."""

from __future__ import annotations

from graphmodel.errors import Problem, Severity
from loaders.format import Read, Unrecognised
from loaders.refi_codebook import read_codebook
from loaders.refi_package import Package
from loaders.refi_xml import child, children, local
from loaders.safety import UnreadableError
from loaders.source import Source

VERSION = 1
NAMESPACE = b"QDA-XML:codebook"


def matches(file: Unrecognised) -> bool:
    """Tell whether the file is a .qdc, or XML that says it is such a codebook."""
    return file.suffix == ".qdc" or NAMESPACE in file.head


def read(source: Source) -> Read:
    """The Concepts."""
    package = Package(source.path)
    try:
        yield from _records(package)
    finally:
        package.close()


def _records(package: Package) -> Read:
    if local(package.root) != "CodeBook":
        message = f"the XML is a {local(package.root)[:40]} where a REFI-QDA CodeBook is expected"
        raise UnreadableError(Problem(Severity.ERROR, message, package.place(), "Export the codebook again"))
    book = read_codebook(package)
    yield from book.concepts
    yield from book.problems
    sets = sum(1 for _ in children(child(package.root, "Sets"), "Set"))
    if sets:
        message = f"sets of codes, which have no place without the project: {sets}"
        yield Problem(Severity.NOTE, message, package.place(), "Load the project (.qdpx) to have them as memos")
