"""The reference page says what the loaders do: its columns, sets and bounds are theirs, and its examples load."""

from __future__ import annotations

import re
from dataclasses import fields
from importlib import import_module
from pathlib import Path

import pytest

from graphmodel.errors import Problem
from loaders import (
    cells,
    name_lengths,
    pdf_pages,
    refi_codings,
    refi_package,
    safety,
    sqlite,
    transcript_html,
    transcript_odt,
    transcript_pdf,
    transcript_rtf,
    using,
    vocabulary,
    yaml_file,
)
from loaders.study import TABLE_KINDS
from tests.loaders.reading import read_as

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "study-folder.md").read_text(encoding="utf-8")
FILE_NAMES = {"csv": "a.csv", "yaml": "a.yaml", "markdown": "a.md"}


def _section(title: str) -> str:
    return re.split(r"^## ", PAGE.partition(f"\n## {title}\n")[2], flags=re.MULTILINE)[0]


@pytest.mark.parametrize("kind", [kind.value for kind in TABLE_KINDS])
def test_the_columns_of_each_table(kind: str) -> None:
    first_cells = [row.split("|")[1] for row in _section(kind).splitlines() if row.startswith("| `")]
    named = set(re.findall(r"`([^`]+)`", " ".join(first_cells)))
    columns = import_module(f"loaders.{kind}").COLUMNS  # type: ignore[attr-defined]
    assert {column.name for column in columns} <= named
    assert {name.replace(" ", "_") for name in named} <= {
        name for column in columns for name in (column.name, *column.aliases)
    }
    starred = set(re.findall(r"`([^`]+)`\*", " ".join(first_cells)))
    assert {column.name for column in columns if column.needed} <= starred


@pytest.mark.parametrize(
    ("title", "values"),
    [
        ("participants", vocabulary.CONSENT),
        ("participants", vocabulary.QUOTE_CONSENT),
        ("codebook", vocabulary.ORIGIN),
        ("codebook", vocabulary.STAGE),
        ("codings", vocabulary.STANCE),
        ("links", vocabulary.LITERATURE_STANCE),
        ("revisions", vocabulary.REVISION),
        ("memos", vocabulary.MEMO),
        ("theory.yaml", vocabulary.RELATION),
    ],
)
def test_the_sets_of_values(title: str, values: tuple[str, ...]) -> None:
    assert [value for value in values if f"`{value}`" not in _section(title)] == []


MB = safety.MEGABYTE
BOUNDS = {
    ("safety", "MAX_FILE_BYTES"): ("any file", f"{safety.MAX_FILE_BYTES // MB} MB"),
    ("safety", "MAX_PROJECT_BYTES"): ("a project of another program", f"{safety.MAX_PROJECT_BYTES // MB:,} MB"),
    ("safety", "MAX_UNPACKED_BYTES"): ("unpacks to", f"{safety.MAX_UNPACKED_BYTES // MB} MB"),
    ("safety", "MAX_PARTS"): ("unpacks to", f"{safety.MAX_PARTS:,} parts"),
    ("safety", "MAX_YAML_BYTES"): ("`theory.yaml`", f"{safety.MAX_YAML_BYTES // MB} MB"),
    ("yaml_file", "MAX_YAML_LENGTH"): ("`theory.yaml`", f"{yaml_file.MAX_YAML_LENGTH // 1_000_000} million characters"),
    ("refi_package", "MAX_PARTS"): ("REFI-QDA", f"{refi_package.MAX_PARTS:,} parts"),
    ("refi_package", "MAX_XML_BYTES"): ("REFI-QDA", f"its XML {refi_package.MAX_XML_BYTES // MB} MB"),
    ("refi_package", "MAX_TEXT_BYTES"): ("REFI-QDA", f"one text {refi_package.MAX_TEXT_BYTES // MB} MB"),
    ("sqlite", "MAX_CELL_BYTES"): ("SQLite", f"{sqlite.MAX_CELL_BYTES // MB} MB a cell"),
    ("sqlite", "MAX_TEXT_BYTES"): ("SQLite", f"{sqlite.MAX_TEXT_BYTES // MB} MB of text"),
    ("sqlite", "MAX_ROWS"): ("SQLite", f"{sqlite.MAX_ROWS:,} rows"),
    ("sqlite", "MAX_STEPS"): ("SQLite", f"{sqlite.MAX_STEPS:,} steps"),
    ("cells", "MAX_CELLS"): ("rectangle", f"{cells.MAX_CELLS // 1_000_000} million cells"),
    ("cells", "MAX_CELL_LENGTH"): ("cell of a CSV", f"{cells.MAX_CELL_LENGTH // 1_000_000} million characters"),
    ("name_lengths", "MAX_NAME_LENGTH"): ("a name", f"{name_lengths.MAX_NAME_LENGTH:,} characters"),
    ("transcript_rtf", "MAX_BYTES"): ("`.rtf`", f"{transcript_rtf.MAX_BYTES // MB} MB"),
    ("transcript_html", "MAX_BYTES"): ("web page", f"{transcript_html.MAX_BYTES // MB} MB"),
    ("transcript_pdf", "MAX_BYTES"): ("a PDF", f"{transcript_pdf.MAX_BYTES // MB} MB"),
    ("transcript_pdf", "MAX_SECONDS"): ("a PDF", f"{transcript_pdf.MAX_SECONDS} seconds"),
    ("pdf_pages", "MAX_PAGES"): ("a PDF", f"{pdf_pages.MAX_PAGES:,} pages"),
    ("pdf_pages", "MAX_MEMORY"): ("a PDF", f"{pdf_pages.MAX_MEMORY // MB // 1024} GB of memory"),
}
"""What the page says of each bound in the code: what stands in the first cell of its row, and in the second."""


@pytest.mark.parametrize("bound", BOUNDS, ids=".".join)
def test_the_bounds(bound: tuple[str, str]) -> None:
    what, figure = BOUNDS[bound]
    rows = [line.split("|")[1:3] for line in _section("Bounds").splitlines() if line.startswith("| ")]
    assert [figure in second for first, second in rows if what in first] == [True]


def test_every_bound_in_the_code_is_on_the_page() -> None:
    declared = re.compile(r"^(MAX_[A-Z_]+) =", re.MULTILINE)
    modules = sorted(Path(cells.__file__).parent.glob("*.py"))
    found = {(path.stem, name) for path in modules for name in declared.findall(path.read_text(encoding="utf-8"))}
    assert found == set(BOUNDS)


def test_what_is_cut_short() -> None:
    words = {field.name: field.default for field in fields(refi_codings.Project)}["room_for_words"]
    assert f"{words // 1_000_000} million characters" in _section("Bounds").replace("\n", " ")
    assert f"at most {transcript_odt._MOST_SPACES:,} spaces" in _section("Bounds")


def _examples() -> list[tuple[str, str, str]]:
    parts = re.split(r"^## (.+)$", PAGE, flags=re.MULTILINE)[1:]
    sections = zip(parts[::2], parts[1::2], strict=True)
    return [
        (title, *example)
        for title, text in sections
        for example in re.findall(r"^```(csv|yaml|markdown)\n(.*?)^```", text, flags=re.MULTILINE | re.DOTALL)
    ]


@pytest.mark.parametrize(("title", "language", "text"), _examples(), ids=lambda value: value[:12])
def test_the_examples_load_without_a_problem(tmp_path: Path, title: str, language: str, text: str) -> None:
    named = {"Tables": "study", "study.yaml": "study", "theory.yaml": "theory"}
    records, problems = read_as(tmp_path, named.get(title, title), FILE_NAMES[language], text)
    assert [str(problem) for problem in problems] == []
    assert records
    assert not any(isinstance(record, Problem) for record in records)


def test_the_parts_of_a_project_that_can_be_used() -> None:
    assert [
        part for part in using.PARTS if f"`{part}`" not in PAGE.partition("### Projects of other programs")[2]
    ] == []
