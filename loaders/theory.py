"""theory.yaml: propositions with their evidence, negative cases, the core category."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from graphmodel.errors import Place, Problem, Severity
from graphmodel.names import fold
from graphmodel.quotes.selector import QuoteSelector
from graphmodel.records import Evidence, NegativeCase, Proposition, Theory
from loaders import formats, safety, vocabulary
from loaders.format import Read, Unrecognised
from loaders.source import Source
from loaders.text import read_text
from loaders.yaml_file import Section, parse

VERSION = 1
STEM = "theory"


def matches(file: Unrecognised) -> bool:
    """Tell whether the file is a theory.yaml."""
    return is_theory(file.path)


def is_theory(path: Path) -> bool:
    """Tell whether a file is called as a theory.yaml is."""
    return path.suffix.lower() in formats.THEORY.suffixes and path.stem.casefold() == STEM


def read(source: Source) -> Read:
    """The Theory."""
    refused = safety.refusal(source.path, source.root, safety.MAX_YAML_BYTES)
    if refused:
        yield refused
        return
    text, problems = read_text(source.path)
    section = parse(text, source.path, problems)
    theory = Theory(
        propositions=tuple(_propositions(section)),
        negative_cases=tuple(_negative_cases(section)),
        core=section.text("core"),
        place=Place(source.path, line=1),
    )
    section.leftovers()
    yield from problems
    yield theory


def _propositions(section: Section) -> Iterator[Proposition]:
    lines: dict[str, int | None] = {}
    for entry in section.sections("propositions"):
        identity, subject, object_ = entry.needed("id"), entry.needed("subject"), entry.needed("object")
        relation = entry.closed("relation", vocabulary.RELATION)
        if relation is None:
            entry.error("`relation` is missing", hint=f"Known: {', '.join(vocabulary.RELATION)}")
        supports, contradicts = tuple(_evidence(entry, "supports")), tuple(_evidence(entry, "contradicts"))
        statement = entry.text("statement")
        entry.leftovers()
        if identity and fold(identity) in lines:
            entry.error(f"the id `{identity}` is taken by line {lines[fold(identity)]}", hint="Give each its own id")
        elif identity and subject and relation and object_:
            lines[fold(identity)] = entry.place.line
            yield Proposition(
                id=identity,
                subject=subject,
                relation=relation,
                object=object_,
                statement=statement,
                supports=supports,
                contradicts=contradicts,
                place=entry.place,
            )


def _negative_cases(section: Section) -> Iterator[NegativeCase]:
    for entry in section.sections("negative_cases"):
        concept = entry.needed("concept")
        case = NegativeCase(
            concept=concept or "",
            sought=entry.date("sought"),
            by=entry.text("by"),
            memo=entry.text("memo"),
            found=tuple(_evidence(entry, "found")),
            place=entry.place,
        )
        entry.leftovers()
        if concept:
            yield case


def _evidence(section: Section, key: str) -> Iterator[Evidence]:
    for entry in section.sections(key):
        selector = _selector(entry)
        evidence = Evidence(
            interview=entry.text("interview"),
            selector=selector,
            coder=entry.text("coder"),
            date=entry.date("date"),
            note=entry.text("note"),
            place=entry.place,
        )
        entry.leftovers()
        if selector.quote is None and (selector.start is None or selector.end is None):
            message = "the evidence has neither a quote nor start and end, and is left out"
            hint = "Copy the words of the transcript behind quote"
            section.problems.append(Problem(Severity.FLAG, message, entry.place, hint))
        else:
            yield evidence


def _selector(entry: Section) -> QuoteSelector:
    start, end = entry.number("start"), entry.number("end")
    if start is not None and end is not None and end < start:
        message = f"`end` is before `start`: {end}, {start}"
        entry.problems.append(Problem(Severity.FLAG, message, entry.place_of("end"), "It is left out; correct the two"))
        end = None
    occurrence = entry.number("occurrence", 1)
    return QuoteSelector(quote=entry.text("quote"), start=start, end=end, occurrence=occurrence)
