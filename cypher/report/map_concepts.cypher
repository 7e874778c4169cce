// Every concept of a study as a map shows it: what it is, where it stands, whose words ground it and stand against it.
// Participants who withdrew are left out of all counts.
// parameters: study
MATCH (unit:Concept {study: $study})
CALL (unit) {
  MATCH (unit)<-[:SUBSUMED_BY*0..]-(below:Concept)
  WITH DISTINCT below
  MATCH (below)<-[:CODED_AS]-(span:Excerpt)-[:FROM]->(interview:Interview)
  WHERE NOT span.withdrawn
  WITH interview, count(DISTINCT span) AS found
  RETURN collect(interview) AS interviews, sum(found) AS excerpts
}
RETURN unit.key AS key,
       unit.name AS name,
       CASE WHEN unit:Theme THEN 'Theme' WHEN unit:Category THEN 'Category' ELSE 'Code' END AS level,
       unit.definition AS definition,
       coalesce(unit.properties, []) AS properties,
       unit.origin AS origin,
       coalesce(unit.status, 'active') AS status,
       unit.isCore AS core,
       unit.negativeCaseSoughtAt AS soughtAt,
       unit.negativeCaseSoughtBy AS soughtBy,
       COLLECT { MATCH (unit)-[up:SUBSUMED_BY]->(parent:Concept) RETURN parent.key ORDER BY up.position, parent.key } AS parents,
       excerpts,
       size([interview IN interviews WHERE NOT interview.unnamed]) AS interviews,
       COUNT {
         UNWIND interviews AS interview
         MATCH (interview)<-[:GAVE]-(person:Participant)
         WHERE coalesce(person.consent, 'active') <> 'withdrawn'
         RETURN DISTINCT person
       } AS participants,
       COUNT {
         MATCH (unit)<-[:CODED_AS]-(span:Excerpt)
         WHERE NOT span.withdrawn
         RETURN DISTINCT span
       } AS own,
       COUNT {
         MATCH (unit)<-[:CODED_AS]-(span:Excerpt)
         WHERE span.quotable
         RETURN DISTINCT span
       } AS ownQuotable,
       COUNT {
         MATCH (unit)<-[:CONTRADICTS]-(span:Excerpt)
         WHERE NOT span.withdrawn
         RETURN DISTINCT span
       } AS against,
       COUNT {
         MATCH (unit)<-[:CONTRADICTS]-(span:Excerpt)
         WHERE span.quotable
         RETURN DISTINCT span
       } AS againstQuotable
ORDER BY name, key
