"""Hostile and broken files through the whole of a load, into a real graph: a message with the place, and nothing in the
graph changes."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from graphmodel.database import Database
from graphmodel.errors import GraphmodelError, Severity
from graphmodel.loading import load
from tests.graphmodel.snapshot import everything
from tests.loaders import golden
from tests.loaders.builders import documents, hostile, qualcoder, refi
from tests.loaders.builders.hostile import SECRET
from tests.loaders.builders.sqlite_file import changed
from tests.small_study import make_study

Harm = Callable[[Path], str]
"""Does something to a study folder, and gives the name of the file that is to be named."""


def _entity_in_word(folder: Path) -> str:
    parts = hostile.parts_of(documents.WORD)
    entity = hostile.doctypes(folder.parent / "secret.txt", 9)["file"]
    declared = hostile.declaring(parts["word/document.xml"], entity)
    (folder / "interviews/P01-1.txt").unlink()
    (folder / "interviews/P01-1.docx").write_bytes(hostile.with_part(documents.WORD, "word/document.xml", declared))
    return "P01-1.docx"


def _laughs_in_text_document(folder: Path) -> str:
    (folder / "interviews/P01-1.txt").unlink()
    laughs = hostile.doctypes(folder, 9)["laughs"].replace("{root}", "office:document-content")
    (folder / "interviews/P01-1.odt").write_bytes(documents.odt("<text:p>&x;</text:p>", laughs))
    return "P01-1.odt"


def _bomb_in_workbook(folder: Path) -> str:
    (folder / "codebook.csv").unlink()
    content = hostile.with_part(hostile.workbook(""), "xl/worksheets/sheet1.xml", b" " * (300 * 1024 * 1024))
    (folder / "codebook.xlsx").write_bytes(content)
    return "codebook.xlsx"


def _giant_in_workbook(folder: Path) -> str:
    (folder / "codebook.csv").unlink()
    rows = f'<row>{hostile.cell(1, 1, "code", None)}</row><row><c r="ZZZZZZ2"><v>1</v></c></row>'
    (folder / "codebook.xlsx").write_bytes(hostile.workbook(rows))
    return "codebook.xlsx"


def _noise(folder: Path) -> str:
    (folder / "codings.csv").write_bytes(bytes(range(256)) * 20)
    return "codings.csv"


def _emptied(folder: Path) -> str:
    (folder / "codings.csv").write_bytes(b"")
    return "codings.csv"


def _folder(folder: Path) -> str:
    (folder / "codings.csv").unlink()
    (folder / "codings.csv").mkdir()
    return "codings.csv"


def _link(folder: Path) -> str:
    (folder / "interviews/P01-1.txt").unlink()
    (folder / "interviews/P01-1.txt").symlink_to(folder.parent / "secret.txt")
    return "P01-1.txt"


def _name_of_a_page(folder: Path) -> str:
    with (folder / "codings.csv").open("a") as file:
        file.write(f"P01-1,She was like a friend to me.,{'a word ' * 2_000},AB,,\n")
    return "codings.csv, row 6"


def _view_in_project(folder: Path) -> str:
    named = "ALTER TABLE code_text RENAME TO kept", "CREATE VIEW code_text AS SELECT * FROM kept"
    changed(qualcoder.build(folder / "coded.qda"), *named)
    (folder / "study.yaml").write_text("id: small\nsources: [coded.qda]\n")
    return "coded.qda"


def _entity_in_project(folder: Path) -> str:
    content = refi.rich(refi.Writer())
    xml = hostile.declaring(hostile.parts_of(content)["project.qde"], hostile.doctypes(folder, 9)["laughs"])
    (folder / "coded.qdpx").write_bytes(hostile.with_part(content, "project.qde", xml))
    (folder / "study.yaml").write_text("id: small\nsources: [coded.qdpx]\n")
    return "coded.qdpx"


def _source_outside(folder: Path) -> str:
    shutil.copyfile(next(path for path in golden.samples() if path.suffix == ".qdpx"), folder.parent / "out.qdpx")
    (folder / "study.yaml").write_text("id: small\nsources: [../out.qdpx]\n")
    return "study.yaml, line 2"


HARMS = [
    _entity_in_word, _laughs_in_text_document, _bomb_in_workbook, _giant_in_workbook, _noise, _emptied, _folder, _link,
    _name_of_a_page, _view_in_project, _entity_in_project, _source_outside,
]  # fmt: skip


@pytest.mark.parametrize("harm", HARMS, ids=lambda harm: harm.__name__.strip("_"))
def test_a_hostile_file_is_named_and_the_graph_stays(graph: Database, tmp_path: Path, harm: Harm) -> None:
    (tmp_path / "secret.txt").write_text(f"Interviewer: {SECRET}?\n")
    folder = make_study(tmp_path / "study")
    load(graph, [folder])
    before = everything(graph)
    named = harm(folder)
    with pytest.raises(GraphmodelError) as caught:
        load(graph, [folder])
    errors = [problem for problem in caught.value.problems if problem.severity is Severity.ERROR]
    assert any(named in str(problem.place) for problem in errors)
    assert all(problem.hint for problem in errors)
    assert everything(graph) == before
    assert SECRET not in repr(before) + repr(caught.value.problems)


WORDS = (
    "'}) DETACH DELETE n //", "$study", "` MATCH (n) DETACH DELETE n", "{{7*7}}", "<script>alert(1)</script>", "[bold red]x[/]",
    "=cmd|' /C calc'!A0", "%s%n", "\N{RIGHT-TO-LEFT OVERRIDE}gnp.exe",
)  # fmt: skip


@pytest.mark.parametrize("words", WORDS)
def test_words_of_a_file_are_never_run(graph: Database, tmp_path: Path, words: str) -> None:
    """As a code, a name, a header and a text, they come back as they stood."""
    folder = make_study(tmp_path / "study")
    load(graph, [folder])
    count = len(everything(graph)[0])
    (folder / "participants.csv").write_text(f'participant,"{words}"\nP01,"{words}"\nP02,x\n', encoding="utf-8")
    with (folder / "codings.csv").open("a", encoding="utf-8") as file:
        file.write(f'P01-1,She was like a friend to me.,"{words}",AB,,\n')
    (folder / "memos/hostile.md").write_text(f"On {words}\n", encoding="utf-8")
    load(graph, [folder])
    names = {row["name"] for row in graph.read("MATCH (c:Concept) RETURN c.name AS name")}
    texts = {row["text"] for row in graph.read("MATCH (m:Memo) RETURN m.text AS text")}
    values = [value for row in graph.read("MATCH (p:Participant) RETURN p") for value in row["p"].values()]
    assert words in names
    assert any(words in text for text in texts)
    assert words in values
    assert len(everything(graph)[0]) > count
