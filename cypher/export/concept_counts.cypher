// What grounds each concept of a study by itself, and what grounds it together with all below it.
// parameters: study, withdrawn
MATCH (unit:Concept {study: $study})
CALL (unit) {
  OPTIONAL MATCH (unit)<-[put:CODED_AS]-(span:Excerpt)-[:FROM]->(interview:Interview)
  WHERE $withdrawn OR NOT span.withdrawn
  RETURN count(put) AS codings,
         count(DISTINCT span) AS excerpts,
         count(DISTINCT put.coder) AS coders,
         collect(DISTINCT interview) AS interviews
}
CALL (unit) {
  MATCH (unit)<-[:SUBSUMED_BY*0..]-(below:Concept)
  WITH DISTINCT below
  OPTIONAL MATCH (below)<-[put:CODED_AS]-(span:Excerpt)-[:FROM]->(interview:Interview)
  WHERE $withdrawn OR NOT span.withdrawn
  RETURN count(put) AS allCodings,
         count(DISTINCT span) AS allExcerpts,
         count(DISTINCT put.coder) AS allCoders,
         collect(DISTINCT interview) AS allInterviews
}
RETURN unit.key AS key,
       CASE WHEN unit:Theme THEN 'Theme' WHEN unit:Category THEN 'Category' ELSE 'Code' END AS level,
       excerpts,
       codings,
       COUNT {
         UNWIND interviews AS interview
         MATCH (interview)<-[:GAVE]-(person:Participant)
         WHERE $withdrawn OR coalesce(person.consent, 'active') <> 'withdrawn'
         RETURN DISTINCT person
       } AS participants,
       size([interview IN interviews WHERE NOT interview.unnamed]) AS interviews,
       coders,
       COUNT {
         MATCH (unit)<-[:CONTRADICTS]-(span:Excerpt)
         WHERE $withdrawn OR NOT span.withdrawn
         RETURN DISTINCT span
       } AS negativeCases,
       allExcerpts,
       allCodings,
       COUNT {
         UNWIND allInterviews AS interview
         MATCH (interview)<-[:GAVE]-(person:Participant)
         WHERE $withdrawn OR coalesce(person.consent, 'active') <> 'withdrawn'
         RETURN DISTINCT person
       } AS allParticipants,
       size([interview IN allInterviews WHERE NOT interview.unnamed]) AS allInterviews,
       allCoders,
       COUNT {
         MATCH (unit)<-[:SUBSUMED_BY*0..]-(below:Concept)
         WITH DISTINCT below
         MATCH (below)<-[:CONTRADICTS]-(span:Excerpt)
         WHERE $withdrawn OR NOT span.withdrawn
         RETURN DISTINCT span
       } AS allNegativeCases
