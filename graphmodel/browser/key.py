"""The key to the picture: what each colour, size and arrow stands for, read off the style itself."""

from __future__ import annotations

from graphmodel.browser.slides import Arrow, Node, Slide, Text
from graphmodel.browser.style import style

NODES = {
    "Theme": "a theme",
    "Category": "a category",
    "Code": "a code",
    "Proposition": "a proposition: two concepts and how they are related",
    "Excerpt": "an excerpt: words of a participant",
    "Participant": "a participant, by pseudonym",
    "Interview": "an interview",
    "Memo": "a memo",
    "Reference": "a piece of literature",
    "Turn": "a turn of the conversation",
}
ARROWS = {
    "SUBSUMED_BY": "is part of: from a code to its category, from there to its theme",
    "CODED_AS": "these words are coded as this",
    "CONTRADICTS": "these words speak against this: a negative case",
    "SUPPORTS": "these words speak for this proposition",
    "BEARS_ON": "what the literature says of it; the arrow tells whether it supports or challenges",
}
HANDLING = (
    "Click a node once to read all that is known of it. Double-click it to draw what it is linked with: that is how "
    "you get from a code to more of its words, and from words to the interview and the turns before them. Drag a node "
    "to move it. The arrow at the upper right of the picture folds the list of labels away."
)
STORE = (
    "Among the labels are Round and Version, which belong to no theory. A Round is one load that changed the study, "
    "and a Version is a document as it stood after it: graphmodel keeps them so that the past can be read again."
)


def key_slide() -> Slide:
    """How to read the picture."""
    rules = style()
    nodes = (_node(means, rules[f"node.{label}"]) for label, means in NODES.items())
    arrows = (_arrow(means, rules[f"relationship.{kind}"]) for kind, means in ARROWS.items())
    return Slide("How to read the picture", (*nodes, *arrows, Text(HANDLING), Text(STORE)))


def _node(means: str, rule: dict[str, str]) -> Node:
    return Node(means, rule["color"], rule["border-color"], _pixels(rule["diameter"]))


def _arrow(means: str, rule: dict[str, str]) -> Arrow:
    return Arrow(means, rule["color"], _pixels(rule["shaft-width"]))


def _pixels(length: str) -> int:
    return int(length.removesuffix("px"))
