// title: The propositions and what speaks for and against them
// about: >-
//   Each proposition with the two concepts that it relates, and up to so many excerpts that support it and as many that
//   contradict it. One that stands alone is said by nobody. Participants who withdrew are left out.
// parameters:
//   study: {type: study, means: the id of the study}
//   quotes: {type: integer, default: 3, means: how many excerpts for and against each to draw}

MATCH (proposition:Proposition {study: $study})
CALL (proposition) {
  MATCH path = (proposition)-[:SUBJECT|OBJECT]->(:Concept)
  RETURN 0 AS part, path
UNION
  UNWIND ['SUPPORTS', 'CONTRADICTS'] AS kind
  CALL (proposition, kind) {
    MATCH path = (proposition)<-[link:SUPPORTS|CONTRADICTS]-(excerpt:Excerpt)-[:FROM]->(:Interview)
    WHERE type(link) = kind AND NOT excerpt.withdrawn
    RETURN path
    LIMIT $quotes
  }
  RETURN 1 AS part, path
}
RETURN path
ORDER BY part
