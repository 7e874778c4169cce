"""py2neo without its ways to write: a graph whose every transaction is in READ mode, and models that only read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NoReturn

from graphmodel.errors import GraphmodelError

try:
    from py2neo import Graph
    from py2neo import ogm as py2neo_ogm
except ImportError as error:
    raise GraphmodelError(
        "py2neo, which the models need, is not installed", "install graphmodel with its extra `notebook`"
    ) from error


def refuse(*_: object, **__: object) -> NoReturn:
    """Raise the GraphmodelError that answers every attempt to change the graph from a notebook."""
    raise GraphmodelError(
        "the graph is only read from a notebook, so nothing was changed",
        "change the study's files and load them again: `graphmodel load FOLDER`",
    )


class ReadOnlyGraph(Graph):
    """A py2neo graph that cannot be written to: its own methods refuse, and the server refuses what Cypher tries."""

    create = merge = push = delete = delete_all = separate = refuse

    def auto(self, readonly: bool = True) -> Any:
        """A transaction of one statement, in READ mode whatever is asked for."""
        return super().auto(readonly=True)

    def begin(self, readonly: bool = True) -> Any:
        """A transaction in READ mode, whatever is asked for."""
        return super().begin(readonly=True)


class Property(py2neo_ogm.Property):
    """A property of a node, to be read."""

    def __set__(self, instance: object, value: object) -> NoReturn:
        refuse()


class _Related(py2neo_ogm.Related):
    def __get__(self, instance: Any, owner: type) -> Any:
        if instance is None:
            return self
        return tuple(sorted(super().__get__(instance, owner), key=lambda each: str(each.key)))


class RelatedTo(_Related, py2neo_ogm.RelatedTo):
    """The models that relationships lead to: a tuple, in order of their keys."""


class RelatedFrom(_Related, py2neo_ogm.RelatedFrom):
    """The models that relationships come from: a tuple, in order of their keys."""


class Model(py2neo_ogm.Model):
    """A node as an object. It comes from the graph and never goes back there."""

    __primarykey__ = "key"

    key = Property()
    study = Property()
    name = Property()
    caption = Property()
    status = Property()
    sources = Property()

    __db_create__ = __db_merge__ = __db_push__ = __db_delete__ = refuse

    def __init__(self) -> None:
        refuse()

    def __setattr__(self, name: str, value: object) -> None:
        if not name.startswith("_"):
            refuse()
        super().__setattr__(name, value)

    def __hash__(self) -> int:
        return hash(self.key)

    def __iter__(self) -> Iterator[tuple[str, Any]]:
        """Names and values of all properties of the node, so that `dict(model)` holds them."""
        return iter(sorted(self.__node__.items()))
