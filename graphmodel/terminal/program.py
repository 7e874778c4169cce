"""How a command ends: an exit status, and for what went wrong a sentence and a hint in place of a traceback."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from enum import IntEnum
from types import TracebackType
from typing import Any, NoReturn

import typer
from rich.text import Text
from typer.core import TyperGroup

from graphmodel.errors import GraphmodelError
from graphmodel.terminal.problems import SHOWN, limit_problems, print_error, print_hint
from graphmodel.terminal.streams import stderr, use_utf8, words


class Status(IntEnum):
    """Exit statuses: all done, done with something flagged, could not."""

    DONE = 0
    FLAGGED = 1
    FAILED = 2
    INTERRUPTED = 130


class Program(TyperGroup):
    """The root command. A subcommand returns None or a `Status`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Takes `--debug` wherever it stands."""
        end = args.index("--") if "--" in args else len(args)
        return super().parse_args(ctx, sorted(args[:end], key="--debug".__ne__) + args[end:])

    def main(self, args: Sequence[str] | None = None, *others: Any, **named: Any) -> NoReturn:
        """Runs the command and leaves the program with its status."""
        use_utf8()
        limit_problems(SHOWN)
        named = {"prog_name": "graphmodel"} | named | {"standalone_mode": False}
        debug = "--debug" in (sys.argv[1:] if args is None else args)
        if not debug:
            sys.excepthook = _report_fault
        try:
            status = super().main(args, *others, **named)
        except GraphmodelError as error:
            status = _report_error(error, debug=debug)
        except typer.TyperException as error:
            status = _report_usage(error)
        except typer.Abort:
            _print_sentence("stopped, and nothing was changed")
            status = Status.FAILED
        sys.exit(status if isinstance(status, int) else Status.DONE)


def _report_error(error: GraphmodelError, *, debug: bool) -> Status:
    if debug:
        traceback.print_exception(error)
    print_error(error)
    return Status.FAILED


def _report_usage(error: typer.TyperException) -> Status:
    sentence = error.format_message().rstrip(".")
    context = getattr(error, "ctx", None)
    if sentence and type(error).__name__ != "NoArgsIsHelpError":
        _print_sentence(sentence[:1].lower() + sentence[1:])
        if context is not None:
            print_hint(stderr(), f"`{context.command_path} --help` explains the command")
    return Status.FAILED


def _report_fault(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
    what = f"{kind.__name__}: {fault}" if str(fault) else kind.__name__
    _print_sentence(f"graphmodel stopped on a fault of its own: `{what}`")
    print_hint(stderr(), "run it again with `--debug` and report what it prints, which may hold words of your study")
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(Status.FAILED)


def _print_sentence(sentence: str) -> None:
    stderr().print(Text.assemble(("error: ", "bold red"), words(sentence)))
