from dataclasses import dataclass
from typing import Annotated

import typer
from typer.testing import CliRunner, Result

from graphmodel.terminal.groups import gather, spread


@dataclass(frozen=True)
class Where:
    host: Annotated[str, typer.Option(help="the host")] = "here"
    port: int = 1


def run(arguments: list[str]) -> Result:
    app = typer.Typer()

    @app.command()
    @spread
    def go(name: str, where: Where, loud: bool = False) -> None:
        """Go."""
        typer.echo((name, where.host, where.port, loud))

    return CliRunner().invoke(app, arguments)


def test_a_dataclass_becomes_options_and_comes_back_as_one_value() -> None:
    assert run(["x", "--host", "there", "--port", "7", "--loud"]).output == "('x', 'there', 7, True)\n"


def test_defaults_are_the_dataclass_s() -> None:
    assert run(["x"]).output == "('x', 'here', 1, False)\n"


def test_help_shows_the_options_of_the_group() -> None:
    assert "the host" in run(["--help"]).output


def test_gathering_leaves_other_values_aside() -> None:
    assert gather(Where, {"host": "there", "other": 3}) == Where("there", 1)
