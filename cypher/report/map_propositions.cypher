// Every proposition of a study with the concepts that it relates, and how many excerpts speak for it and against it.
// Participants who withdrew are left out of all counts.
// parameters: study
MATCH (proposition:Proposition {study: $study})
CALL (proposition) {
  OPTIONAL MATCH (proposition)<-[:SUPPORTS]-(span:Excerpt)-[:FROM]->(interview:Interview)
  WHERE NOT span.withdrawn
  RETURN count(DISTINCT span) AS support,
         count(DISTINCT CASE WHEN span.quotable THEN span END) AS supportQuotable,
         collect(DISTINCT interview) AS interviews
}
CALL (proposition) {
  OPTIONAL MATCH (proposition)<-[:CONTRADICTS]-(span:Excerpt)
  WHERE NOT span.withdrawn
  RETURN count(DISTINCT span) AS against,
         count(DISTINCT CASE WHEN span.quotable THEN span END) AS againstQuotable
}
RETURN proposition.key AS key,
       proposition.name AS name,
       proposition.statement AS statement,
       proposition.relation AS relation,
       COLLECT { MATCH (proposition)-[:SUBJECT]->(unit:Concept) RETURN unit.key ORDER BY unit.key LIMIT 1 }[0] AS subject,
       COLLECT { MATCH (proposition)-[:OBJECT]->(unit:Concept) RETURN unit.key ORDER BY unit.key LIMIT 1 }[0] AS object,
       support,
       supportQuotable,
       COUNT {
         UNWIND interviews AS interview
         MATCH (interview)<-[:GAVE]-(person:Participant)
         WHERE coalesce(person.consent, 'active') <> 'withdrawn'
         RETURN DISTINCT person
       } AS participants,
       against,
       againstQuotable
ORDER BY name, key
