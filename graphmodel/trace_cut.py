"""A trace cut down to what fits a screen or two: of each concept the branch that most words ground."""

from __future__ import annotations

from dataclasses import replace

from graphmodel.trace import Trace, TracedConcept


def shorten(trace: Trace) -> Trace:
    """The trace with every category cut to its most grounded code, and one excerpt and one negative case a concept."""
    return replace(trace, concept=_cut(trace.concept, keep=len(trace.concept.children)))


def _cut(concept: TracedConcept, keep: int) -> TracedConcept:
    by_weight = sorted(concept.children, key=lambda child: child.excerpt_count, reverse=True)
    kept = [_cut(child, keep=1) for child in by_weight[:keep]]
    return replace(
        concept,
        children=tuple(kept),
        hidden=concept.hidden + len(_keys(by_weight[keep:])),
        excerpts=concept.excerpts[:1],
        negative_cases=concept.negative_cases[:1],
    )


def _keys(concepts: list[TracedConcept]) -> set[str]:
    keys = {concept.key for concept in concepts}
    return keys.union(*(_keys(list(concept.children)) for concept in concepts))
