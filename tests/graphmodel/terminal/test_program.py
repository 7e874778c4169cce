import pytest
import typer
from typer.testing import CliRunner

from graphmodel.errors import GraphmodelError
from graphmodel.terminal.program import Program, Status


def made() -> typer.Typer:
    app = typer.Typer(cls=Program)

    @app.callback()
    def root(debug: bool = False) -> None:
        """Root."""

    @app.command()
    def flag() -> Status:
        """Finds something."""
        return Status.FLAGGED

    @app.command()
    def fail() -> None:
        """Cannot."""
        raise GraphmodelError("the file is not there", "look elsewhere")

    @app.command()
    def interrupt() -> None:
        """Is stopped by the user."""
        raise KeyboardInterrupt

    @app.command()
    def fine(words: list[str]) -> None:
        """Works."""
        typer.echo(words)

    return app


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["fine", "x"], 0),
        (["flag"], 1),
        (["fail"], 2),
        (["interrupt"], 130),
        (["fine"], 2),
        (["nothing"], 2),
        (["fine", "x", "--no-such"], 2),
        ([], 2),
    ],
)
def test_the_exit_status_says_how_it_ended(arguments: list[str], status: int) -> None:
    assert CliRunner().invoke(made(), arguments).exit_code == status


def test_an_error_is_a_sentence_and_a_hint_without_a_traceback() -> None:
    result = CliRunner().invoke(made(), ["fail"])
    assert result.stderr == "error: the file is not there\n\nhint: look elsewhere\n"
    assert result.stdout == ""


@pytest.mark.parametrize("arguments", [["--debug", "fail"], ["fail", "--debug"]])
def test_debug_shows_the_traceback_wherever_it_stands(arguments: list[str]) -> None:
    result = CliRunner().invoke(made(), arguments)
    assert "Traceback" in result.stderr
    assert "error: the file is not there" in result.stderr


def test_debug_behind_a_double_dash_is_a_value() -> None:
    assert CliRunner().invoke(made(), ["fine", "--", "--debug"]).output == "['--debug']\n"


def test_a_mistyped_command_is_answered_with_the_one_that_was_meant() -> None:
    stderr = CliRunner().invoke(made(), ["fial"]).stderr
    assert stderr.startswith("error: no such command 'fial'. Did you mean 'fail'?\n\nhint: ")


def test_an_interruption_is_quiet() -> None:
    result = CliRunner().invoke(made(), ["interrupt"])
    assert result.output == ""
