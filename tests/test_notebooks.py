"""The notebooks of the documentation: run from beginning to end on the demo study, and kept free of outputs."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from graphmodel.database import Database
from graphmodel.demo import demo_folder
from graphmodel.loading import load

NOTEBOOKS = Path(__file__).parents[1] / "docs" / "notebooks"
EXPLORE = NOTEBOOKS / "explore-the-demo.ipynb"


@pytest.fixture
def demo(graph: Database, monkeypatch: pytest.MonkeyPatch) -> Database:
    """The demo study in a graph that the environment names."""
    with demo_folder() as folder:
        load(graph, [folder])
    monkeypatch.setenv("NEO4J_URI", graph.settings.uri)
    monkeypatch.setenv("NEO4J_USERNAME", graph.settings.username)
    monkeypatch.setenv("NEO4J_PASSWORD", graph.settings.password or "")
    return graph


def test_the_notebook_runs_on_the_demo_and_shows_what_its_prose_says(demo: Database) -> None:
    notebook = nbformat.read(EXPLORE, as_version=4)
    NotebookClient(notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": NOTEBOOKS}}).execute()
    shown = [_shown(cell) for cell in notebook.cells if cell.cell_type == "code"]
    assert shown[0] == "'mad-planet'"
    assert all(theme in shown[1] for theme in ("Dual roles", "The process of disclosure", "The product of disclosure"))
    (tree,) = [text for text in shown if text.startswith("Dual roles\n")]
    assert "    Being friend and worker at once\n        " in tree
    assert any(
        "negative" in cell.source and "P03" in _shown(cell) for cell in notebook.cells if cell.cell_type == "code"
    )


def test_the_notebook_is_kept_without_outputs_and_is_valid() -> None:
    notebook = nbformat.read(EXPLORE, as_version=4)
    nbformat.validate(notebook)
    assert all(not cell.outputs and cell.execution_count is None for cell in notebook.cells if cell.cell_type == "code")


def _shown(cell: nbformat.NotebookNode) -> str:
    return "".join(output.get("text") or output["data"]["text/plain"] for output in cell.outputs)
