"""The values of a question's parameters: read from text by their declared type, names found in the study."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from graphmodel.errors import GraphmodelError
from graphmodel.graph.attributes import attribute
from graphmodel.lookup import CONCEPT, INTERVIEW, MEMO, PARTICIPANT, RETIRED, Names, did_you_mean, nearest
from graphmodel.names import fold
from graphmodel.question_files import Parameter

NAMED_KINDS = {
    "concept": (CONCEPT,),
    "any concept": (CONCEPT, RETIRED),
    "participant": (PARTICIPANT,),
    "interview": (INTERVIEW,),
    "memo": (MEMO,),
}
_BOOLEANS = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def read_value(parameter: Parameter, given: object, names: Callable[[], Names], attributes: Sequence[str]) -> object:
    """The value that is sent for a parameter: `given` itself, or what it says as text.

    `names` reads the study's names, and is called only where one is looked up; `attributes` are the participants'
    as `header: type`. A thing that a name stands for is sent as its key. Raises GraphmodelError where the text is not
    of the parameter's type, or names nothing.
    """
    if given is None:
        return None
    if parameter.type in NAMED_KINDS:
        return names().find(str(given), *NAMED_KINDS[parameter.type]).key
    if parameter.type == "attribute":
        return _attribute(str(given), attributes)
    if parameter.type == "integer":
        return _integer(parameter.name, given)
    if parameter.type == "boolean":
        return _boolean(parameter.name, given)
    return _date(parameter.name, str(given)) if parameter.type == "date" else str(given)


def _integer(name: str, given: object) -> int:
    if isinstance(given, int) and not isinstance(given, bool):
        return given
    if not re.fullmatch(r"\s*-?\d{1,18}\s*", str(given)):
        raise GraphmodelError(f"`{name}` is not a whole number: `{given}`", f"write it as `{name}=3`")
    return int(str(given))


def _boolean(name: str, given: object) -> bool:
    if isinstance(given, bool):
        return given
    if fold(str(given)) not in _BOOLEANS:
        raise GraphmodelError(
            f"`{name}` is neither true nor false: `{given}`", f"write `{name}=true` or `{name}=false`"
        )
    return _BOOLEANS[fold(str(given))]


def _date(name: str, given: str) -> str:
    found = _DATE.fullmatch(given.strip())
    if not found or not _exists(*(int(part) if part else 1 for part in found.groups())):
        raise GraphmodelError(f"`{name}` is not a date: `{given}`", "write it as `2015-04-02`, `2015-04` or `2015`")
    return given.strip()


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _attribute(given: str, attributes: Sequence[str]) -> str:
    headers: Mapping[str, str] = {
        attribute(header): header for header in (each.rsplit(":", 1)[0] for each in attributes)
    }
    for name in (given, attribute(given)):
        if name in headers:
            return name
    listed = "they are " + ", ".join(f"`{each}`" for each in headers.values())
    raise GraphmodelError(
        f"participants have no attribute `{given}`",
        did_you_mean(nearest(given, headers.values())) or (listed if headers else "the participants table has none"),
    )
