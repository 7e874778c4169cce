from __future__ import annotations

import os
from pathlib import Path

import openpyxl
import pytest

from graphmodel.errors import GraphmodelError, Problem, Severity
from graphmodel.quotes.selector import QuoteSelector
from graphmodel.records import Coding, Concept, Kind, Participant, Researcher, Study
from loaders import safety, text
from loaders.folder import StudyFolder, find_study_root, open_folder, source_of
from tests.loaders.builders.refi import Writer, codebook, rich
from tests.loaders.builders.rqda import build as build_rqda

FILES = {
    "study.yaml": "id: a\nresearchers: [Ada]\n",
    "participants.csv": "participant,consent\nRosa,\n",
    "interviews.csv": "interview,participant,interviewer,file\nP10-1,Rosa,Bo,second.txt\nP2-1,,,\n",
    "Codebook.csv": "code\nA\n",
    "codings.csv": "interview,quote,codes\n",
    "codings/P2-1.csv": "quote,codes\nx,A\n",
    "links.csv": "reference,concept\n",
    "revisions.csv": "kind,before,after\n",
    "theory.yaml": "core: A\n",
    "literature.bib": "%\n",
    "literature/more.ris": "TY  - BOOK\nER  -\n",
    "interviews/P2-1.txt": "I: a",
    "interviews/second.txt": "Bo: a\nRosa: b",
    "interviews/wave 2/P11-1.vtt": "WEBVTT\n\n00:00.000 --> 00:01.000\na\n",
    "memos/first.md": "words",
}


def _folder(root: Path, files: dict[str, str]) -> StudyFolder:
    for name, content in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(content, encoding="utf-8")
    return open_folder(root)


def _told(folder: StudyFolder) -> list[tuple[str, str | None]]:
    return [(str(problem.severity), problem.place.file and problem.place.file.name) for problem in folder.problems]  # type: ignore[misc]


def test_sources_come_in_the_order_of_kinds_and_then_of_names(tmp_path: Path) -> None:
    folder = _folder(tmp_path, FILES)
    assert [source.name for source in folder.sources] == [
        "study.yaml",
        "participants.csv",
        "interviews.csv",
        "Codebook.csv",
        "literature.bib",
        "literature/more.ris",
        "interviews/P2-1.txt",
        "interviews/second.txt",
        "interviews/wave 2/P11-1.vtt",
        "codings.csv",
        "codings/P2-1.csv",
        "memos/first.md",
        "theory.yaml",
        "links.csv",
        "revisions.csv",
    ]
    assert folder.problems == ()
    assert folder.study.id == "a"


def test_study_yaml_alone_is_read_and_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _folder(tmp_path, FILES)
    opened: list[str] = []
    read = safety.read_bytes
    monkeypatch.setattr(text, "read_bytes", lambda path: (opened.append(path.name), read(path))[1])
    folder = open_folder(tmp_path)
    assert [item for item in folder.sources[0].read() if isinstance(item, Study)] == [folder.study]
    assert folder.study_file.study is folder.study
    assert opened == ["study.yaml"]


def test_what_programs_leave_behind_is_passed_over_and_the_rest_is_named(tmp_path: Path) -> None:
    names = [".DS_Store", "~$codings.xlsx", "Thumbs.db", "README.md", "interviews/README.md", ".git/config", "LICENSE"]
    assert _folder(tmp_path, FILES | dict.fromkeys(names, "x")).problems == ()
    folder = _folder(tmp_path, {"notes.txt": "x", "interviews/a.mp3": "x", "memos/b.docx": "x", "codings/c.txt": "x"})
    assert _told(folder) == [("note", "notes.txt"), ("flag", "a.mp3"), ("flag", "b.docx"), ("flag", "c.txt")]


def test_one_table_in_two_files_is_an_error_that_names_both(tmp_path: Path) -> None:
    openpyxl.Workbook().save(tmp_path / "codebook.xlsx")
    folder = _folder(tmp_path, {"study.yaml": "id: a\n", "codebook.csv": "code\nA\n"})
    (problem,) = folder.problems
    assert problem.severity == "error"
    assert "codebook.csv and codebook.xlsx" in problem.message
    assert [source.name for source in folder.sources if source.kind is Kind.CODEBOOK] == ["codebook.csv"]


def test_attributes_that_the_study_declares_are_kept_of_projects_too(tmp_path: Path) -> None:
    for declared in ("[]", "[surname]"):
        build_rqda(tmp_path / "Moving.rqda")
        folder = _folder(tmp_path, {"study.yaml": f"id: a\nsources: [Moving.rqda]\nattributes: {declared}\n"})
        (project,) = (source for source in folder.sources if source.kind is Kind.PROJECT)
        kept = {name for each in project.read() if isinstance(each, Participant) for name, _ in each.attributes}
        assert ("surname" in kept) == (declared != "[]")
        (tmp_path / "Moving.rqda").unlink()


def test_mapped_tables_are_sources_with_their_mapping(tmp_path: Path) -> None:
    folder = _folder(
        tmp_path,
        {
            "study.yaml": "id: a\nattributes: [Team name]\ntables:\n"
            "  - {file: export/q.csv, as: codings, columns: {quote: Words}}\n"
            "  - {file: participants.csv, as: participants, columns: {participant: Who}}\n"
            "  - {file: absent.csv, as: codings}\n  - {file: ../out.csv, as: codings}\n  - {file: a.doc, as: links}\n",
            "export/q.csv": "interview,Words,codes\nP1,a,A\n",
            "participants.csv": "Who,Team name\nRosa,North\n",
            "a.doc": "x",
        },
    )
    assert [(source.name, source.kind, source.mapping and source.mapping.columns) for source in folder.sources[1:]] == [
        ("participants.csv", Kind.PARTICIPANTS, (("participant", "Who"),)),
        ("export/q.csv", Kind.CODINGS, (("quote", "Words"),)),
    ]
    assert [item for source in folder.sources for item in source.read() if isinstance(item, Problem)] == []
    assert [(str(problem.severity), problem.place.line) for problem in folder.problems[:3]] == [
        ("error", 6),
        ("error", 7),
        ("error", 8),
    ]


def test_links_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "P9-1.txt").write_text("secret")
    root = tmp_path / "study"
    _folder(root, {"study.yaml": "id: a\n", "interviews/P1-1.txt": "a"})
    (root / "interviews/P2-1.txt").symlink_to(outside / "P9-1.txt")
    (root / "interviews/more").symlink_to(outside)
    (root / "memos").symlink_to(outside)
    folder = open_folder(root)
    assert _told(folder) == [("flag", "more"), ("error", "memos")]
    read = {source.name: list(source.read()) for source in folder.sources if source.kind is Kind.TRANSCRIPT}
    assert [str(item.severity) for item in read["interviews/P2-1.txt"] if isinstance(item, Problem)] == ["error"]
    assert len(read) == 2


def test_a_study_yaml_that_is_a_link_out_of_its_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere.yaml").write_text("id: a\n")
    (tmp_path / "study").mkdir()
    (tmp_path / "study" / "study.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    with pytest.raises(GraphmodelError, match="leads out of the study folder"):
        open_folder(tmp_path / "study")


def test_folders_that_are_in_the_way_or_closed(tmp_path: Path) -> None:
    _folder(tmp_path, {"study.yaml": "id: a\n", "codebook.csv/x.txt": "x", "sketches/a.png": "x"})
    assert _told(open_folder(tmp_path)) == [("error", "codebook.csv")]


def test_a_name_that_is_no_text_is_told_and_passed_over(tmp_path: Path) -> None:
    _folder(tmp_path, {"study.yaml": "id: a\n", "interviews/P1.txt": "x"})
    Path(os.fsdecode(os.fsencode(tmp_path / "interviews") + b"/P\xff.txt")).write_text("x")
    folder = open_folder(tmp_path)
    assert _told(folder) == [("flag", "interviews")]
    assert "\N{REPLACEMENT CHARACTER}" in folder.problems[0].message
    assert [source.name for source in folder.sources if source.kind is Kind.TRANSCRIPT] == ["interviews/P1.txt"]


def test_names_of_files_are_one_on_every_system(tmp_path: Path) -> None:
    folder = _folder(tmp_path, {"study.yaml": "id: a\n", "interviews/Rene\u0301.txt": "x"})
    assert folder.sources[-1].name == "interviews/Ren\u00e9.txt"


@pytest.mark.parametrize(
    ("content", "hint"), [(None, "graphmodel new"), ("title: x\n", "id"), ("a: [\n", "indentation")]
)
def test_a_folder_without_a_usable_study(tmp_path: Path, content: str | None, hint: str) -> None:
    if content:
        (tmp_path / "study.yaml").write_text(content)
    with pytest.raises(GraphmodelError) as caught:
        open_folder(tmp_path)
    assert hint in (caught.value.hint or "")


def test_no_such_folder(tmp_path: Path) -> None:
    with pytest.raises(GraphmodelError, match="no such folder"):
        open_folder(tmp_path / "absent")


def test_the_nearest_study_at_or_above(tmp_path: Path) -> None:
    _folder(
        tmp_path / "a", {"study.yaml": "id: a\n", "interviews/P1.txt": "x", "b/study.yaml": "id: b\n", "b/c/d.txt": "x"}
    )
    assert find_study_root(tmp_path / "a") == tmp_path / "a"
    assert find_study_root(tmp_path / "a/interviews/P1.txt") == tmp_path / "a"
    assert find_study_root(tmp_path / "a/b/c/d.txt") == tmp_path / "a/b"
    assert find_study_root(tmp_path / "a/not/yet/there.txt") == tmp_path / "a"
    assert find_study_root(tmp_path) is None


def test_one_file_is_read_as_its_folder_reads_it(tmp_path: Path) -> None:
    folder = _folder(tmp_path, FILES)
    path = tmp_path / "interviews/second.txt"
    assert source_of(path, tmp_path) == next(source for source in folder.sources if source.path == path)


def test_one_file_is_found_by_any_path_to_it(tmp_path: Path) -> None:
    _folder(tmp_path / "a", FILES)
    (tmp_path / "link").symlink_to(tmp_path / "a")
    for path in (tmp_path / "a/memos/../interviews/second.txt", tmp_path / "link/interviews/second.txt"):
        assert source_of(path, tmp_path / "a").name == "interviews/second.txt"


def test_one_file_that_no_folder_names_is_read_by_what_it_looks_like(tmp_path: Path) -> None:
    _folder(tmp_path, FILES | {"more.csv": "interview,quote,codes\n"})
    source = source_of(tmp_path / "more.csv", tmp_path)
    assert (source.kind, source.root, source.name) == (Kind.CODINGS, tmp_path, "more.csv")
    outside = tmp_path.parent / f"{tmp_path.name}.txt"
    outside.write_text("I: a")
    source = source_of(outside, tmp_path)
    assert (source.kind, source.root, source.name) == (Kind.TRANSCRIPT, None, outside.name)


def test_the_demo_study_loads_without_a_problem() -> None:
    demo = Path(__file__).parents[2] / "examples" / "from-the-same-mad-planet"
    folder = open_folder(demo)
    assert [str(problem) for problem in folder.problems] == []
    assert [str(item) for source in folder.sources for item in source.read() if isinstance(item, Problem)] == []


def test_projects_of_other_programs_are_sources_where_study_yaml_names_them(tmp_path: Path) -> None:
    (tmp_path / "tool").mkdir()
    (tmp_path / "tool" / "cafe.qdpx").write_bytes(rich(Writer()))
    (tmp_path / "codebook.qdc").write_bytes(codebook(Writer(seed="book")))
    named = FILES | {"study.yaml": "id: a\nsources:\n  - {file: tool/cafe.qdpx, use: [Codings, codebook]}\n"}
    folder = _folder(tmp_path, named | {"interviews/Interview-01.txt": "Maya: Words of our own."})
    assert folder.problems == ()
    projects = [source for source in folder.sources if source.kind is Kind.PROJECT]
    assert [(source.name, source.format.module, source.use) for source in projects] == [
        ("codebook.qdc", "loaders.refi_qdc", ()),
        ("tool/cafe.qdpx", "loaders.refi", ("codings", "codebook")),
    ]
    read = list(projects[1].read())
    assert {type(item) for item in read} == {Concept, Coding, Researcher, Problem}
    selectors = {item.selector.quote: item.selector for item in read if isinstance(item, Coding)}
    assert selectors["I liked that"] == QuoteSelector("I liked that")


def test_a_project_that_cannot_be_used_is_an_error_at_its_entry(tmp_path: Path) -> None:
    entries = "id: a\nsources:\n  - ../out.qdpx\n  - {file: gone.qdpx}\n  - {file: notes.txt}\n  - {use: [codings]}\n"
    folder = _folder(tmp_path, FILES | {"study.yaml": entries, "notes.txt": "x"})
    errors = [problem for problem in folder.problems if problem.severity is Severity.ERROR]
    assert [problem.message.replace(str(tmp_path), "") for problem in errors] == [
        "the project ../out.qdpx lies outside the study folder",
        "there is no project gone.qdpx",
        "notes.txt is no project of another program but a text transcript",
    ]
