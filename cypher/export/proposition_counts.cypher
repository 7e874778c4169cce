// What speaks for each proposition of a study and what against it.
// parameters: study, withdrawn
MATCH (proposition:Proposition {study: $study})
CALL (proposition) {
  OPTIONAL MATCH (proposition)<-[:SUPPORTS]-(span:Excerpt)-[:FROM]->(interview:Interview)
  WHERE $withdrawn OR NOT EXISTS { (interview)<-[:GAVE]-(:Participant {consent: 'withdrawn'}) }
  RETURN count(DISTINCT span) AS supports, collect(DISTINCT interview) AS interviews
}
RETURN proposition.key AS key,
       supports,
       COUNT { UNWIND interviews AS interview MATCH (interview)<-[:GAVE]-(person:Participant) RETURN DISTINCT person } AS participants,
       COUNT {
         MATCH (proposition)<-[:CONTRADICTS]-(span:Excerpt)-[:FROM]->(interview:Interview)
         WHERE $withdrawn OR NOT EXISTS { (interview)<-[:GAVE]-(:Participant {consent: 'withdrawn'}) }
         RETURN DISTINCT span
       } AS contradicts
