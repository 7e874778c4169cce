"""What a user types and what comes of it: the graph, the two streams, the exit status."""

from __future__ import annotations

import csv
import io
import json
import shlex
from pathlib import Path
from threading import Thread

import pytest
import typer
import urllib3
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


def test_an_error_with_many_problems_is_cut_the_same_way(graph: Database, folder: Path) -> None:
    with (folder / "codings.csv").open("a") as table:
        table.writelines("P01-1,words,Like a friend,AB,,,one,cell,too,many\n" for _ in range(30))
    cut = run("load", folder)
    assert cut.exit_code == 2
    assert cut.stderr.count("error row") == 20
    assert "and 10 more" in cut.stderr
    assert run("load", folder, "--problems", "all").stderr.count("error row") == 30


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


def test_themes_are_one_line_each_with_what_they_rest_on(loaded: Path) -> None:
    result = run("themes")
    line = next(line for line in result.stdout.splitlines() if line.startswith("Dual roles"))
    assert line.split() == ["Dual", "roles", "1", "2", "2", "1", "1", "of", "2", "1", "0"]
    assert "Made up for tests." in result.stderr
    dual = next(row for row in rows("themes") if row["theme"] == "Dual roles")
    assert (dual["excerpts"], dual["participants"], dual["of"], dual["negativeCases"]) == (2, 1, 2, 1)


def test_a_trace_goes_from_the_theme_to_the_words(loaded: Path) -> None:
    result = run("trace", "dual roles")
    assert result.exit_code == 0
    for part in ("Being friends", "Like a friend", QUOTABLE, "P01", "P01-1", "AB 2015-04-02", "In between"):
        assert part in result.stdout
    assert "Made up for tests." in result.stderr


def test_a_trace_takes_a_name_of_several_words_without_quotation_marks(loaded: Path) -> None:
    assert QUOTABLE in run("trace", "Dual", "roles", "--quotes", "all").stdout


def test_depth_and_quotes_bound_a_trace(loaded: Path) -> None:
    shallow = run("trace", "Dual roles", "--depth", "1").stdout
    assert QUOTABLE not in shallow
    assert "2 more below" in shallow
    assert "… 1 more coded here" in run("trace", "Like a friend", "--quotes", "0").stdout
    assert run("trace", "Dual roles", "--quotes", "few").exit_code == 2


def test_a_near_miss_of_a_concept_is_answered_with_its_name(loaded: Path) -> None:
    result = run("trace", "Dual rolls")
    assert result.exit_code == 2
    assert "did you mean `Dual roles`?" in result.stderr


def test_the_terminal_shows_all_words_and_marks_those_not_to_be_quoted(loaded: Path) -> None:
    shown = run("trace", "Disclosure").stdout
    assert NOT_QUOTABLE in shown
    assert "not to be quoted" in shown


@pytest.mark.parametrize("form", ["json", "csv", "md"])
def test_machine_formats_leave_out_words_not_to_be_quoted_unless_asked(loaded: Path, form: str) -> None:
    assert NOT_QUOTABLE not in run("trace", "Disclosure", "--format", form).stdout
    assert QUOTABLE in run("trace", "Dual roles", "--format", form).stdout
    assert NOT_QUOTABLE in run("trace", "Disclosure", "--format", form, "--all-words").stdout
    asked = ("ask", "trace_quote", "--param", "text=told me about his own time", "--format", form)
    assert NOT_QUOTABLE not in run(*asked).stdout


def test_a_file_leaves_out_words_not_to_be_quoted_unless_asked(loaded: Path, tmp_path: Path) -> None:
    file = tmp_path / "trace.txt"
    run("trace", "Disclosure", "-o", file)
    assert NOT_QUOTABLE not in file.read_text()
    assert "words left out" in file.read_text()
    run("trace", "Disclosure", "-o", file, "--all-words")
    assert NOT_QUOTABLE in file.read_text()


def test_a_trace_as_json_is_the_tree_and_carries_the_notice(loaded: Path) -> None:
    data = json.loads(run("trace", "Dual roles", "--format", "json").stdout)
    assert data["notices"] == ["Made up for tests."]
    below = data["concept"]["children"][0]["children"]
    assert {code["name"] for code in below} == {"Like a friend", "Not knowing where we stand"}
    assert data["concept"]["negative_cases"][0]["withheld"] == "consent"


def test_a_sound_graph_passes_the_check_and_a_broken_one_does_not(loaded: Path, graph: Database) -> None:
    assert run("check").exit_code == 0
    graph.write(lambda tx: tx.run("MATCH (e:Excerpt)-[f:FROM]->() DELETE f").consume())
    broken = run("check")
    assert broken.exit_code == 1
    assert "→ " in broken.stdout


def test_one_study_needs_no_name_and_two_do(loaded: Path, tmp_path: Path) -> None:
    other = make_study(tmp_path / "other")
    (other / "study.yaml").write_text("id: other\ntitle: Another\nresearchers: [AB]\n")
    assert run("load", other).exit_code == 0
    unnamed = run("themes")
    assert unnamed.exit_code == 2
    assert "`--study`: `other`, `small`" in unnamed.stderr
    assert run("themes", "--study", "SMALL").exit_code == 0


def test_the_demo_loads_shows_and_says_that_it_is_synthetic(graph: Database) -> None:
    result = run("demo")
    assert result.exit_code == 0
    for part in ("Its themes", "Dual roles", "interview P0", "Synthetic", "graphmodel trace", "graphmodel new"):
        assert part in result.stdout
    assert "nothing to do" in run("demo").stdout


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


def test_browse_names_what_it_does_not_find(loaded: Path) -> None:
    unknown = run("browse", "--no-open", "Dual", "rolls")
    assert unknown.exit_code == 2
    assert "did you mean `Dual roles`?" in unknown.stderr
    assert run("browse", "--no-open", "--ask", "no_such_question").exit_code == 2
    both = run("browse", "--no-open", "Dual roles", "--ask", "find_orphans")
    assert "a theme and a question were both named" in both.stderr


def test_browse_writes_a_kit_for_other_browsers(loaded: Path, tmp_path: Path) -> None:
    kit = tmp_path / "kit"
    assert run("browse", "--kit", kit).exit_code == 0
    assert "Made up for tests." in (kit / "README.txt").read_text(encoding="utf-8")
    assert run("browse", "--kit", kit).exit_code == 0
    (kit / "notes.txt").write_text("mine", encoding="utf-8")
    assert run("browse", "--kit", kit).exit_code == 2


def test_a_map_is_a_page_with_the_words_that_may_be_quoted_and_no_others(loaded: Path, tmp_path: Path) -> None:
    result = run("map", "dual", "roles", "-o", tmp_path / "theory.html")
    assert result.exit_code == 0, result.stderr
    assert "Made up for tests." in result.stderr
    page = (tmp_path / "theory.html").read_text(encoding="utf-8")
    assert QUOTABLE in page
    assert NOT_QUOTABLE not in page


def test_a_map_of_nothing_known_is_answered_with_the_name_that_was_meant(loaded: Path, tmp_path: Path) -> None:
    result = run("map", "dual rols", "-o", tmp_path / "theory.html")
    assert result.exit_code == 2
    assert "did you mean `Dual roles`?" in result.stderr
    assert not (tmp_path / "theory.html").exists()


def test_server_commands_tell_how_it_is(environment: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GRAPHMODEL_HOME", str(tmp_path / "home"))
    assert json.loads(run("server", "status", "--format", "json").stdout)["running"] is False
    assert run("server", "path").stdout.strip() == str(tmp_path / "home")
    assert "no local Neo4j was running" in run("server", "stop").stdout
    assert "has not printed anything" in run("server", "logs").stdout
    assert run("server", "password").exit_code == 2
    assert not (tmp_path / "home").exists()


def test_a_question_opens_in_the_browser(loaded: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    handed: list[dict[str, str]] = []

    def fetch(url: str) -> bool:
        page, _, ticket = url.partition("#k=")
        port, _, token = ticket.partition(".")
        origin = {"Origin": page.removesuffix("/browser/")}
        address = f"http://127.0.0.1:{port}/{token}"
        Thread(target=lambda: handed.append(urllib3.request("GET", address, headers=origin).json())).start()
        return True

    monkeypatch.setattr("webbrowser.open", fetch)

    assert run("ask", "find_orphans", "--browser").exit_code == 0
    assert "orphan" in handed[0]["opening"].lower()
