"""Work out what a load changes: the study before and after, built as far as it is affected, and their difference."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from graphmodel.database import Database
from graphmodel.errors import Problem, Severity
from graphmodel.graph.build import Built, build, index_names
from graphmodel.graph.difference import Difference, difference
from graphmodel.graph.document import Document
from graphmodel.graph.kinds import LARGE
from graphmodel.graph.renames import renames
from graphmodel.graph.selectors import QUOTING
from graphmodel.loading.affected import Side, affected_interviews
from graphmodel.loading.outstanding import unpacked
from graphmodel.loading.place import Placing, placed, with_turns
from graphmodel.loading.reading import ReadFiles
from graphmodel.loading.settle import settle_codebook, with_words
from graphmodel.loading.study_state import StudyState, in_order, read_outlines, read_records
from graphmodel.loading.transcripts import Transcripts
from graphmodel.records import Kind
from graphmodel.store.codec import encoded
from graphmodel.store.rounds import version_hash


@dataclass(slots=True)
class Plan:
    """The work of a load. `before` and `after` are the documents by key, with records where they were needed;
    `affected` the interviews of which all was built; `placings` what the turns and quotes of documents were found with;
    `same` the large documents that were read and say what they said before."""

    before: dict[str, Document]
    after: dict[str, Document]
    affected: set[str]
    built_before: Built
    built_after: Built
    difference: Difference
    placings: dict[str, str] = field(default_factory=dict)
    same: frozenset[str] = frozenset()


def plan(database: Database, state: StudyState, read: ReadFiles, *, all_of_it: bool = False) -> Plan:
    """Build what the files that were read affect, before and after; of `all_of_it`, everything."""
    outlines = read_outlines(database, state)
    same = frozenset() if all_of_it else frozenset(_saying_the_same(read, state))
    fresh = {key: _settled_codebook(each, outlines) for key, each in read.documents.items() if key not in same}
    standing = {key: each for key, each in outlines.items() if key not in read.gone}
    sides = _side(state.study, outlines), _side(state.study, {**standing, **fresh})
    affected = _all_interviews(sides) if all_of_it else affected_interviews(*sides)
    needed = [key for key in outlines if _is_affected(key, affected, sides)]
    before = {each.key: each for each in in_order(read_records(database, state, outlines, needed).values())}
    documents = {**{key: each for key, each in before.items() if key not in read.gone}, **fresh}
    after, placings = _placed(documents, before, sides[1], state)
    built = build(state.study, list(before.values())), build(state.study, list(after.values()))
    change = difference(built[0].graph, built[1].graph, renames(*built))
    return Plan(before, after, affected, *built, change, placings, same)


def _saying_the_same(read: ReadFiles, state: StudyState) -> Iterator[str]:
    """The large documents that were read and say what stands: of one table, those of all interviews but the one whose
    rows were changed. One of which something is outstanding is built again, for its rows may stand elsewhere now."""
    outstanding = unpacked(state.stored.problems).building
    for key, document in read.documents.items():
        stands = state.versions.get(key)
        if stands is None or document.kind not in LARGE or key in outstanding:
            continue
        if version_hash(stands.nonce, encoded(document.records)) == stands.sha256:
            yield key


def _settled_codebook(document: Document, before: Mapping[str, Document]) -> Document:
    return settle_codebook(document, before.get(document.key)) if document.kind is Kind.CODEBOOK else document


def _side(study: str, documents: Mapping[str, Document]) -> Side:
    ordered = in_order(documents.values())
    return Side({each.key: each for each in ordered}, index_names(study, ordered))


def _all_interviews(sides: Iterable[Side]) -> set[str]:
    return {each.interview or "" for side in sides for each in side.documents.values() if each.kind in LARGE}


def _is_affected(key: str, affected: set[str], sides: Iterable[Side]) -> bool:
    there = [each for side in sides if (each := side.documents.get(key))]
    return any(each.kind in LARGE and each.interview in affected for each in there)


def _placed(
    documents: Mapping[str, Document], before: Mapping[str, Document], side: Side, state: StudyState
) -> tuple[dict[str, Document], dict[str, str]]:
    """The documents after the load with turns and places of quotes; those that were found with the same as before
    keep what was found."""
    ordered, people = in_order(documents.values()), side.names.people
    placing = Placing(ordered, people)
    kept = {
        key: version.placed_with for key, version in state.versions.items() if before.get(key) is documents.get(key)
    }
    placings = {each.key: _placing(each, placing) for each in ordered if each.records}
    new = {key for key, found in placings.items() if found and kept.get(key) != found}
    turned = [with_turns(each, people) if each.key in new else each for each in ordered]
    transcripts = Transcripts(turned)
    after = {}
    for each in turned:
        if each.key in new and each.kind in QUOTING:
            each = placed(with_words(each, before.get(each.key), transcripts), transcripts)
        after[each.key] = each
    return after, placings


def _placing(document: Document, placing: Placing) -> str:
    """The hash of what a document's turns or quotes are found with; empty for one that has none."""
    if document.kind is Kind.TRANSCRIPT:
        return placing.of_turns
    return placing.of_quotes(document) if document.kind in QUOTING else ""


def new_errors(plan: Plan) -> list[Problem]:
    """The errors in what documents say after a load that they did not have before."""
    before = {(each.message, each.hint) for each in _errors(plan.built_before)}
    return [each for each in _errors(plan.built_after) if (each.message, each.hint) not in before]


def _errors(built: Built) -> list[Problem]:
    found = [*built.problems, *(each for made in built.contributions for each in made.problems)]
    return [each for each in found if each.severity is Severity.ERROR]
