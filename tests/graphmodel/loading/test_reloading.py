"""A study that an older program loaded, which kept no versions, is loaded again from its files."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphmodel.database import Database
from graphmodel.errors import GraphmodelError
from graphmodel.loading import load, reload
from tests.graphmodel.folders import study, write
from tests.graphmodel.loading.test_load import WHOLE
from tests.graphmodel.snapshot import edges, everything, keys, nodes

OLD_DOCUMENT = """
MERGE (s:Study {key: 's'}) SET s.study = 's', s.caption = 'A study', s.title = 'A study'
WITH s UNWIND $paths AS path
CREATE (:Document {key: 's/document/' + path[1], study: 's', path: path[1], root: path[0], by: [1], kind: 'memo',
 sourceKind: 'memo', schemaVersion: 1, fileSha256: 'x'})-[:OF]->(s)
CREATE (:Memo {key: 's/memo/' + path[1], study: 's', name: path[1], caption: path[1], by: [1], status: 'active'})
"""


def old_study(graph: Database, *paths: tuple[str | None, str]) -> None:
    """A study as an older program left it: documents (root, path) without versions, nodes with `by`."""
    graph.write(lambda tx: tx.run(OLD_DOCUMENT, paths=[list(each) for each in paths]).consume())


def test_loading_it_says_what_to_do_and_changes_nothing(graph: Database, tmp_path: Path) -> None:
    folder = study(tmp_path, WHOLE)
    old_study(graph, (str(folder), "memos/one.md"))
    before = everything(graph)
    with pytest.raises(GraphmodelError, match="an older graphmodel, which kept no versions") as error:
        load(graph, [folder])
    assert error.value.hint == "`graphmodel reload s` loads it again from its files"
    assert everything(graph) == before


def test_it_is_loaded_again_from_its_folder(graph: Database, tmp_path: Path) -> None:
    folder = study(tmp_path, WHOLE)
    old_study(graph, (str(folder), "memos/one.md"), (str(folder), "codebook.csv"))
    report = reload(graph, "s")
    assert report.written
    reloaded = nodes(graph), edges(graph)
    assert not any("by" in held for _, held in reloaded[0].values())
    graph.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n").consume())
    load(graph, [folder])
    assert (nodes(graph), edges(graph)) == reloaded


def test_files_that_are_not_found_are_listed_and_nothing_is_touched_until_it_shall_go_on_without_them(
    graph: Database, tmp_path: Path
) -> None:
    folder = study(tmp_path, WHOLE)
    old_study(graph, (str(folder), "memos/one.md"), (str(folder), "memos/gone.md"), (None, "elsewhere.md"))
    before = everything(graph)
    with pytest.raises(GraphmodelError) as error:
        reload(graph, "s")
    assert str(folder / "memos/gone.md") in error.value.message
    assert "elsewhere.md" in error.value.message
    assert str(folder / "memos/one.md") not in error.value.message
    assert "--without-them" in str(error.value.hint)
    assert everything(graph) == before
    reload(graph, "s", without_them=True)
    assert keys(graph, "Memo") == {"one", "two"}


def test_a_folder_that_cannot_be_loaded_takes_nothing_away(graph: Database, tmp_path: Path) -> None:
    folder = study(tmp_path, WHOLE)
    old_study(graph, (str(folder), "memos/one.md"))
    write(folder, {"codebook.csv": "code\nTrust\nTrust\n"})
    before = everything(graph)
    with pytest.raises(GraphmodelError, match="nothing was loaded"):
        reload(graph, "s")
    assert everything(graph) == before


def test_a_study_that_is_not_there_and_one_of_no_folder(graph: Database) -> None:
    with pytest.raises(GraphmodelError, match="there is no study `s`"):
        reload(graph, "s")
    old_study(graph, (None, "cafe.qdpx"))
    with pytest.raises(GraphmodelError, match="it is not known what to load again"):
        reload(graph, "s", without_them=True)


def test_a_study_of_today_can_be_loaded_again_too(graph: Database, tmp_path: Path) -> None:
    load(graph, [study(tmp_path, WHOLE)])
    before = nodes(graph), edges(graph)
    reload(graph, "s")
    assert (nodes(graph), edges(graph)) == before
