"""The reference page says what the loaders do: its columns, sets and bounds are theirs, and its examples load."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graphmodel.errors import Problem
from loaders import cells, safety, using, vocabulary
from loaders.registry import loader
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
    columns = loader(f"loaders.{kind}").COLUMNS  # type: ignore[attr-defined]
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


def test_the_bounds() -> None:
    bounds = _section("Bounds")
    for amount in (safety.MAX_FILE_BYTES, safety.MAX_YAML_BYTES, safety.MAX_UNPACKED_BYTES):
        assert f" {amount // safety.MEGABYTE} MB" in bounds
    assert f"{safety.MAX_PARTS:,} parts" in bounds
    assert f"{cells.MAX_CELLS // 1_000_000} million cells" in bounds
    assert f"{cells.MAX_CELL_LENGTH // 1_000_000} million characters" in bounds


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
