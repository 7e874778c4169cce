// title: How one theme is grounded
// about: >-
//   The theme's categories and codes, the words that contradict it, and of each code so many excerpts with who said
//   them. The structure comes first: where there is more than the Browser draws, words are left out before codes are.
//   Participants who withdrew are left out.
// parameters:
//   study: {type: study, means: the id of the study}
//   concept: {type: concept, means: "the theme, or any category or code"}
//   codes: {type: boolean, default: true, means: "false where only categories are to be drawn, and what is contradicted"}
//   quotes: {type: integer, default: 1, means: how many excerpts of each code to draw}

MATCH (theme:Concept {study: $study})
WHERE $concept IN [theme.key, theme.name]
CALL (theme) {
  MATCH path = (theme)<-[:SUBSUMED_BY*0..]-(unit:Concept)
  WHERE $codes OR NOT unit:Code
  RETURN 0 AS part, path, null AS speaker
UNION
  MATCH (theme)<-[:SUBSUMED_BY*0..]-(unit:Concept)
  WITH DISTINCT unit
  MATCH path = (unit)<-[:CONTRADICTS]-(excerpt:Excerpt)-[:FROM]->(interview:Interview)
  WHERE NOT excerpt.withdrawn
  WITH path, interview
  LIMIT 25
  OPTIONAL MATCH speaker = (interview)<-[:GAVE]-(person:Participant)
  WHERE coalesce(person.consent, 'active') <> 'withdrawn'
  RETURN 1 AS part, path, speaker
UNION
  MATCH (theme)<-[:SUBSUMED_BY*0..]-(unit:Concept)
  WITH DISTINCT unit
  CALL (unit) {
    MATCH path = (unit)<-[:CODED_AS]-(excerpt:Excerpt)-[:FROM]->(interview:Interview)
    WHERE NOT excerpt.withdrawn
    RETURN path, interview
    LIMIT $quotes
  }
  OPTIONAL MATCH speaker = (interview)<-[:GAVE]-(person:Participant)
  WHERE coalesce(person.consent, 'active') <> 'withdrawn'
  RETURN 2 AS part, path, speaker
}
RETURN path, speaker
ORDER BY part
