"""A study as a study folder: the plain files that `graphmodel load` makes the same graph of."""

from __future__ import annotations

from pathlib import Path

from graphmodel.database import Database
from graphmodel.export.folder.codebook import write_codebook, write_revisions
from graphmodel.export.folder.excerpts import Evidence, write_codings
from graphmodel.export.folder.people import write_interviews, write_participants, write_study
from graphmodel.export.folder.readme import write_readme
from graphmodel.export.folder.theory import sought_in, write_theory
from graphmodel.export.folder.transcripts import settle_transcripts, write_transcripts
from graphmodel.export.folder.whole import Folder, begin
from graphmodel.export.folder.writing import write_links, write_literature, write_memos
from graphmodel.export.rows import read_rows
from graphmodel.export.written import Chosen, Exported, making
from graphmodel.records import Kind
from loaders.format import Format

FORMAT = Format(
    "study folder", Kind.STUDY, (), "Tables, transcripts, memos, theory and literature, which load as the same graph"
)


def write(database: Database, study: str, path: Path, chosen: Chosen) -> Exported:
    """Write a study as a folder that is not there yet.

    Raises GraphmodelError where the folder cannot be made; then nothing of it is left.
    """
    rows = read_rows(database, study, chosen)
    exported = Exported(study, path, notice=rows.facts["notice"])
    with making(path) as whole:
        _write_all(begin(whole, rows, exported))
    rows.account(exported)
    return exported


def _write_all(folder: Folder) -> None:
    files, evidence = write_transcripts(folder), Evidence(sought_in(folder))
    write_participants(folder)
    write_interviews(folder, files)
    write_codebook(folder)
    write_codings(folder, evidence)
    write_theory(folder, evidence)
    write_memos(folder)
    write_literature(folder)
    write_links(folder)
    write_revisions(folder)
    write_study(folder)
    if moved := settle_transcripts(folder):
        write_interviews(folder, {key: moved.get(file, file) for key, file in files.items()})
    write_readme(folder)
