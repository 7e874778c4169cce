// title: The theory at a glance
// about: >-
//   Themes and categories, and the propositions that relate them. Codes are left out but where a proposition names one.
// parameters:
//   study: {type: study, means: the id of the study}

MATCH (top:Concept {study: $study})
WHERE NOT EXISTS { (top)-[:SUBSUMED_BY]->(:Concept) }
CALL (top) {
  MATCH path = (top)<-[:SUBSUMED_BY*0..]-(unit:Concept)
  WHERE NOT unit:Code
  RETURN 0 AS part, path
UNION
  MATCH path = (top)<-[:SUBSUMED_BY*0..]-(:Concept)<-[:SUBJECT|OBJECT]-(:Proposition)
  RETURN 1 AS part, path
}
RETURN path
ORDER BY part
