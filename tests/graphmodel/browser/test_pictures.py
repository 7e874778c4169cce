"""What is drawn of a theme that very much is said about."""

from __future__ import annotations

import pytest

from graphmodel.browser.concepts import concept_slide
from graphmodel.browser.slides import Table
from graphmodel.database import Database
from graphmodel.lookup import read_names

# Codes of one theme, with so many excerpts each, of ten participants.
CREATE = """
CREATE (:Study {key: 'big', title: 'Big'})
CREATE (theme:Concept:Theme {key: 'big/concept/all', study: 'big', name: 'All', caption: 'All'})
WITH theme
CALL (theme) {
  UNWIND range(1, 10) AS p
  CREATE (:Participant {key: 'big/participant/p' + p, study: 'big', name: 'P' + p, consent: 'active'})
         -[:GAVE]->(interview:Interview {key: 'big/interview/p' + p, study: 'big', name: 'P' + p})
  RETURN collect(interview) AS interviews
}
UNWIND range(1, $codes) AS c
CREATE (code:Concept:Code {key: 'big/concept/c' + c, study: 'big', name: 'C' + c})-[:SUBSUMED_BY]->(theme)
WITH code, c, interviews
UNWIND range(1, $excerpts) AS e
CREATE (excerpt:Excerpt {key: 'big/excerpt/' + c + '-' + e, study: 'big', text: 'words', withdrawn: false})-[:CODED_AS {coder: 'A'}]->(code)
WITH excerpt, interviews[(c + e) % 10] AS interview
CREATE (excerpt)-[:FROM]->(interview)
"""


@pytest.mark.parametrize(("codes", "excerpts", "most"), [(10, 300, 41), (40, 75, 101), (400, 8, 401)])
def test_a_theme_of_3_000_excerpts_opens_as_its_structure(
    graph: Database, codes: int, excerpts: int, most: int
) -> None:
    graph.write(lambda tx: tx.run(CREATE, codes=codes, excerpts=excerpts).consume())
    slide, opening = concept_slide(graph, read_names(graph, "big"), "big/concept/all")
    drawn = graph.reading(lambda tx: tx.run(opening.cypher).graph())
    labels = [label for node in drawn.nodes for label in node.labels if label != "Concept"]
    assert labels.count("Code") == codes
    assert len(drawn.nodes) <= most
    table = next(part for part in slide.parts if isinstance(part, Table))
    assert table.rows[0][1:] == (str(codes * excerpts), "10", "0")


CATEGORIES = """
MATCH (code:Code)-[old:SUBSUMED_BY]->(theme:Theme)
WITH theme, old, code, toInteger(substring(code.name, 1)) % 8 AS n
MERGE (category:Concept:Category {key: 'big/concept/k' + n, study: 'big', name: 'K' + n})
MERGE (category)-[:SUBSUMED_BY]->(theme)
CREATE (code)-[:SUBSUMED_BY]->(category)
DELETE old
"""


def test_of_very_many_codes_their_categories_are_drawn(graph: Database) -> None:
    graph.write(lambda tx: tx.run(CREATE, codes=400, excerpts=1).consume())
    graph.write(lambda tx: tx.run(CATEGORIES).consume())
    _, opening = concept_slide(graph, read_names(graph, "big"), "big/concept/all")
    drawn = graph.reading(lambda tx: tx.run(opening.cypher).graph())
    assert sorted(node["name"] for node in drawn.nodes) == ["All", *(f"K{n}" for n in range(8))]
