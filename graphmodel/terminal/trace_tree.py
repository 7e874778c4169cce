"""How a theme is grounded, drawn as a tree: concepts and the words below them, then exceptions, literature, memos."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console, Group, RenderableType
from rich.text import Text
from rich.tree import Tree

from graphmodel.terminal.excerpts import notes_of, verified, where, who, words_of
from graphmodel.terminal.streams import can_write, clean, lay, words
from graphmodel.trace import Trace, TracedConcept, TracedExcerpt, TracedProposition, TracedReference

NOT_QUOTED = "not to be quoted"
SIGN = "⊘"
_LEVELS = {"Theme": "bold magenta", "Category": "bold blue", "Code": "bold green"}
_STANCES = {"challenges": "red", "supports": "green"}


def draw_trace(console: Console, trace: Trace, *, all_words: bool, brief: bool = False) -> None:
    """Prints the tree and, where a mark stands in it, what the mark means; `brief` counts memos and literature only."""
    drawing = _Drawing(console, all_words=all_words, brief=brief)
    for path in sorted(path for path in trace.paths if len(path) > 1):
        console.print(words(f"in {' > '.join(path[:-1])}", "dim"))
    lay(console, drawing.concept(trace.concept))
    if drawing.marked:
        console.print(words(f"\n{drawing.mark}: consent does not let these words be quoted elsewhere", "yellow"))


class _Drawing:
    """Builds the tree; knows what it has drawn (a concept with two parents is, once) and whether it marked words."""

    def __init__(self, console: Console, *, all_words: bool, brief: bool) -> None:
        self.mark = f"{SIGN} {NOT_QUOTED}" if can_write(console, SIGN) else NOT_QUOTED
        self.marked = False
        self._all_words = all_words
        self._brief = brief
        self._wraps = console.is_terminal
        self._space = [Text()] if console.is_terminal else []
        self._drawn: set[str] = set()

    def concept(self, concept: TracedConcept) -> Tree:
        """A concept with all that hangs on it."""
        if concept.key in self._drawn:
            return Tree(Text.assemble(_name(concept), ("  shown above", "dim")), guide_style="dim")
        self._drawn.add(concept.key)
        tree = Tree(Group(*_head(concept), *self._space), guide_style="dim")
        for part in self._grounds(concept):
            tree.add(part)
        for child in concept.children:
            tree.children.append(self.concept(child))
        if concept.hidden:
            hint = "" if self._brief else ": `--depth` shows them"
            tree.add(Group(words(f"… {concept.hidden} more below{hint}", "dim"), *self._space))
        company = list(self._company(concept))
        for part in company:
            tree.add(Group(part, *self._space) if part is company[-1] else part)
        return tree

    def _grounds(self, concept: TracedConcept) -> Iterator[RenderableType]:
        for excerpt in concept.excerpts:
            yield self._excerpt(excerpt)
        if left := concept.own_count - len(concept.excerpts):
            hint = "" if self._brief else ": `--quotes all` shows them"
            more = words(f"… {left} more coded here{hint}", "dim")
            yield Group(more, *self._space)

    def _company(self, concept: TracedConcept) -> Iterator[RenderableType]:
        for excerpt in concept.negative_cases:
            yield Group(Text("against it", "red"), self._excerpt(excerpt))
        if self._brief:
            yield from _counts(concept)
            return
        for proposition in concept.propositions:
            yield _proposition(proposition)
        for reference in concept.literature:
            yield _reference(reference)
        for memo in concept.memos:
            by = ", ".join(part for part in (memo.kind, memo.at, *memo.by) if part)
            yield Text.assemble(("memo ", "cyan"), words(memo.title or memo.name), words(f"  {by}", "dim"))

    def _excerpt(self, excerpt: TracedExcerpt) -> RenderableType:
        said = words_of(excerpt, all_words=self._all_words)
        lines = [Text(said if self._wraps else " ".join(said.split()))]
        if not excerpt.quotable:
            self.marked = True
            lines[-1].append(f"  {self.mark}", "yellow")
        lines.append(Text.assemble((who(excerpt), "bold"), (f" · {where(excerpt)}", "dim")))
        if found := verified(excerpt):
            lines[-1].append(f" · {found}", "yellow")
        lines += [Text(note, "italic dim") for note in notes_of(excerpt)]
        return Group(*lines, *self._space)


def _counts(concept: TracedConcept) -> Iterator[Text]:
    counts = (
        (len(concept.propositions), "proposition"),
        (len(concept.literature), "reference"),
        (len(concept.memos), "memo"),
    )
    told = [_counted(number, thing) for number, thing in counts if number]
    if told:
        yield Text(f"… and {', '.join(told)}", "dim")


def _head(concept: TracedConcept) -> Iterator[Text]:
    yield Text.assemble(_name(concept), ("  " + " · ".join(_facts(concept)), "dim"))
    if concept.status == "undefined":
        yield Text("not in the codebook", "yellow")
    if concept.definition:
        yield words(concept.definition, "dim italic")
    if concept.negative_case_sought_at:
        by = f" by {concept.negative_case_sought_by}" if concept.negative_case_sought_by else ""
        found = f"{len(concept.negative_cases)} found here" if concept.negative_cases else "none found here"
        yield words(f"negative cases sought {concept.negative_case_sought_at}{by}, {found}", "red")
    if not concept.excerpt_count:
        yield Text("nobody's words reach it", "yellow")


def _name(concept: TracedConcept) -> Text:
    return words(concept.name, _LEVELS.get(concept.level, "bold"))


def _facts(concept: TracedConcept) -> Iterator[str]:
    yield concept.level.lower()
    if concept.core:
        yield "core category"
    if concept.origin == "in_vivo":
        yield "in vivo"
    if concept.excerpt_count:
        yield _counted(concept.excerpt_count, "excerpt")
        yield _counted(concept.participant_count, "participant")


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _proposition(proposition: TracedProposition) -> RenderableType:
    relation = (proposition.relation or "relates to").replace("_", " ")
    line = Text.assemble(("proposition ", "cyan"), words(f"{proposition.subject} "), words(relation, "italic"))
    line.append(clean(f" {proposition.object}"))
    line.append(f"  {_counted(proposition.supporting, 'excerpt')} for, {proposition.contradicting} against", "dim")
    return Group(line, words(proposition.statement)) if proposition.statement else line


def _reference(reference: TracedReference) -> RenderableType:
    stance = reference.stance or "bears on it"
    who = words(reference.caption or reference.name)
    line = Text.assemble((f"literature {stance} ", _STANCES.get(stance, "cyan")), who)
    if reference.memo:
        line.append(clean(f"  (memo: {reference.memo})"), "dim")
    return Group(line, words(reference.note, "dim")) if reference.note else line
