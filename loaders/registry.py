"""The formats that are known, and which of them a file is of. A loader is imported only when it is asked."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import cast

from graphmodel.errors import GraphmodelError
from loaders import safety
from loaders.format import Loader

LOADERS = (
    "loaders.study",
    "loaders.participants",
    "loaders.interviews",
    "loaders.codebook",
    "loaders.codings",
    "loaders.links",
    "loaders.revisions",
    "loaders.transcript_text",
    "loaders.transcript_docx",
    "loaders.transcript_odt",
    "loaders.transcript_rtf",
    "loaders.transcript_pdf",
    "loaders.transcript_html",
    "loaders.transcript_vtt",
    "loaders.transcript_srt",
    "loaders.memos",
    "loaders.theory",
    "loaders.bibtex",
    "loaders.ris",
    "loaders.csl",
    "loaders.zotero_rdf",
    "loaders.endnote_xml",
    "loaders.taguette_highlights",
    "loaders.taguette_codebook",
    "loaders.atlasti_quotations",
    "loaders.maxqda_segments",
    "loaders.dedoose_excerpts",
    "loaders.nvivo_references",
    "loaders.nvivo_codes",
    "loaders.nvivo_summary",
    "loaders.openqda_codings",
    "loaders.requal_segments",
    "loaders.word_comments",
    "loaders.refi",
    "loaders.refi_qdc",
    "loaders.qualcoder",
    "loaders.rqda",
    "loaders.taguette",
)
_HEAD_BYTES = 4096


def loader(name: str) -> Loader:
    """The loader of a name, for example `loaders.codings`."""
    return cast(Loader, import_module(name))


def recognise(path: Path) -> str:
    """The name of the one loader that claims the file.

    Raises GraphmodelError where none does, or several do, or the file cannot be opened.
    """
    refused = safety.refusal(path, None, safety.limit_of(path))
    if refused:
        raise GraphmodelError(f"{path}: {refused.message}", refused.hint)
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES)
    claimants = [name for name in LOADERS if loader(name).matches(path, head)]
    if len(claimants) == 1:
        return claimants[0]
    if claimants:
        names = " and ".join(loader(name).FORMAT.name for name in claimants)
        raise GraphmodelError(f"{path}: could be {names}", "Name the file in study.yaml, under tables, with as")
    raise GraphmodelError(f"{path}: no format that is read looks like this", f"Formats that are read:\n{formats()}")


def formats() -> str:
    """The formats that are read, one a line."""
    facts = (loader(name).FORMAT for name in LOADERS)
    return "\n".join(f"  {fact.name} ({', '.join(fact.suffixes)}): {fact.reads}" for fact in facts)
