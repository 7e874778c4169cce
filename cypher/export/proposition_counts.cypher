// What speaks for each proposition of a study and what against it.
// parameters: study, withdrawn
MATCH (proposition:Proposition {study: $study})
CALL (proposition) {
  OPTIONAL MATCH (proposition)<-[:SUPPORTS]-(span:Excerpt)-[:FROM]->(interview:Interview)
  WHERE $withdrawn OR NOT span.withdrawn
  RETURN count(DISTINCT span) AS supports, collect(DISTINCT interview) AS interviews
}
RETURN proposition.key AS key,
       supports,
       COUNT {
         UNWIND interviews AS interview
         MATCH (interview)<-[:GAVE]-(person:Participant)
         WHERE $withdrawn OR coalesce(person.consent, 'active') <> 'withdrawn'
         RETURN DISTINCT person
       } AS participants,
       COUNT {
         MATCH (proposition)<-[:CONTRADICTS]-(span:Excerpt)
         WHERE $withdrawn OR NOT span.withdrawn
         RETURN DISTINCT span
       } AS contradicts
