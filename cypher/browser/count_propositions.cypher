// title: The propositions in numbers
// about: >-
//   A row is a proposition, with how many excerpts support and contradict it and how many participants say so.
//   Participants who withdrew are left out.
// parameters:
//   study: {type: study, means: the id of the study}

MATCH (proposition:Proposition {study: $study})
CALL (proposition) {
  OPTIONAL MATCH (proposition)<-[link:SUPPORTS|CONTRADICTS]-(excerpt:Excerpt)-[:FROM]->(interview:Interview)
  WHERE NOT excerpt.withdrawn
  OPTIONAL MATCH (interview)<-[:GAVE]-(person:Participant)
  WHERE coalesce(person.consent, 'active') <> 'withdrawn'
  RETURN count(DISTINCT CASE WHEN link:SUPPORTS THEN excerpt END) AS supporting,
         count(DISTINCT CASE WHEN link:SUPPORTS THEN person END) AS participants,
         count(DISTINCT CASE WHEN link:CONTRADICTS THEN excerpt END) AS contradicting
}
RETURN coalesce(proposition.statement, proposition.caption) AS proposition,
       COLLECT { MATCH (proposition)-[:SUBJECT]->(concept:Concept) RETURN concept.name }[0] AS subject,
       proposition.relation AS relation,
       COLLECT { MATCH (proposition)-[:OBJECT]->(concept:Concept) RETURN concept.name }[0] AS object,
       supporting,
       participants,
       contradicting
ORDER BY supporting DESC, proposition
