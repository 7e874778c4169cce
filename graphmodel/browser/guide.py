"""The guide to one study: what is in it, theme by theme, with queries to run."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from graphmodel.browser.concepts import MOST_THEMES, concept_slide
from graphmodel.browser.key import key_slide
from graphmodel.browser.pictures import picture, picture_statement, question_table
from graphmodel.browser.slides import Guide, Notice, Part, Slide, Table, Text
from graphmodel.browser.wording import many
from graphmodel.database import Database
from graphmodel.lookup import Names
from graphmodel.questions import catalogue
from graphmodel.study_facts import StudyFacts, read_facts
from graphmodel.themes import themes

MOST_ROWS = 30
KINDS = (
    "themes",
    "categories",
    "codes",
    "excerpts",
    "interviews",
    "participants",
    "propositions",
    "memos",
    "references",
)
HOW_TO_RUN = (
    "Each line like the one below is a query that only reads. Click its arrow to run it; click its words to get it "
    "into the editor, where you can change it."
)
NEXT_STEPS = (
    "The star on the left opens the saved queries: every question that can be asked of this theory, ready to run. "
    "Where one names a theme, put another name in its place.",
    'In a terminal, graphmodel browse "NAME" opens this page at any theme, category or code, and graphmodel ask --list '
    "lists the questions with what each answer means.",
)


def make_guide(database: Database, names: Names, opened: Slide | None = None) -> Guide:
    """The guide to the study that the names are of. `opened` is a slide to begin with, where one was asked for."""
    facts = read_facts(database, names.study)
    slides = [*_slides(database, names, facts)]
    if opened:
        slides = [_with_notice(opened, facts.notice), *(slide for slide in slides if slide.title != opened.title)]
    return Guide(facts.title or facts.study, tuple(slides))


def _slides(database: Database, names: Names, facts: StudyFacts) -> Iterator[Slide]:
    yield _welcome(_rows(database, "count_study", facts)[0], facts)
    yield key_slide()
    found = themes(database, facts.study)
    for theme in found[:MOST_THEMES]:
        yield concept_slide(database, names, theme["key"])[0]
    if found[MOST_THEMES:]:
        yield _other_themes(found[MOST_THEMES:])
    yield _negative_cases(_rows(database, "list_searches", facts), facts)
    yield _literature(_rows(database, "list_challenges", facts), facts)
    yield _propositions(_rows(database, "count_propositions", facts), facts)
    yield Slide("Where to go from here", tuple(map(Text, NEXT_STEPS)))


def _rows(database: Database, name: str, facts: StudyFacts) -> list[dict[str, Any]]:
    return database.read(picture_statement(name)[1], {"study": facts.study})


def _with_notice(slide: Slide, notice: str | None) -> Slide:
    return Slide(slide.title, (Notice(notice), *slide.parts)) if notice else slide


def _welcome(numbers: Mapping[str, Any], facts: StudyFacts) -> Slide:
    asked = [Text(numbers["question"])] if numbers["question"] else []
    approach = [Text(f"Approach: {numbers['approach']}.")] if numbers["approach"] else []
    parts: tuple[Part, ...] = (
        *asked,
        *approach,
        Table(("", ""), tuple((kind, str(numbers[kind])) for kind in KINDS if numbers[kind])),
        *map(Text, facts.withdrawal_note(counted=False)),
        Text(HOW_TO_RUN),
        picture("draw_theory", study=facts.study),
    )
    return _with_notice(Slide("Begin here", parts), facts.notice)


def _other_themes(found: Sequence[Mapping[str, Any]]) -> Slide:
    rows = tuple((each["theme"], str(each["excerpts"]), str(each["participants"])) for each in found[:MOST_ROWS])
    left = [Text(f"… and {many(len(found) - MOST_ROWS, 'more theme')}")] if len(found) > MOST_ROWS else []
    return Slide("The other themes", (Table(("theme", "excerpts", "participants"), rows), *left))


def _negative_cases(searches: Sequence[Mapping[str, Any]], facts: StudyFacts) -> Slide:
    rows = tuple((each["concept"], each["sought"] or "no date", str(each["negativeCases"])) for each in searches)
    return Slide(
        "Where are the negative cases?",
        (
            Text(
                "Words that speak against a theme show where it ends. Where no date stands, nobody noted that such "
                "words were looked for."
            ),
            Table(("concept", "sought", "found"), rows[:MOST_ROWS]),
            picture("draw_negative_cases", study=facts.study),
            _question("find_untested_themes", facts),
        ),
    )


def _literature(challenges: Sequence[Mapping[str, Any]], facts: StudyFacts) -> Slide:
    rows = tuple((each["reference"], each["challenged"], each["note"] or "") for each in challenges[:MOST_ROWS])
    said: Part = Table(("reference", "challenges", "note"), rows) if rows else Text("No reference challenges anything.")
    return Slide(
        "What does the literature challenge?",
        (
            said,
            picture("draw_literature", "What the literature challenges", study=facts.study, stance="challenges"),
            picture("draw_literature", study=facts.study, stance=None),
            _question("find_unchallenged_themes", facts),
        ),
    )


def _propositions(propositions: Sequence[Mapping[str, Any]], facts: StudyFacts) -> Slide:
    rows = tuple(
        (each["proposition"], str(each["supporting"]), str(each["contradicting"])) for each in propositions[:MOST_ROWS]
    )
    said: Part = Table(("proposition", "for", "against"), rows) if rows else Text("The study has no propositions.")
    return Slide(
        "What does the theory claim?",
        (
            picture("draw_propositions", study=facts.study, quotes=3),
            picture("count_propositions", study=facts.study),
            said,
        ),
    )


def _question(name: str, facts: StudyFacts) -> Part:
    return question_table(catalogue()[name], {"study": facts.study})
