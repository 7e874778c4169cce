"""YAML as plain text values that know their lines. Nothing is constructed, no dates, numbers or objects: 2016 stays
the text 2016, and a file can do nothing but be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from graphmodel.errors import Place, Problem, Severity
from loaders import vocabulary
from loaders.dates import NotADateError, iso_date
from loaders.safety import UnreadableError
from loaders.text import without_nul

MAX_YAML_LENGTH = 1_000_000
"""In characters: where there is nothing but signs, a parser takes half a minute and half a gigabyte for them."""
_NULL = "tag:yaml.org,2002:null"
_HINT = 'Check the indentation, and put text that holds a colon, # or brackets in "double quotes".'


@dataclass(slots=True)
class Section:
    """A mapping of a YAML file. What is asked of it that it cannot give becomes a problem; `leftovers` tells what
    was never asked for. `first_line` is the number of the text's first line in its file."""

    path: Path
    node: MappingNode | None
    problems: list[Problem]
    first_line: int = 1
    entries: dict[str, Node] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        for key, value in self.node.value if self.node else ():
            name = _text(key) if isinstance(key, ScalarNode) else ""
            if name in self.entries:
                self.error(f"`{name}` is given twice", key, "Keep one of them")
            self.entries[name] = value
            self.lines[name] = self._line(key)

    @property
    def place(self) -> Place:
        """Where the mapping begins."""
        return Place(self.path, line=self._line(self.node) if self.node else self.first_line)

    def has(self, key: str) -> bool:
        """Tell whether the key is there with a value."""
        self.asked.append(key)
        node = self.entries.get(key)
        return node is not None and not _empty(node)

    def text(self, key: str) -> str | None:
        """The text of a key, trimmed; None where it is absent or empty."""
        if not self.has(key):
            return None
        node = self.entries[key]
        if isinstance(node, ScalarNode):
            return _text(node) or None
        self.error(f"`{key}` should be one piece of text", node, _HINT)
        return None

    def needed(self, key: str) -> str | None:
        """The text of a key that must be there."""
        value = self.text(key)
        if value is None and not self._shape_reported(key):
            self.error(f"`{key}` is missing", self.node, f"Add a line `{key}: …`")
        return value

    def date(self, key: str) -> str | None:
        """An ISO date; None, with a flag, where it cannot be read as one date."""
        try:
            return iso_date(self.text(key) or "")
        except NotADateError as error:
            hint = "Write it as 2016-03-01, or as much of that as is known"
            self.problems.append(Problem(Severity.FLAG, f"{key}: {error}", self.place_of(key), hint))
            return None

    def number(self, key: str, smallest: int = 0) -> int | None:
        """A whole number."""
        text = self.text(key)
        if text is None or (text.isascii() and text.isdigit() and len(text) < 10 and int(text) >= smallest):
            return None if text is None else int(text)
        self.error(f"`{key}` should be a whole number from {smallest} on", self.entries[key], "Mend it, or take it out")
        return None

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; one text alone is a list of one."""
        return tuple(text for text, _ in self.placed_texts(key))

    def placed_texts(self, key: str) -> list[tuple[str, Place]]:
        """A list of texts with their places."""
        return [(_text(node), self._place(node)) for node in self._scalars(key) if _text(node)]

    def sections(self, key: str) -> list[Section]:
        """A list of mappings."""
        found = []
        for node in self._items(key):
            if isinstance(node, MappingNode):
                found.append(Section(self.path, node, self.problems, self.first_line))
            else:
                self.error(f"each of `{key}` should have keys and values", node, _HINT)
        return found

    def section(self, key: str) -> Section:
        """A mapping; an empty one where the key is absent."""
        node = self.entries.get(key) if self.has(key) else None
        if node is not None and not isinstance(node, MappingNode):
            self.error(f"`{key}` should have keys and values", node, _HINT)
        return Section(self.path, node if isinstance(node, MappingNode) else None, self.problems, self.first_line)

    def mixed(self, key: str) -> list[str | Section]:
        """A list of texts and mappings, in order."""
        found: list[str | Section] = []
        for node in self._items(key):
            if isinstance(node, MappingNode):
                found.append(Section(self.path, node, self.problems, self.first_line))
            elif isinstance(node, ScalarNode) and _text(node):
                found.append(_text(node))
        return found

    def pairs(self) -> dict[str, str]:
        """All keys with their texts; those that were read as lists are left out."""
        return {key: value for key in self.entries if key not in self.asked and (value := self.text(key))}

    def holds_list(self, key: str) -> bool:
        """Tell whether the value of a key is a list."""
        return isinstance(self.entries.get(key), SequenceNode)

    def closed(self, key: str, values: Sequence[str]) -> str | None:
        """A member of a closed set; a text that is not known is kept as written, and flagged."""
        text = self.text(key)
        if text is None:
            return None
        value = vocabulary.known(text, values)
        if value is None:
            message, hint = vocabulary.unknown(key, text, values)
            self.problems.append(Problem(Severity.FLAG, message, self.place_of(key), hint))
        return value or text

    def leftovers(self, severity: Severity = Severity.FLAG) -> None:
        """A problem for each key that was never asked for."""
        for name in self.entries:
            if name not in self.asked:
                near = get_close_matches(name, self.asked, n=1)
                hint = f"Did you mean {near[0]}?" if near else f"Known here: {', '.join(dict.fromkeys(self.asked))}"
                message = f"`{name[:60]}` is not a key that is read"
                self.problems.append(Problem(severity, message, self.place_of(name), hint))

    def place_of(self, key: str) -> Place:
        """Where a key stands."""
        return Place(self.path, line=self.lines.get(key, self.place.line))

    def error(self, message: str, node: Node | None = None, hint: str | None = None) -> None:
        """Report an error, at a node or at the mapping's beginning."""
        place = self._place(node) if node is not None else self.place
        self.problems.append(Problem(Severity.ERROR, message, place, hint))

    def _items(self, key: str) -> Iterator[Node]:
        if not self.has(key):
            return
        node = self.entries[key]
        if isinstance(node, SequenceNode):
            yield from (item for item in node.value if not _empty(item))
        else:
            yield node

    def _scalars(self, key: str) -> Iterator[ScalarNode]:
        for node in self._items(key):
            node = _unwrapped(node)
            if isinstance(node, ScalarNode):
                yield node
            else:
                self.error(f"each of `{key}` should be one piece of text", node, _HINT)

    def _shape_reported(self, key: str) -> bool:
        node = self.entries.get(key)
        return node is not None and not isinstance(node, ScalarNode)

    def _place(self, node: Node) -> Place:
        return Place(self.path, line=self._line(node))

    def _line(self, node: Node) -> int:
        return int(node.start_mark.line) + self.first_line


def parse(text: str, path: Path, problems: list[Problem], first_line: int = 1) -> Section:
    """The mapping that a YAML text is. Raises UnreadableError."""
    if len(text) > MAX_YAML_LENGTH:
        message = f"there are more than {MAX_YAML_LENGTH // 1_000_000} million characters of YAML"
        raise UnreadableError(Problem(Severity.ERROR, message, Place(path, line=first_line), "Shorten it"))
    try:
        node = YAML(typ="safe", pure=True).compose(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(path, line=mark.line + first_line if mark else None)
        problem = Problem(Severity.ERROR, f"this is not YAML ({error.problem or error.context})", place, _HINT)
        raise UnreadableError(problem) from error
    except (YAMLError, RecursionError, ValueError) as error:
        reason = "nested too deeply" if isinstance(error, RecursionError) else str(error).partition("\n")[0]
        raise UnreadableError(Problem(Severity.ERROR, f"this is not YAML ({reason})", Place(path), _HINT)) from error
    if node is not None and not _empty(node) and not isinstance(node, MappingNode):
        place = Place(path, line=int(node.start_mark.line) + first_line)
        raise UnreadableError(Problem(Severity.ERROR, "the file should be made of keys and values", place, _HINT))
    return Section(path, node if isinstance(node, MappingNode) else None, problems, first_line)


def _unwrapped(node: Node) -> Node:
    """The text of a [[link]] that was written without quotation marks, which YAML takes for a list in a list."""
    for _ in range(2):
        if isinstance(node, SequenceNode) and len(node.value) == 1:
            node = node.value[0]
    return node


def _empty(node: Node) -> bool:
    return isinstance(node, ScalarNode) and (node.tag == _NULL or not _text(node))


def _text(node: ScalarNode) -> str:
    return without_nul(str(node.value).strip())
