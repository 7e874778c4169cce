"""Loading as a whole: which study a path belongs to, what is left alone, what is taken away, what a dry run says."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphmodel.database import Database
from graphmodel.errors import GraphmodelError
from graphmodel.loading import LoadReport, load, remove_study
from graphmodel.migration import drop_schema, ensure_schema
from tests.graphmodel.folders import FIRST, SECOND, study, write
from tests.graphmodel.snapshot import column, edges, everything, keys, nodes, pairs

CODINGS = "interview,quote,codes,coder\nP01-1,seen as a person,Being seen,\nP02-1,it was a job,Tenuous,CD\n"
WHOLE = {
    "participants.csv": "participant,consent,quote_consent,Region\nP01,active,verbatim,North\nP02,active,none,South\n",
    "interviews.csv": "interview,participant,date,interviewer,sampled_for\nP01-1,P01,2015-01-02,AB,Being seen\n",
    "interviews/P01-1.txt": FIRST,
    "interviews/P02-1.txt": SECOND,
    "codebook.csv": (
        "code,parent,definition,merged_into\nDisclosure,,The process,\nBeing seen,Disclosure,,\nTenuous,,,\n"
        "Old,,,Tenuous\n"
    ),
    "codings.csv": CODINGS,
    "theory.yaml": (
        "propositions:\n  - {id: p1, subject: Disclosure, relation: leads_to, object: Being seen,"
        " supports: [{interview: P01-1, quote: seen as a person}],"
        " contradicts: [{interview: P02-1, quote: it was a job}]}\n"
        "negative_cases:\n  - {concept: Tenuous, sought: 2015-04-02, by: AB, memo: one,"
        " found: [{interview: P01-1, quote: Not a case}]}\ncore: Disclosure\n"
    ),
    "memos/one.md": "---\nauthor: AB\ncites: [hill2001]\ndevelops_into: two\n---\nOn [[Being seen]] and [[P01-1]].\n",
    "memos/two.md": "More.\n",
    "literature.bib": "@article{hill2001, title={Self-disclosure}, author={Hill, Clara}, year={2001}}\n",
    "links.csv": "reference,concept,stance,memo\nhill2001,Disclosure,supports,one\n",
    "revisions.csv": "date,kind,before,after,by,memo\n2015-03-01,merge,Old,Tenuous,AB,one\n",
}
MEMO = "---\nkind: analytic\n---\nOn [[Tenuous]].\n"
LABELS = {
    "Study", "Document", "Participant", "Interview", "Transcript", "Turn", "Excerpt", "Concept", "Code", "Category",
    "RetiredConcept", "Proposition", "Memo", "Reference", "Researcher", "Revision",
}  # fmt: skip
TYPES = {
    "OF", "GAVE", "READS", "PART_OF", "CONDUCTED", "SAMPLED_FOR", "FROM", "SPANS", "CODED_AS", "CONTRADICTS",
    "SUPPORTS", "SUBSUMED_BY", "SUBJECT", "OBJECT", "ABOUT", "CITES", "DEVELOPS_INTO", "BEARS_ON", "WROTE", "MADE",
    "USED", "GENERATED", "JUSTIFIED_BY", "SPOKE", "SAID", "MERGED_INTO",
}  # fmt: skip


def changes(report: LoadReport) -> dict[str, str]:
    return {change.path: str(change.status) for change in report.documents if change.status != "unchanged"}


def problems(error: pytest.ExceptionInfo[GraphmodelError]) -> str:
    return "\n".join(map(str, error.value.problems))


def test_one_study_makes_every_label_and_every_relationship(graph: Database, tmp_path: Path) -> None:
    load(graph, [study(tmp_path, WHOLE)])
    assert {label for labels, _ in nodes(graph).values() for label in labels} == LABELS
    assert {type_ for type_, *_ in edges(graph)} == TYPES
    assert all(said["study"] == "s" and said["caption"] for _, said in nodes(graph).values())
    assert all(key == "s" or key.startswith("s/") for key in nodes(graph))


def test_a_document_knows_what_it_was_built_from(graph: Database, tmp_path: Path) -> None:
    folder = study(tmp_path, WHOLE)
    load(graph, [folder])
    document = nodes(graph)["s/document/codings/codings.csv#p1-1"][1]
    assert (document["kind"], document["path"], document["root"]) == ("codings", "codings.csv", str(folder))
    assert (document["part"], document["origin"], document["format"]) == ("p1-1", "folder", "codings")
    assert {"fileSha256", "loaderVersion"} <= document.keys()
    assert {end for _, end in pairs(graph, "OF")} == {"s"}


@pytest.mark.parametrize("order", [sorted(WHOLE), sorted(WHOLE, reverse=True)], ids=["forwards", "backwards"])
def test_files_one_by_one_in_any_order_make_the_same_graph(graph: Database, tmp_path: Path, order: list[str]) -> None:
    folder = study(tmp_path, WHOLE)
    for name in order:
        load(graph, [folder / name])
    load(graph, [folder])
    one_by_one = nodes(graph), edges(graph)
    remove_study(graph, "s")
    load(graph, [folder])
    assert nodes(graph) == one_by_one[0]
    assert edges(graph) == one_by_one[1]


@pytest.mark.parametrize("name", [*WHOLE, None])
def test_the_same_again_writes_nothing(
    graph: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str | None
) -> None:
    folder = study(tmp_path, WHOLE)
    load(graph, [folder])
    before = everything(graph)
    writes: list[object] = []
    monkeypatch.setattr(Database, "write", lambda self, work: writes.append(work))
    report = load(graph, [folder / name if name else folder])
    assert not report.written
    assert writes == []
    assert everything(graph) == before


def test_an_unchanged_study_costs_as_many_reads_however_large_it_is(
    graph: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted = []
    reading = Database.reading

    def count(self: Database, work: object) -> object:
        counted.append(work)
        return reading(self, work)  # type: ignore[arg-type]

    costs = []
    for more in (0, 15):
        folder = study(tmp_path, {**WHOLE, **{f"memos/more-{number}.md": "More.\n" for number in range(more)}})
        load(graph, [folder])
        monkeypatch.setattr(Database, "reading", count)
        counted.clear()
        load(graph, [folder])
        costs.append(len(counted))
        monkeypatch.setattr(Database, "reading", reading)
    assert costs[0] == costs[1]
    assert costs[0] <= 12


def test_a_changed_file_writes_its_own_documents_alone(
    graph: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = study(tmp_path, WHOLE)
    load(graph, [folder])
    writes: list[object] = []
    write_ = Database.write
    monkeypatch.setattr(Database, "write", lambda self, work: writes.append(work) or write_(self, work))
    write(folder, {"memos/two.md": "Otherwise.\n"})
    report = load(graph, [folder])
    assert changes(report) == {"memos/two.md": "changed"}
    assert len(writes) == 1


@pytest.mark.parametrize("name", WHOLE)
def test_a_file_that_is_gone_is_taken_back_with_the_folder_and_stays_with_another_file(
    graph: Database, tmp_path: Path, name: str
) -> None:
    folder = study(tmp_path, {each: text for each, text in WHOLE.items() if each != name})
    load(graph, [folder])
    without = nodes(graph), edges(graph)
    write(folder, {name: WHOLE[name]})
    load(graph, [folder])
    write(folder, {name: None})
    load(graph, [folder / "study.yaml"])
    assert any(f"/{name}" in key for key in nodes(graph) if "/document/" in key)
    report = load(graph, [folder])
    assert set(changes(report).values()) <= {"removed", "changed"}
    assert nodes(graph) == without[0]
    assert edges(graph) == without[1]
    assert not load(graph, [folder]).written


def test_a_codings_file_that_loses_an_interview(graph: Database, tmp_path: Path) -> None:
    folder = study(tmp_path, WHOLE)
    load(graph, [folder])
    write(folder, {"codings.csv": CODINGS.rsplit("\n", 2)[0] + "\n"})
    report = load(graph, [folder / "codings.csv"])
    assert changes(report) == {"codings.csv (p2-1)": "removed"}
    assert keys(graph, "Document") >= {"codings/codings.csv#p1-1"}
    assert "codings/codings.csv#p2-1" not in keys(graph, "Document")
    assert not load(graph, [folder]).written


def test_a_file_under_another_name_says_the_same(graph: Database, tmp_path: Path) -> None:
    folder = study(tmp_path, WHOLE)
    load(graph, [folder])
    write(folder, {"memos/two.md": None, "memos/later/two.md": "More.\n", "literature.bib": None})
    write(folder, {"literature/all.bib": WHOLE["literature.bib"]})
    report = load(graph, [folder])
    assert changes(report) == {
        "memos/later/two.md": "new",
        "memos/two.md": "removed",
        "literature/all.bib": "new",
        "literature.bib": "removed",
    }
    assert keys(graph, "Memo") == {"one", "two"}
    assert nodes(graph)["s/memo/two"][1]["status"] == "active"
    assert not load(graph, [folder]).written


def test_part_of_a_folder_loads_what_lies_in_it(graph: Database, tmp_path: Path) -> None:
    folder = study(tmp_path, WHOLE)
    report = load(graph, [folder / "memos"])
    assert set(changes(report)) == {"study.yaml", "memos/one.md", "memos/two.md"}
    report = load(graph, [folder / "codebook.csv", folder / "literature.bib"])
    assert set(changes(report)) == {"codebook.csv", "literature.bib"}


def test_two_studies_side_by_side_never_touch_each_other(graph: Database, tmp_path: Path) -> None:
    one = study(tmp_path / "one", WHOLE)
    two = study(tmp_path / "two", {**WHOLE, "study.yaml": "id: t\nresearchers: [AB]\n"})
    load(graph, [one])
    alone = nodes(graph), edges(graph)
    load(graph, [two])
    write(two, {"codebook.csv": "code,was\nSeen,Being seen\n", "codings.csv": None, "interviews/P01-1.txt": SECOND})
    load(graph, [two])
    assert {key: node for key, node in nodes(graph).items() if node[1]["study"] == "s"} == alone[0]
    remove_study(graph, "t")
    assert (nodes(graph), edges(graph)) == alone


def test_a_file_outside_any_folder_needs_a_study(graph: Database, tmp_path: Path) -> None:
    load(graph, [study(tmp_path / "study", WHOLE)])
    write(tmp_path, {"outside/three.md": MEMO})
    with pytest.raises(GraphmodelError) as error:
        load(graph, [tmp_path / "outside/three.md"])
    assert "lies in no study folder" in error.value.message
    assert "studies in the graph: s" in str(error.value.hint)
    with pytest.raises(GraphmodelError) as error:
        load(graph, [tmp_path / "outside/three.md"], study="t")
    assert "there is no study `t`" in error.value.message
    report = load(graph, [tmp_path / "outside/three.md"], study="s")
    assert changes(report) == {"three.md": "new"}
    assert ("three", "tenuous") in pairs(graph, "ABOUT")


def test_what_came_from_elsewhere_stays_when_its_folder_is_loaded(graph: Database, tmp_path: Path) -> None:
    folder = study(tmp_path / "study", WHOLE)
    load(graph, [folder])
    write(tmp_path, {"outside/three.md": MEMO})
    load(graph, [tmp_path / "outside/three.md"], study="s")
    assert not load(graph, [folder]).written
    assert "three" in keys(graph, "Memo")


def test_a_file_from_elsewhere_does_not_take_the_place_of_the_studys_own(graph: Database, tmp_path: Path) -> None:
    load(graph, [study(tmp_path / "study", WHOLE)])
    before = everything(graph)
    write(tmp_path, {"outside/codebook.csv": "code\nOther\n"})
    with pytest.raises(GraphmodelError) as error:
        load(graph, [tmp_path / "outside/codebook.csv"], study="s")
    assert "has a file codebook.csv of its own" in error.value.message
    assert everything(graph) == before


def test_a_path_that_is_not_there_and_a_folder_without_a_study(graph: Database, tmp_path: Path) -> None:
    with pytest.raises(GraphmodelError, match="there is no file or folder"):
        load(graph, [tmp_path / "nothing"])
    with pytest.raises(GraphmodelError, match=r"holds no study\.yaml"):
        load(graph, [tmp_path])


def test_paths_of_two_studies_are_not_loaded_together(graph: Database, tmp_path: Path) -> None:
    one, two = study(tmp_path / "one", {}), study(tmp_path / "two", {"study.yaml": "id: t\n"})
    with pytest.raises(GraphmodelError, match="different studies: s, t"):
        load(graph, [one, two])


def test_one_id_from_two_folders_is_an_error_unless_the_study_has_moved(graph: Database, tmp_path: Path) -> None:
    folder = study(tmp_path / "here", WHOLE)
    load(graph, [folder])
    there = folder.rename(tmp_path / "there")
    before = everything(graph)
    for path in (there, there / "codebook.csv"):
        with pytest.raises(GraphmodelError) as error:
            load(graph, [path])
        assert str(tmp_path / "here") in error.value.message
        assert "--moved" in str(error.value.hint)
    assert everything(graph) == before
    report = load(graph, [there], moved=True)
    assert not report.written
    assert set(column(graph, "MATCH (d:Document) RETURN d.root")) == {str(there)}
    assert not load(graph, [there]).written


def test_a_moved_study_is_moved_only_if_it_loads(graph: Database, tmp_path: Path) -> None:
    folder = study(tmp_path / "here", WHOLE)
    load(graph, [folder])
    there = folder.rename(tmp_path / "there")
    write(there, {"memos/two.md": None, "codebook.csv": "code,parent\nA,A\n"})
    before = everything(graph)
    with pytest.raises(GraphmodelError):
        load(graph, [there], moved=True)
    assert everything(graph) == before
    write(there, {"codebook.csv": WHOLE["codebook.csv"]})
    assert changes(load(graph, [there], moved=True, dry_run=True)) == {"memos/two.md": "removed"}
    assert everything(graph) == before
    assert changes(load(graph, [there], moved=True)) == {"memos/two.md": "removed"}


EDITS: dict[str, dict[str, str | None]] = {
    "nothing": {},
    "a corrected transcript": {"interviews/P01-1.txt": FIRST.replace("How did", "Tell me, how did")},
    "a corrected transcript and its codings": {
        "interviews/P01-1.txt": "Interviewer: Wait.\n" + FIRST.replace("Not a case", "No case"),
        "codings.csv": CODINGS + "P01-1,as mates,Tenuous,\n",
    },
    "a transcript gone": {"interviews/P01-1.txt": None},
    "a rename": {"codebook.csv": "code,parent,was\nDisclosure,,\nSeen,Disclosure,Being seen\nTenuous,,\n"},
    "a rename that its users follow": {
        "codebook.csv": "code,parent,was\nDisclosing,,Disclosure\nSeen,Disclosing,Being seen\nTenuous,,\nOld,,\n",
        "codings.csv": CODINGS.replace("Being seen", "Seen"),
        "interviews.csv": WHOLE["interviews.csv"].replace("Being seen", "Seen"),
        "theory.yaml": WHOLE["theory.yaml"].replace("Disclosure", "Disclosing").replace("Being seen", "Seen"),
        "memos/one.md": WHOLE["memos/one.md"].replace("Being seen", "Seen"),
        "links.csv": WHOLE["links.csv"].replace("Disclosure", "Disclosing"),
    },
    "a rename to a name in use": {
        "codebook.csv": "code,was\nDisclosure,\nPeople,Being seen\nTenuous,\n",
        "codings.csv": CODINGS.replace("Tenuous", "People"),
        "theory.yaml": "core: People\n",
    },
    "a merge": {"codebook.csv": "code,merged_into\nDisclosure,\nTenuous,\nBeing seen,Tenuous\n"},
    "a split": {"codebook.csv": "code,parent,split_from\nDisclosure,,\nTenuous,,\nA,,Being seen\nB,,Being seen\n"},
    "less of everything": {name: None for name in WHOLE if name != "codebook.csv"},
    "theory taken back as its concepts are renamed": {
        "codebook.csv": "code,was,id\nSeen,Being seen,s1\nDisclosing,Disclosure,d1\nTenuous,,t1\n",
        "theory.yaml": None,
        "codings.csv": CODINGS.replace("Being seen", "s1"),
    },
}


@pytest.mark.parametrize("edit", EDITS)
def test_a_dry_run_writes_nothing_and_tells_what_the_load_does(graph: Database, tmp_path: Path, edit: str) -> None:
    folder = study(tmp_path, WHOLE)
    load(graph, [folder])
    write(folder, EDITS[edit])
    before = everything(graph)
    dry = load(graph, [folder], dry_run=True)
    assert everything(graph) == before
    real = load(graph, [folder])
    assert dry.documents == real.documents
    assert dry.problems == real.problems
    assert dry.dry
    assert not real.dry


def test_a_dry_run_of_a_new_study_leaves_an_empty_graph_empty(graph: Database, tmp_path: Path) -> None:
    folder = study(tmp_path, WHOLE)
    drop_schema(graph)
    indexes = column(graph, "SHOW INDEXES YIELD name RETURN name")
    dry = load(graph, [folder], dry_run=True)
    assert not nodes(graph)
    assert column(graph, "SHOW INDEXES YIELD name RETURN name") == indexes
    ensure_schema(graph)
    real = load(graph, [folder])
    assert dry.documents == real.documents
    assert [problem.message for problem in dry.problems] == [problem.message for problem in real.problems]


def test_all_problems_of_all_files_are_told_and_nothing_is_written(graph: Database, tmp_path: Path) -> None:
    folder = study(tmp_path, WHOLE)
    load(graph, [folder])
    before = everything(graph)
    broken: dict[str, str | None] = {
        "memos/two.md": "A change that is sound.\n",
        "participants.csv": "participant,e-mail\nP01,a@b.org\n",
        "codings.csv": "interview,quote,codes,stance\nP01-1,as mates,Tenuous,perhaps\n",
        "codebook.csv": "code\nTrust\nTrust\n",
        "interviews.csv": "interview\nP1\np 1\n",
    }
    write(folder, broken)
    with pytest.raises(GraphmodelError) as error:
        load(graph, [folder])
    told = problems(error)
    assert all(name in told for name in ("participants.csv", "codings.csv", "codebook.csv", "interviews.csv"))
    assert "fix these" in error.value.message
    assert everything(graph) == before


def test_names_that_mean_nothing_are_reported_with_their_place(graph: Database, tmp_path: Path) -> None:
    files = {
        "codebook.csv": "code\nTrust\n",
        "codings.csv": "interview,quote,codes\nP1,one,Trust\nP1,two,Trusst\n",
        "memos/one.md": "First.\n\nOn [[Nothing]].\n",
    }
    report = load(graph, [study(tmp_path, files)])
    assert [(problem.message, problem.place.row, problem.place.line) for problem in report.problems] == [
        ("`Trusst` is not in the codebook", 3, None),
        ("the memo is about `Nothing`, and nothing has that name", None, 3),
    ]
    assert report.flagged


def test_the_report_counts_what_is_a_documents_own(graph: Database, tmp_path: Path) -> None:
    report = load(graph, [study(tmp_path, WHOLE)])
    added = {change.path: change.added for change in report.documents}
    assert added["participants.csv"] == {"participants": 2}
    assert added["theory.yaml"] == {
        "excerpts": 3,
        "supporting excerpts": 1,
        "negative cases": 2,
        "propositions": 1,
    }
    assert added["study.yaml"] == {"studies": 1, "researchers": 1}
    assert added["interviews/P01-1.txt"] == {"interviews": 1, "turns": 4}


def test_nothing_in_the_graph_keeps_the_programs_own_books(graph: Database, tmp_path: Path) -> None:
    load(graph, [study(tmp_path, WHOLE)])
    own = "WHERE any(name IN keys(x) WHERE name IN ['by', 'said', 'named', 'anchors', 'mentions', 'id', 'inputSha256'])"
    kept = "AND NOT x:Round AND NOT x:Version"  # a round says by whom it was made
    assert graph.read(f"MATCH (x) {own} {kept} RETURN x") == []  # type: ignore[arg-type]
    assert graph.read(f"MATCH ()-[x]->() {own} RETURN x") == []  # type: ignore[arg-type]
