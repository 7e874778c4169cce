// Every concept of a study as a map shows it: what it is, where it stands, whose words ground it and stand against it.
// Participants who withdrew are left out of all counts. `quotable` are the keys of interviews that consent lets be quoted.
// parameters: study, quotable
MATCH (unit:Concept {study: $study})
CALL (unit) {
  MATCH (unit)<-[:SUBSUMED_BY*0..]-(below:Concept)
  WITH DISTINCT below
  MATCH (below)<-[:CODED_AS]-(span:Excerpt)-[:FROM]->(interview:Interview)
  WITH interview, count(DISTINCT span) AS found
  WHERE NOT EXISTS { (interview)<-[:GAVE]-(:Participant {consent: 'withdrawn'}) }
  RETURN collect(interview) AS interviews, sum(found) AS excerpts
}
RETURN unit.key AS key,
       unit.name AS name,
       CASE WHEN unit:Theme THEN 'Theme' WHEN unit:Category THEN 'Category' ELSE 'Code' END AS level,
       unit.definition AS definition,
       coalesce(unit.properties, []) AS properties,
       unit.origin AS origin,
       coalesce(unit.status, 'active') AS status,
       coalesce(unit.isCore, false) AS core,
       unit.negativeCaseSoughtAt AS soughtAt,
       unit.negativeCaseSoughtBy AS soughtBy,
       COLLECT { MATCH (unit)-[up:SUBSUMED_BY]->(parent:Concept) RETURN parent.key ORDER BY up.position, parent.key } AS parents,
       excerpts,
       size([interview IN interviews WHERE interview.unnamed IS NULL]) AS interviews,
       COUNT {
         UNWIND interviews AS interview
         MATCH (interview)<-[:GAVE]-(person:Participant)
         RETURN DISTINCT person
       } AS participants,
       COUNT {
         MATCH (unit)<-[:CODED_AS]-(span:Excerpt)-[:FROM]->(interview:Interview)
         WHERE NOT EXISTS { (interview)<-[:GAVE]-(:Participant {consent: 'withdrawn'}) }
         RETURN DISTINCT span
       } AS own,
       COUNT {
         MATCH (unit)<-[:CODED_AS]-(span:Excerpt)-[:FROM]->(interview:Interview)
         WHERE interview.key IN $quotable
         RETURN DISTINCT span
       } AS ownQuotable,
       COUNT {
         MATCH (unit)<-[:CONTRADICTS]-(span:Excerpt)-[:FROM]->(interview:Interview)
         WHERE NOT EXISTS { (interview)<-[:GAVE]-(:Participant {consent: 'withdrawn'}) }
         RETURN DISTINCT span
       } AS against,
       COUNT {
         MATCH (unit)<-[:CONTRADICTS]-(span:Excerpt)-[:FROM]->(interview:Interview)
         WHERE interview.key IN $quotable
         RETURN DISTINCT span
       } AS againstQuotable
ORDER BY name, key
