from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from graphmodel.errors import GraphmodelError
from graphmodel.records import Kind
from loaders import registry


def test_every_loader_states_its_facts() -> None:
    for each in registry.FORMATS:
        assert each.kind in Kind
        assert each.suffixes
        assert each.reads
        assert registry.loader(each).VERSION >= 1
        assert registry.format_of(each.id) is each
    assert len({each.id for each in registry.FORMATS}) == len({each.module for each in registry.FORMATS})


def test_the_ids_that_documents_keep_stay_for_good() -> None:
    assert " ".join(sorted(each.id for each in registry.FORMATS)) == (
        "atlasti-quotations bibtex codebook codings csl dedoose-excerpts endnote-xml interviews links maxqda-segments "
        "memo nvivo-codes nvivo-references nvivo-summary openqda-codings participants qualcoder-project refi-codebook "
        "refi-project requal-segments revisions ris rqda-project study taguette-codebook taguette-highlights "
        "taguette-project theory transcript-docx transcript-html transcript-odt transcript-pdf transcript-rtf "
        "transcript-srt transcript-text transcript-vtt word-comments zotero-rdf"
    )
    with pytest.raises(GraphmodelError, match="no format is called `tarot`"):
        registry.format_of("tarot")


def test_a_kind_and_a_suffix_name_a_format() -> None:
    assert registry.format_for(Kind.TRANSCRIPT, ".DOCX") is registry.format_of("transcript-docx")
    assert registry.format_for(Kind.BIBLIOGRAPHY, ".docx") is None


@pytest.mark.parametrize(
    ("name", "content", "loader"),
    [
        ("a.csv", "participant,consent\n", "loaders.participants"),
        ("a.csv", "interview,participant\n", "loaders.interviews"),
        ("a.csv", "interview,quote,codes\n", "loaders.codings"),
        ("a.csv", "code,parent\n", "loaders.codebook"),
        ("a.csv", "reference,concept\n", "loaders.links"),
        ("a.csv", "kind,before,after,memo\n", "loaders.revisions"),
        ("a.txt", "---\n", "loaders.transcript_text"),
        ("a.md", "---\nkind: code\n---\n", "loaders.memos"),
        ("a.md", "I: Begin?\n", "loaders.transcript_text"),
    ],
)
def test_a_file_is_recognised_by_what_it_holds(tmp_path: Path, name: str, content: str, loader: str) -> None:
    (tmp_path / name).write_text(content)
    assert registry.recognise(tmp_path / name).module == loader


def test_a_file_of_no_format_is_refused_with_the_formats_known(tmp_path: Path) -> None:
    (tmp_path / "a.mp3").write_bytes(b"sound")
    with pytest.raises(GraphmodelError, match="no format") as caught:
        registry.recognise(tmp_path / "a.mp3")
    assert "BibTeX (.bib)" in (caught.value.hint or "")


def test_two_claims_are_refused_with_the_claimants(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("code,before,after,kind,reference,concept\n")
    with pytest.raises(GraphmodelError, match="links and revisions"):
        registry.recognise(tmp_path / "a.csv")


@pytest.mark.parametrize("name", ["absent.csv", "."])
def test_what_is_no_file_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(GraphmodelError):
        registry.recognise(tmp_path / name)


def test_no_loader_is_imported_before_it_is_asked_nor_knows_the_database() -> None:
    script = (
        "import sys, loaders.registry as r; early = [f for f in r.FORMATS if f.module in sys.modules]; "
        "[r.loader(f) for f in r.FORMATS]; print(early, [m for m in ('neo4j', 'typer', 'rich') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[] []"
