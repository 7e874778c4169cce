// What grounds each concept of a study by itself, and what grounds it together with all below it.
// parameters: study, withdrawn
MATCH (unit:Concept {study: $study})
CALL (unit) {
  OPTIONAL MATCH (unit)<-[put:CODED_AS]-(span:Excerpt)-[:FROM]->(interview:Interview)
  WHERE $withdrawn OR NOT EXISTS { (interview)<-[:GAVE]-(:Participant {consent: 'withdrawn'}) }
  RETURN count(put) AS codings,
         count(DISTINCT span) AS excerpts,
         count(DISTINCT put.coder) AS coders,
         collect(DISTINCT interview) AS interviews
}
CALL (unit) {
  MATCH (unit)<-[:SUBSUMED_BY*0..]-(below:Concept)
  WITH DISTINCT below
  OPTIONAL MATCH (below)<-[put:CODED_AS]-(span:Excerpt)-[:FROM]->(interview:Interview)
  WHERE $withdrawn OR NOT EXISTS { (interview)<-[:GAVE]-(:Participant {consent: 'withdrawn'}) }
  RETURN count(put) AS allCodings,
         count(DISTINCT span) AS allExcerpts,
         count(DISTINCT put.coder) AS allCoders,
         collect(DISTINCT interview) AS allInterviews
}
RETURN unit.key AS key,
       CASE WHEN unit:Theme THEN 'Theme' WHEN unit:Category THEN 'Category' ELSE 'Code' END AS level,
       excerpts,
       codings,
       COUNT { UNWIND interviews AS interview MATCH (interview)<-[:GAVE]-(person:Participant) RETURN DISTINCT person } AS participants,
       size([interview IN interviews WHERE interview.unnamed IS NULL]) AS interviews,
       coders,
       COUNT {
         MATCH (unit)<-[:CONTRADICTS]-(span:Excerpt)-[:FROM]->(interview:Interview)
         WHERE $withdrawn OR NOT EXISTS { (interview)<-[:GAVE]-(:Participant {consent: 'withdrawn'}) }
         RETURN DISTINCT span
       } AS negativeCases,
       allExcerpts,
       allCodings,
       COUNT { UNWIND allInterviews AS interview MATCH (interview)<-[:GAVE]-(person:Participant) RETURN DISTINCT person } AS allParticipants,
       size([interview IN allInterviews WHERE interview.unnamed IS NULL]) AS allInterviews,
       allCoders,
       COUNT {
         MATCH (unit)<-[:SUBSUMED_BY*0..]-(below:Concept)
         WITH DISTINCT below
         MATCH (below)<-[:CONTRADICTS]-(span:Excerpt)-[:FROM]->(interview:Interview)
         WHERE $withdrawn OR NOT EXISTS { (interview)<-[:GAVE]-(:Participant {consent: 'withdrawn'}) }
         RETURN DISTINCT span
       } AS allNegativeCases
