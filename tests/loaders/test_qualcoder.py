from __future__ import annotations

from pathlib import Path

import pytest

from graphmodel.database import Database
from graphmodel.errors import GraphmodelError, Problem, Severity
from graphmodel.loading import load
from graphmodel.records import (
    Coding,
    Concept,
    Interview,
    Memo,
    Participant,
    Reference,
    Researcher,
    Revision,
    Transcript,
)
from loaders.folder import open_folder, project_file, source_of
from tests.graphmodel.snapshot import column, edges, everything, keys, pairs
from tests.loaders.builders.qualcoder import ADA, BEN, build
from tests.loaders.builders.sqlite_file import changed
from tests.loaders.reading import read_file, said


def _project(folder: Path, version: int = 17, grown: bool = False) -> Path:
    project = folder / "Telling.qda"
    project.mkdir(exist_ok=True)
    (project / "data.qda").unlink(missing_ok=True)
    build(project / "data.qda", version, grown)
    return project


def _changed(folder: Path, *statements: str) -> Path:
    return changed(build(folder / "data.qda"), *statements)


@pytest.mark.parametrize("version", range(8, 18))
def test_every_version_gives_the_same_codings_and_words(tmp_path: Path, version: int) -> None:
    records, problems = read_file(build(tmp_path / "data.qda", version), "qualcoder")
    texts = {each.interview: each.text for each in records if isinstance(each, Transcript)}
    assert texts == {"Ada 1.txt": ADA, "Ben 1.docx": BEN}
    codings = [each for each in records if isinstance(each, Coding)]
    assert len(codings) == 6
    for coding in codings[:4]:
        assert texts[str(coding.interview)][coding.selector.start : coding.selector.end] == coding.selector.quote
    concepts = {each.name: each.parents for each in records if isinstance(each, Concept)}
    assert ("Read alone" in concepts) == (version >= 16)
    assert [each.message for each in problems if each.severity is Severity.FLAG] == [
        "the variable `E-mail` looks like an e-mail address and is left out"
    ]


def test_what_is_said_beside_the_codings(tmp_path: Path) -> None:
    records, _ = read_file(build(tmp_path / "data.qda"), "qualcoder")
    memos = {each.name: each for each in records if isinstance(each, Memo)}
    assert memos["Annotation 5 on Ada 1.txt"].text == "> sat down\n\nShe sits down again here"
    assert [each.note for each in records if isinstance(each, Coding)][:2] == ["In vivo\nmarked as important", None]
    assert (memos["First week"].author, memos["First week"].date) == ("jk", "2024-01-15T18:00:00")
    assert memos["Memo on Kitchen.mp3"].cites == ("reference-7",)
    assert memos["Memo on the attribute Age"].text == "In years, in 2024"
    assert [link.name for link in memos["Memo on Ben in Ben 1.docx"].about] == ["Ben", "Ben 1.docx"]
    assert {each.name for each in records if isinstance(each, Researcher)} == {"mw", "jk", "new"}
    assert [each.authors for each in records if isinstance(each, Reference)] == [("Lind, Bo", "Ek, Åsa")]
    assert [(each.name, each.attributes) for each in records if isinstance(each, Participant)] == [
        ("Ada", (("Age", "61"), ("Room", "kitchen"))),
        ("Ben", ()),
    ]


def test_when_and_by_whom_each_code_was_made(tmp_path: Path) -> None:
    records, _ = read_file(build(tmp_path / "data.qda", 8), "qualcoder")
    assert [(each.kind, each.after, each.by, each.date) for each in records if isinstance(each, Revision)] == [
        ("create", ("Not told",), "mw", "2024-01-15T09:01:00"),
        ("create", ("Letter",), "mw", "2024-01-15T09:02:00"),
        ("create", ("Silence",), "jk", "2024-01-15T09:03:00"),
        ("create", ("Telling",), "mw", "2024-01-15T09:00:00"),
        ("create", ("Telling > Silence",), "mw", "2024-01-15T09:00:01"),
    ]


def test_a_code_that_is_its_own_ancestor_or_below_nothing_is_read_at_the_top(tmp_path: Path) -> None:
    path = _changed(
        tmp_path, "UPDATE code_name SET supercid=4 WHERE cid=2", "UPDATE code_name SET catid=99 WHERE cid=1"
    )
    records, problems = read_file(path, "qualcoder")
    parents = {each.name: each.parents for each in records if isinstance(each, Concept)}
    assert (parents["Letter"], parents["Read alone"], parents["Not told"]) == ((), ("Letter",), ())
    assert ("flag", "table code_name, row 1") in said(problems)
    assert ("flag", "table code_name, row 2") in said(problems)


def test_codings_of_what_is_not_there_are_counted(tmp_path: Path) -> None:
    path = _changed(tmp_path, "DELETE FROM code_name WHERE cid=2", "DELETE FROM source WHERE id=2")
    records, problems = read_file(path, "qualcoder")
    assert sum(isinstance(each, Coding) for each in records) == 2
    messages = [each.message for each in problems]
    assert "codings name a code that the project does not hold: 3" in messages
    assert "codings name a source that the project does not hold: 1" in messages


def test_a_source_of_several_cases_was_given_by_all_of_them(tmp_path: Path) -> None:
    path = _changed(tmp_path, "INSERT INTO case_text (caseid,fid,pos0,pos1) VALUES (2,1,0,5)")
    records, problems = read_file(path, "qualcoder")
    given = [(each.name, each.participants) for each in records if isinstance(each, Interview)]
    assert given == [
        ("Ada 1.txt", ("Ada", "Ben")), ("Ben 1.docx", ("Ben",)), ("Letter.jpg", ()), ("Kitchen.mp3", ()),
    ]  # fmt: skip
    assert any("its variables are left out: Room" in each.message for each in problems)


def test_an_unknown_version_and_dates_that_are_none_are_said(tmp_path: Path) -> None:
    path = _changed(
        tmp_path, "UPDATE project SET databaseversion='v18'", "UPDATE journal SET date='last week' WHERE jid=1"
    )
    messages = [each.message for each in read_file(path, "qualcoder")[1]]
    assert "the project has version 18; read are 8 to 17" in messages
    assert "dates cannot be read and are left out: 1" in messages


def test_a_folder_is_a_project_and_names_its_study(graph: Database, tmp_path: Path) -> None:
    project = _project(tmp_path)
    report = load(graph, [project])
    assert (report.study, report.title) == ("telling", "Telling")
    assert keys(graph, "Study") == {"telling"}
    assert keys(graph, "Interview") == {"ada-1", "ben-1", "letter-jpg", "kitchen"}
    assert pairs(graph, "GAVE") == {("ada", "ada-1"), ("ben", "ben-1")}
    assert column(graph, "MATCH (p:Participant) RETURN p.attr_age ORDER BY p.name") == [61, None]
    assert sorted(column(graph, "MATCH (e:Excerpt) WHERE e.verification = 'exact' RETURN e.text")) == [
        "Nobody told me, not even me\u0301re",
        "keep it",
        "the letter 📨",
    ]
    assert sum(each[0] == "CODED_AS" for each in edges(graph)) == 6
    assert [each.message for each in report.problems if each.severity is Severity.FLAG] == [
        "the variable `E-mail` looks like an e-mail address and is left out"
    ]
    held = everything(graph)
    assert not load(graph, [project]).written
    assert not load(graph, [project / "data.qda"]).written
    assert everything(graph) == held


def test_a_project_that_grew_adds_what_is_new_and_renames_in_place(graph: Database, tmp_path: Path) -> None:
    load(graph, [_project(tmp_path)])
    before = set(edges(graph))
    node = column(graph, "MATCH (c:Concept {name: 'Not told'}) RETURN elementId(c)")
    report = load(graph, [_project(tmp_path, grown=True)])
    assert column(graph, "MATCH (c:Concept {name: 'Left untold'}) RETURN elementId(c)") == node
    assert "not told" not in keys(graph, "Concept")
    gone = {each for each in before - set(edges(graph)) if "not told" not in repr(each)}
    assert {type_ for type_, *_ in gone} == {"MADE"} and len(gone) == 1
    assert column(graph, "MATCH (r:Revision {kind: 'create'}) RETURN count(r)") == [6]
    assert {"cora-1"} == keys(graph, "Interview") - {"ada-1", "ben-1", "letter-jpg", "kitchen"}
    assert sum(each[0] == "CODED_AS" for each in edges(graph)) == 7
    assert report.written
    assert not load(graph, [tmp_path / "Telling.qda"]).written


def test_a_study_folder_takes_what_it_names_of_a_project(tmp_path: Path) -> None:
    _project(tmp_path)
    study = tmp_path / "study.yaml"
    study.write_text("id: s\ntitle: S\n")
    (note,) = open_folder(tmp_path).problems
    assert note.message == "the QualCoder project Telling.qda is not read as part of the study"
    study.write_text("id: s\ntitle: S\nsources: [{file: Telling.qda, use: [codebook]}]\n")
    folder = open_folder(tmp_path)
    assert folder.problems == ()
    project = folder.sources[-1]
    assert (project.name, project.format.module) == ("Telling.qda/data.qda", "loaders.qualcoder")
    records = {type(each).__name__ for each in project.read() if not isinstance(each, Problem)}
    assert records == {"Concept", "Researcher"}


def test_a_study_folder_is_no_project_though_a_database_lies_in_it(tmp_path: Path) -> None:
    build(tmp_path / "data.qda")
    assert project_file(tmp_path) == tmp_path / "data.qda"
    (tmp_path / "study.yaml").write_text("id: s\ntitle: S\n")
    assert project_file(tmp_path) == tmp_path


def test_a_database_that_is_a_link_out_of_its_folder_is_refused(tmp_path: Path) -> None:
    outside = build(tmp_path / "elsewhere.qda")
    project = tmp_path / "Telling.qda"
    project.mkdir()
    (project / "data.qda").symlink_to(outside)
    with pytest.raises(GraphmodelError, match="leads out"):
        source_of(project, None)
