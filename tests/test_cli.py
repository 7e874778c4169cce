"""What a user types and what comes of it: the graph, the two streams, the exit status."""

from __future__ import annotations

import csv
import io
import json
import shlex
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

import cli
from graphmodel.database import Database
from tests.small_study import NOT_QUOTABLE, QUOTABLE, make_study

PROGRAM = typer.main.get_command(cli.app)


def run(*arguments: str | Path, typed: str | None = None) -> Result:
    return CliRunner().invoke(cli.app, [str(each) for each in arguments], input=typed)


def rows(*arguments: str | Path) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(run(*arguments, "--format", "json").stdout)["rows"]
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_study(tmp_path / "small")


@pytest.fixture
def loaded(graph: Database, folder: Path) -> Path:
    assert run("load", folder).exit_code == 0
    return folder


def commands() -> dict[str, typer.core.TyperCommand]:
    found = {}
    for name, command in PROGRAM.commands.items():
        below = getattr(command, "commands", None)
        found |= {f"{name} {each}": sub for each, sub in below.items()} if below else {name: command}
    return found


@pytest.mark.parametrize("name", commands())
def test_each_command_has_a_help_and_an_example_that_is_typed_right(name: str) -> None:
    command = commands()[name]
    assert command.help
    example = shlex.split(str(command.epilog).removeprefix("Example:").replace("…", "x"))
    assert example[: 1 + len(name.split())] == ["graphmodel", *name.split()]
    assert command.make_context(name, example[1 + len(name.split()) :])


@pytest.mark.parametrize("name", commands())
def test_help_of_each_command_fits_a_terminal_of_80_columns(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    result = run(*name.split(), "--help")
    assert result.exit_code == 0
    assert max(map(len, result.stdout.splitlines())) <= 80


@pytest.mark.parametrize(
    "arguments", [("laod",), ("load",), ("load", "x", "--no-such"), ("studies", "--format", "xml"), ("remove",)]
)
def test_a_mistake_in_typing_ends_with_2_and_says_what_explains_the_command(arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.stderr.startswith("error: ")
    assert "--help` explains" in result.stderr
    assert result.stdout == ""


def test_a_load_shows_what_is_new_and_a_second_one_has_nothing_to_do(graph: Database, folder: Path) -> None:
    first = run("load", folder)
    assert first.exit_code == 0
    assert "small loaded" in first.stdout
    assert "6 concepts" in first.stdout
    assert "Made up for tests." in first.stderr
    assert graph.read("MATCH (c:Concept {study: 'small'}) RETURN count(c) AS n") == [{"n": 6}]
    second = run("load", folder)
    assert second.exit_code == 0
    assert "nothing to do" in second.stdout


def test_a_dry_run_shows_the_same_and_writes_nothing(graph: Database, folder: Path) -> None:
    result = run("load", folder, "--dry-run")
    assert result.exit_code == 0
    assert "nothing was written" in result.stdout
    assert "6 concepts" in result.stdout
    assert graph.read("MATCH (n) RETURN count(n) AS n") == [{"n": 0}]


def test_a_changed_codebook_is_told_in_detail(loaded: Path) -> None:
    book = loaded / "codebook.csv"
    book.write_text(book.read_text().replace("Friend and professional at once", "Two things at once"))
    result = run("load", loaded)
    assert "~ codebook" in result.stdout
    assert "Dual roles" in result.stdout
    assert "documents unchanged" in result.stdout


def test_a_file_that_has_gone_takes_its_document_along(loaded: Path, graph: Database) -> None:
    (loaded / "memos" / "between.md").unlink()
    result = run("load", loaded)
    assert "- memo" in result.stdout
    assert graph.read("MATCH (m:Memo) RETURN count(m) AS n") == [{"n": 0}]


def test_what_is_flagged_is_loaded_named_with_its_row_and_ends_with_1(loaded: Path) -> None:
    with (loaded / "codings.csv").open("a") as table:
        table.write("P01-1,These words are nowhere.,Like a friend,AB,2015-04-02,\n")
    result = run("load", loaded)
    assert result.exit_code == 1
    assert "codings.csv" in result.stderr
    assert "flag row 6: " in result.stderr


def test_what_cannot_be_loaded_ends_with_2_names_its_places_and_leaves_the_graph(graph: Database, folder: Path) -> None:
    (folder / "codings.csv").write_text("interview,quote\nP01-1,words\n")
    result = run("load", folder)
    assert result.exit_code == 2
    assert "error: nothing was loaded" in result.stderr
    assert "codings.csv" in result.stderr
    assert "hint: " in result.stderr
    assert "Traceback" not in result.output
    assert graph.read("MATCH (n) RETURN count(n) AS n") == [{"n": 0}]


def test_a_long_list_of_problems_is_cut_until_all_are_asked_for(loaded: Path) -> None:
    with (loaded / "codings.csv").open("a") as table:
        table.writelines(f"P01-1,Words {number} are nowhere.,Like a friend,AB,,\n" for number in range(30))
    cut = run("load", loaded, "--dry-run")
    assert "`--problems all`" in cut.stderr
    whole = run("load", loaded, "--dry-run", "--problems", "all")
    assert whole.stderr.count("flag row") >= 30
    assert run("load", loaded, "--problems", "some").exit_code == 2


def test_a_load_as_json_is_the_whole_report(graph: Database, folder: Path) -> None:
    report = json.loads(run("load", folder, "--format", "json").stdout)
    assert report["study"] == "small"
    assert report["notices"] == ["Made up for tests."]
    assert {document["status"] for document in report["documents"]} == {"new"}


def test_a_path_that_is_not_there_is_an_error(graph: Database, tmp_path: Path) -> None:
    result = run("load", tmp_path / "nowhere")
    assert result.exit_code == 2
    assert "nowhere" in result.stderr


def test_studies_in_each_form(loaded: Path, tmp_path: Path) -> None:
    assert "A small study" in run("studies").stdout
    assert rows("studies")[0]["concepts"] == 6
    assert next(csv.DictReader(io.StringIO(run("studies", "--format", "csv").stdout)))["study"] == "small"
    assert run("studies", "--format", "md").stdout.splitlines()[-1].startswith("| small |")
    written = run("studies", "-o", tmp_path / "studies.json")
    assert written.stdout == ""
    assert json.loads((tmp_path / "studies.json").read_text())["rows"][0]["study"] == "small"


def test_no_study_yet_says_what_to_type(graph: Database) -> None:
    assert "graphmodel demo" in run("studies").stdout


def test_removing_asks_first(loaded: Path, graph: Database) -> None:
    declined = run("remove", "small", typed="n\n")
    assert declined.exit_code == 2
    assert graph.read("MATCH (s:Study) RETURN s.key AS key") == [{"key": "small"}]
    assert run("remove", "small", typed="y\n").exit_code == 0
    assert graph.read("MATCH (n) RETURN count(n) AS n") == [{"n": 0}]


def test_removing_without_being_asked(loaded: Path, graph: Database) -> None:
    assert run("remove", "small", "--yes").exit_code == 0
    assert graph.read("MATCH (n) RETURN count(n) AS n") == [{"n": 0}]


def test_removing_a_study_that_is_not_there_names_those_that_are(loaded: Path) -> None:
    result = run("remove", "smal", "--yes")
    assert result.exit_code == 2
    assert "small" in result.stderr.splitlines()[-1]


def test_questions_are_listed_searched_explained_and_shown() -> None:
    assert "find_narrow_themes" in run("ask").stdout
    found = rows("ask", "--search", "negative case sought")
    assert found[0]["name"] == "find_untested_themes"
    assert "fewer" in run("ask", "find_narrow_themes", "--about").stdout
    assert "MATCH" in run("ask", "find_narrow_themes", "--explain").stdout
    assert run("ask", "no_such_question").exit_code == 2


def test_a_question_answers_about_the_only_study(loaded: Path) -> None:
    result = run("ask", "ground_theme", "--param", "concept=dual roles")
    assert result.exit_code == 0
    assert "P01" in result.stdout
    assert "Made up for tests." in result.stderr


def test_a_near_miss_is_answered_with_the_name_that_was_meant(loaded: Path) -> None:
    result = run("ask", "ground_theme", "--param", "concept=Dual rolls")
    assert result.exit_code == 2
    assert "`Dual roles`" in result.stderr
    assert "did you mean `concept`" in run("ask", "ground_theme", "--param", "concpt=x").stderr
    assert "gives no value" in run("ask", "ground_theme", "--param", "concept").stderr


def test_cypher_reads(loaded: Path) -> None:
    found = rows("cypher", "MATCH (t:Theme) WHERE size(t.name) > $n RETURN t.name AS name", "--param", "n=10")
    assert found == []
    assert rows("cypher", "MATCH (t:Theme {name: $name}) RETURN count(t) AS n", "--param", "name=Dual roles") == [
        {"n": 1}
    ]
    assert "(Theme Dual roles)" in run("cypher", "MATCH (t:Theme) RETURN t ORDER BY t.name DESC").stdout


def test_cypher_does_not_write(loaded: Path, graph: Database) -> None:
    result = run("cypher", "MATCH (n) DETACH DELETE n")
    assert result.exit_code == 2
    assert "may only read" in result.stderr
    assert graph.read("MATCH (s:Study) RETURN count(s) AS n") == [{"n": 1}]


def test_cypher_that_is_none_is_an_error_with_the_server_s_reason(loaded: Path) -> None:
    result = run("cypher", "MATCH (n RETURN n")
    assert result.exit_code == 2
    assert "not Cypher" in result.stderr


def test_a_new_study_loads_as_it_is(graph: Database, tmp_path: Path) -> None:
    made = run("new", tmp_path / "my-study", "--title", "Mine")
    assert made.exit_code == 0
    assert f"graphmodel load {tmp_path / 'my-study'}" in made.stdout
    assert run("load", tmp_path / "my-study").exit_code == 0
    assert rows("studies")[0]["title"] == "Mine"


def test_a_new_study_never_overwrites_one(folder: Path) -> None:
    before = (folder / "study.yaml").read_bytes()
    assert run("new", folder).exit_code == 2
    assert (folder / "study.yaml").read_bytes() == before


def test_a_server_that_is_not_there_and_a_wrong_password_are_different_errors(graph: Database) -> None:
    nobody = run("studies", "--uri", "bolt://localhost:1")
    assert nobody.exit_code == 2
    assert "no Neo4j answers" in nobody.stderr
    uri = graph.settings.uri
    stranger = run("studies", "--uri", uri, "--username", graph.settings.username, "--password", "wrong")
    assert stranger.exit_code == 2
    assert "refuses the user name or password" in stranger.stderr


def test_browse_says_where_and_how_to_sign_in(graph: Database) -> None:
    shown = run("browse", "--no-open").stdout
    assert "/browser/" in shown
    assert graph.settings.username in shown
    assert str(graph.settings.password) not in shown


def test_server_commands_tell_how_it_is(environment: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GRAPHMODEL_HOME", str(tmp_path / "home"))
    assert json.loads(run("server", "status", "--format", "json").stdout)["running"] is False
    assert run("server", "path").stdout.strip() == str(tmp_path / "home")
    assert "no local Neo4j was running" in run("server", "stop").stdout
    assert "has not printed anything" in run("server", "logs").stdout
    assert run("server", "password").exit_code == 2
    assert not (tmp_path / "home").exists()
