"""Option groups: a dataclass holds options that many commands share, and a command takes it as one argument."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Mapping
from dataclasses import is_dataclass
from typing import TypeVar, get_type_hints

import typer

Result = TypeVar("Result")


def command(app: typer.Typer, example: str) -> Callable[[Callable[..., Result]], Callable[..., Result]]:
    """Registers a function as a command of its own name, its option groups spread out, an example in its help."""

    def register(function: Callable[..., Result]) -> Callable[..., Result]:
        app.command(epilog=f"Example:  {example}")(spread(function))
        return function

    return register


def spread(command: Callable[..., Result]) -> Callable[..., Result]:
    """The command with each argument that is a dataclass replaced by the dataclass's fields, each an option."""
    hints = get_type_hints(command, include_extras=True)
    groups = {name: hint for name, hint in hints.items() if is_dataclass(hint) and isinstance(hint, type)}
    own = [
        parameter.replace(annotation=hints[name], kind=inspect.Parameter.KEYWORD_ONLY)
        for name, parameter in inspect.signature(command).parameters.items()
        if name not in groups
    ]
    parameters = own + [parameter for group in groups.values() for parameter in _options(group)]

    @functools.wraps(command)
    def with_groups(**values: object) -> Result:
        made = {name: gather(group, values) for name, group in groups.items()}
        return command(**made, **{parameter.name: values[parameter.name] for parameter in own})

    with_groups.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    with_groups.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    return with_groups


def gather(group: type[Result], values: Mapping[str, object]) -> Result:
    """The group made from those of the values that are its options."""
    return group(**{name: values[name] for name in inspect.signature(group).parameters if name in values})


def _options(group: type) -> list[inspect.Parameter]:
    hints = get_type_hints(group, include_extras=True)
    return [
        parameter.replace(annotation=hints[name], kind=inspect.Parameter.KEYWORD_ONLY)
        for name, parameter in inspect.signature(group).parameters.items()
    ]
