"""A study as tables for people who work in Excel, R or Python: what is in each, made while it is written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from graphmodel.database import Database
from graphmodel.export.rows import read_rows
from graphmodel.export.tables.about import about
from graphmodel.export.tables.codebook import codebook
from graphmodel.export.tables.content import Content, begin
from graphmodel.export.tables.people import interviews, participants
from graphmodel.export.tables.quotes import quotes
from graphmodel.export.tables.table import Cell, Cells, Column, Table
from graphmodel.export.tables.theory import propositions, revisions
from graphmodel.export.tables.writing import literature, memos
from graphmodel.export.written import Chosen, Exported

__all__ = ["HOLDS", "Cell", "Cells", "Column", "Put", "Table", "put_tables"]

HOLDS = "Quotes with codes, codebook with counts, participants, interviews, memos, propositions, literature, revisions"
Put: TypeAlias = Callable[[Table, Exported], int]
"""Writes a table, counts what its format has no place for, and returns how many rows the table has."""


def put_tables(database: Database, study: str, path: Path, chosen: Chosen, put: Put) -> Exported:
    """Hand a study over table by table; the last one tells about all of them."""
    rows = read_rows(database, study, chosen)
    exported = Exported(study, path, notice=rows.facts["notice"])
    content, written = begin(rows, chosen, exported), []
    for table in _tables(content):
        exported.counts[table.counted] = put(table, exported)
        written.append(table)
    exported.lacks("retired concepts", rows.facts["retired"])
    rows.account(exported)
    put(about(content, written), exported)
    return exported


def _tables(content: Content) -> tuple[Table, ...]:
    counts = content.counts("concept_counts", withdrawn=content.chosen.withdrawn)
    return (
        quotes(content, {key: row["level"] for key, row in counts.items()}),
        codebook(content, counts),
        participants(content),
        interviews(content),
        memos(content),
        propositions(content),
        literature(content),
        revisions(content),
    )
