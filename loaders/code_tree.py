"""The code tree of a program's project: codes by the program's own keys, and what they are called in the records."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID, uuid5

from graphmodel.errors import Place, Problem, Severity
from graphmodel.graph.concept_paths import fold_path
from graphmodel.names import fold
from graphmodel.records import Concept
from loaders.distinct import Distinct

_MOST_ABOVE = 100
_SPACE = UUID("6f4a1e0e-52a5-5b1c-9c55-3f0c35f6a2d7")


def made_guid(*facts: object) -> str:
    """A GUID for a code of a program that keeps none: the same for the same facts."""
    return str(uuid5(_SPACE, "/".join(map(str, facts))))


@dataclass(slots=True)
class _Code:
    written: str
    parents: list[Hashable]
    definition: str | None
    guids: tuple[str, ...]
    was: tuple[str, ...]
    place: Place
    name: str = ""


class CodeTree:
    """Codes and categories with their parents. Names are given when all are added."""

    def __init__(self) -> None:
        self._codes: dict[Hashable, _Code] = {}
        self._problems: list[Problem] = []
        self._counts: Counter[str] = Counter()

    def add(
        self,
        key: Hashable,
        name: str | None,
        parents: Sequence[Hashable],
        place: Place,
        definition: str | None = None,
        guids: tuple[str, ...] = (),
        was: tuple[str, ...] = (),
    ) -> None:
        """Add a code. `key` is the program's own, `parents` are keys, the first-named first."""
        written = " ".join((name or "").split()) or "code without a name"
        self._codes[key] = _Code(written, list(parents), definition, guids, was, place)

    def __contains__(self, key: Hashable) -> bool:
        return key in self._codes

    def name(self, key: Hashable) -> str:
        """What other records call the code: its name, or its path where several have that name."""
        code = self._codes[key]
        return code.name if self._counts[fold(code.name)] == 1 else " > ".join(self._path(key))

    def records(self) -> Iterator[Concept | Problem]:
        """The concepts in the order in which they were added, and what had to be changed to make a tree of them."""
        self._correct_parents()
        self._give_names()
        yield from self._problems
        for code in self._codes.values():
            yield Concept(
                name=code.name,
                parents=tuple(self.name(parent) for parent in code.parents),
                definition=code.definition,
                guids=code.guids,
                was=code.was,
                place=code.place,
            )

    def _correct_parents(self) -> None:
        for key, code in self._codes.items():
            for parent in dict.fromkeys(code.parents):
                if parent not in self._codes:
                    self._drop(code, parent, "names a parent that the project does not hold")
                elif found := self._wrong_above(parent, key):
                    self._drop(code, parent, found)

    def _drop(self, code: _Code, parent: Hashable, why: str) -> None:
        code.parents.remove(parent)
        message = f"`{code.written}` {why}, and is read without it"
        self._problems.append(Problem(Severity.FLAG, message, code.place, "Mend it in the program that made the file"))

    def _wrong_above(self, parent: Hashable, key: Hashable) -> str | None:
        """What is wrong with a parent by what stands above it."""
        waiting, seen = [parent], {parent}
        while waiting:
            above = waiting.pop()
            if above == key:
                return "is its own ancestor"
            if len(seen) > _MOST_ABOVE:
                return f"has more than {_MOST_ABOVE} codes above it"
            further = [each for each in self._codes[above].parents if each in self._codes and each not in seen]
            seen.update(further)
            waiting += further
        return None

    def _give_names(self) -> None:
        names: defaultdict[Hashable, Distinct] = defaultdict(Distinct)
        for code in self._codes.values():
            code.name = names[code.parents[0] if code.parents else None].name(code.written)
            if code.name != code.written:
                message = f"several codes are called `{code.written}` side by side; this one is read as `{code.name}`"
                self._problems.append(Problem(Severity.NOTE, message, code.place))
        self._counts = Counter(fold(code.name) for code in self._codes.values())
        self._part_names_from_paths()

    def _part_names_from_paths(self) -> None:
        """A name that reads as the path of another code (`a > b`) is told apart by a number."""
        paths = Distinct(fold_path)
        for key, code in self._codes.items():
            named = self.name(key)
            number = paths.name(named).removeprefix(named)
            if number:
                code.name += number
                message = f"`{code.written}` reads as the path of another code, and is read as `{code.name}`"
                self._problems.append(Problem(Severity.NOTE, message, code.place))
                self._counts[fold(code.name)] += 1

    def _path(self, key: Hashable) -> list[str]:
        path: list[str] = []
        above: Hashable | None = key
        while above is not None:
            code = self._codes[above]
            path.insert(0, code.name)
            above = code.parents[0] if code.parents else None
        return path
