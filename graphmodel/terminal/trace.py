"""A trace in every form: a tree for the terminal, rows for a spreadsheet, an outline for a document."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from graphmodel.terminal.excerpts import where, who, words_of
from graphmodel.terminal.rows import escaped
from graphmodel.terminal.sheet import Sheet
from graphmodel.terminal.trace_tree import draw_trace
from graphmodel.trace import Trace, TracedConcept, TracedExcerpt
from graphmodel.trace_cut import shorten

COLUMNS = (
    "concept",
    "level",
    "stance",
    "text",
    "participants",
    "interview",
    "date",
    "turn",
    "start_ms",
    "start",
    "end",
    "verification",
    "coders",
    "notes",
    "quotable",
    "withheld",
)


def trace_sheet(trace: Trace, *, all_words: bool, brief: bool = False) -> Sheet:
    """What `trace` shows; without `all_words`, words that may not be quoted are left out."""
    trace = shorten(trace) if brief else trace
    return Sheet(
        columns=COLUMNS,
        rows=list(_rows(trace, all_words=all_words)),
        notices=(trace.notice,) if trace.notice else (),
        notes=trace.notes,
        data={
            key: value for key, value in trace.as_data(all_words=all_words).items() if key not in ("notice", "notes")
        },
        draw=partial(draw_trace, trace=trace, all_words=all_words, brief=brief),
        outline=partial(_outline, trace, all_words=all_words),
    )


def _rows(trace: Trace, *, all_words: bool) -> Iterator[dict[str, object]]:
    for concept in trace.concepts():
        for stance, excerpts in (("supports", concept.excerpts), ("contradicts", concept.negative_cases)):
            for excerpt in excerpts:
                shown = all_words or excerpt.quotable
                yield {
                    "concept": concept.name,
                    "level": concept.level,
                    "stance": stance,
                    "text": excerpt.text if shown else None,
                    "participants": "; ".join(excerpt.participants),
                    "interview": excerpt.interview,
                    "date": excerpt.date,
                    "turn": excerpt.turn,
                    "start_ms": excerpt.start_ms,
                    "start": excerpt.start,
                    "end": excerpt.end,
                    "verification": excerpt.verification,
                    "coders": "; ".join(coding.coder for coding in excerpt.codings),
                    "notes": "; ".join(coding.note for coding in excerpt.codings if coding.note),
                    "quotable": excerpt.quotable,
                    "withheld": None if shown else "consent",
                }


def _outline(trace: Trace, *, all_words: bool) -> str:
    return "\n\n".join(_sections(trace.concept, 1, all_words=all_words))


def _sections(concept: TracedConcept, depth: int, *, all_words: bool) -> Iterator[str]:
    yield f"{'#' * min(depth, 6)} {escaped(concept.name)}"
    if concept.definition:
        yield f"*{escaped(concept.definition)}*"
    for excerpt in concept.excerpts:
        yield _quotation(excerpt, all_words=all_words)
    for excerpt in concept.negative_cases:
        yield f"Against it:\n\n{_quotation(excerpt, all_words=all_words)}"
    yield from _lines(concept)
    for child in concept.children:
        yield from _sections(child, depth + 1, all_words=all_words)


def _quotation(excerpt: TracedExcerpt, *, all_words: bool) -> str:
    return f"> {escaped(words_of(excerpt, all_words=all_words))}\n>\n> {escaped(f'{who(excerpt)} · {where(excerpt)}')}"


def _lines(concept: TracedConcept) -> Iterator[str]:
    lines = [
        f"- proposition: {each.subject} {(each.relation or '').replace('_', ' ')} {each.object}"
        for each in concept.propositions
    ]
    lines += [
        f"- literature {each.stance or 'bears on it'}: {each.caption or each.name}" for each in concept.literature
    ]
    lines += [f"- memo: {each.title or each.name}" for each in concept.memos]
    if lines:
        yield "\n".join(f"- {escaped(line.removeprefix('- '))}" for line in lines)
