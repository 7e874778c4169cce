"""A study written as a REFI-QDA project: valid by the published schema, and the same when it comes back."""

from __future__ import annotations

import os
import tempfile
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from lxml import etree

from graphmodel.checks import check
from graphmodel.database import Database
from graphmodel.errors import GraphmodelError
from graphmodel.export import Chosen, export_study
from graphmodel.loading import load, remove_study
from tests.graphmodel.conftest import SMALL
from tests.graphmodel.export.test_folder import STATES
from tests.graphmodel.loading.test_projects import put
from tests.loaders.builders.refi import Writer, rich
from tests.peers.refi_schema import CARRIED, schema

EVERYTHING = Chosen(all_words=True, withdrawn=True)
SPACE = {"q": "urn:QDA-XML:project:1.0"}


def exported(graph: Database, study: str, path: Path, chosen: Chosen = EVERYTHING) -> etree._Element:
    """The root of the project that a study is written as."""
    export_study(graph, study, path, chosen, overwrite=True)
    with zipfile.ZipFile(path) as archive:
        return etree.fromstring(archive.read("project.qde"))


def found(root: etree._Element, path: str) -> list[Any]:
    return root.xpath(path, namespaces=SPACE)


def content(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture
def small(graph: Database) -> Database:
    load(graph, [SMALL])
    return graph


@pytest.mark.parametrize("peer", CARRIED)
@pytest.mark.parametrize("chosen", [EVERYTHING, Chosen()], ids=["everything", "what consent allows"])
def test_the_export_is_valid_by_the_published_schema(
    small: Database, tmp_path: Path, chosen: Chosen, peer: str
) -> None:
    root = exported(small, "small", tmp_path / "small.qdpx", chosen)
    xsd = etree.XMLSchema(etree.parse(schema(peer)))
    assert xsd.validate(root), xsd.error_log


def test_each_coding_is_a_selection_with_its_words_user_and_date(small: Database, tmp_path: Path) -> None:
    path = tmp_path / "small.qdpx"
    root = exported(small, "small", path)
    texts = {name.removeprefix("sources/"): words.decode() for name, words in content(path).items()}
    names = {code.get("guid"): code.get("name") for code in found(root, "//q:Code")}
    users = {user.get("guid"): user.get("name") for user in found(root, "//q:User")}
    there = Counter(
        (
            texts[each.getparent().getparent().get("plainTextPath").removeprefix("internal://")][
                int(each.getparent().get("startPosition")) : int(each.getparent().get("endPosition"))
            ],
            names[found(each, "q:CodeRef")[0].get("targetGUID")],
            users[each.get("creatingUser")],
        )
        for each in found(root, "//q:PlainTextSelection/q:Coding")
    )
    rows = small.read(
        "MATCH (e:Excerpt {study: 'small'})-[c:CODED_AS]->(n:Concept), (r:Researcher {study: 'small'}) "
        "WHERE e.start IS NOT NULL AND r.key = 'small/researcher/' + c.coder "
        "RETURN e.text AS words, n.name AS code, r.name AS coder"
    )
    assert there == Counter((row["words"], row["code"], row["coder"]) for row in rows)
    assert there.total() > 10


def test_exported_loaded_as_another_study_and_exported_again_it_is_the_same(small: Database, tmp_path: Path) -> None:
    first, second = tmp_path / "other.qdpx", tmp_path / "again.qdpx"
    exported(small, "small", first)
    report = load(small, [first])
    assert report.study == "other"
    exported(small, "other", second)
    assert content(second) == content(first)
    assert second.read_bytes() == first.read_bytes()
    assert list(check(small, "other").findings) == []


def test_a_project_of_another_program_comes_back_the_same(graph: Database, tmp_path: Path) -> None:
    load(graph, [put(tmp_path, rich(Writer()))])
    first, second = tmp_path / "other.qdpx", tmp_path / "again.qdpx"
    root = exported(graph, "cafe", first)
    codes = {code.get("name"): code.get("guid") for code in found(root, "//q:Code")}
    assert codes["Being heard"] == Writer().guid("code Being heard")
    load(graph, [first])
    exported(graph, "other", second)
    assert content(second) == content(first)


def test_words_without_consent_are_covered_and_positions_stay(small: Database, tmp_path: Path) -> None:
    free, kept = tmp_path / "free.qdpx", tmp_path / "kept.qdpx"
    whole = exported(small, "small", free, Chosen(all_words=True))
    root = exported(small, "small", kept, Chosen())
    done = export_study(small, "small", kept, Chosen(), overwrite=True)
    places = "//q:PlainTextSelection/@startPosition"
    assert found(root, places) == found(whole, places)
    covered = 0
    for name, words in content(kept).items():
        text, original = words.decode(), content(free)[name].decode()
        if name.endswith(".txt") and text != original:
            covered += 1
            assert len(text) == len(original)
            assert set(text) <= {"█", "\n"}
    assert covered == done.withheld > 0


def test_who_withdrew_is_left_out_and_counted(small: Database, tmp_path: Path) -> None:
    people = small.read("MATCH (p:Participant {study: 'small', consent: 'withdrawn'}) RETURN p.name AS name")
    gave = small.read("MATCH (:Participant {study: 'small', consent: 'withdrawn'})-[:GAVE]->(i) RETURN i.name AS name")
    assert people and gave
    path = tmp_path / "small.qdpx"
    root = exported(small, "small", path, Chosen(all_words=True))
    names = {*found(root, "//q:Case/@name"), *found(root, "//q:TextSource/@name")}
    assert not names & {row["name"] for row in (*people, *gave)}
    assert export_study(small, "small", path, Chosen(), overwrite=True).left_out == len(people)


def test_what_has_no_place_is_listed(small: Database, tmp_path: Path) -> None:
    done = export_study(small, "small", tmp_path / "small.qdpx", EVERYTHING)
    revisions = small.read("MATCH (r:Revision {study: 'small'}) RETURN count(r) AS n")[0]["n"]
    assert done.no_place.get("revisions of the theory", 0) == revisions
    unplaced = small.read(
        "MATCH (e:Excerpt {study: 'small'})-[c:CODED_AS|CONTRADICTS|SUPPORTS]->() WHERE e.start IS NULL RETURN count(c) AS n"
    )
    assert done.no_place.get("codings of words that have no place in a transcript", 0) == unplaced[0]["n"]


def test_no_file_is_replaced_unasked_and_no_half_file_is_left(small: Database, tmp_path: Path) -> None:
    path = tmp_path / "small.qdpx"
    path.write_text("mine")
    with pytest.raises(GraphmodelError, match="is there already"):
        export_study(small, "small", path)
    with pytest.raises(GraphmodelError, match="names no format that is written"):
        export_study(small, "small", tmp_path / "small.docx")
    with pytest.raises(GraphmodelError, match="cannot write"):
        export_study(small, "small", tmp_path / "nowhere" / "small.qdpx")
    assert path.read_text() == "mine"
    assert [each.name for each in tmp_path.iterdir()] == ["small.qdpx"]


@given(STATES)
@settings(
    max_examples=int(os.environ.get("GRAPHMODEL_EXAMPLES", "8")),
    derandomize="GRAPHMODEL_EXAMPLES" not in os.environ,
    deadline=None,
    phases=(Phase.generate, Phase.reuse),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_whatever_loads_is_valid_and_the_same_when_it_comes_back(graph: Database, state: dict[str, str | None]) -> None:
    said = {**state, "participants.csv": state["participants.csv"] or "participant\nP01\nP02\n"}
    xsd = etree.XMLSchema(etree.parse(schema(next(iter(CARRIED)))))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file, text in said.items():
            if text is not None:
                put(folder / "in", text.encode(), file)
        for row in graph.read("MATCH (s:Study) RETURN s.key AS study"):
            remove_study(graph, row["study"])
        load(graph, [folder / "in"])
        assert xsd.validate(exported(graph, "s", folder / "held.qdpx", Chosen())), xsd.error_log
        first = exported(graph, "s", folder / "second.qdpx")
        assert xsd.validate(first), xsd.error_log
        load(graph, [folder / "second.qdpx"])
        assert etree.tostring(exported(graph, "second", folder / "third.qdpx")) == etree.tostring(first)
