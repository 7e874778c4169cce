// One row a theme: what it is made of, how it is grounded, what stands against it, what the literature says.
// A theme is a concept of level Theme; where a study has none, its outermost concepts stand in for themes.
// parameters: study, withdrawn
MATCH (top:Concept {study: $study})
WHERE top:Theme
   OR NOT EXISTS { MATCH (any:Concept {study: $study}) WHERE any:Theme } AND NOT EXISTS { (top)-[:SUBSUMED_BY]->(:Concept) }
CALL (top) {
  MATCH (top)<-[:SUBSUMED_BY*0..]-(unit:Concept)
  RETURN collect(DISTINCT unit) AS branch
}
CALL (branch) {
  UNWIND branch AS unit
  MATCH (unit)<-[:CODED_AS]-(span:Excerpt)-[:FROM]->(interview:Interview)
  WHERE $withdrawn OR NOT span.withdrawn
  WITH interview, count(DISTINCT span) AS found
  RETURN collect(interview) AS interviews, sum(found) AS excerpts
}
RETURN top.name AS theme,
       top.key AS key,
       COLLECT { MATCH (top)-[:SUBSUMED_BY]->(parent:Concept) RETURN parent.name ORDER BY parent.name } AS within,
       CASE WHEN top:Theme THEN 'Theme' WHEN top:Category THEN 'Category' ELSE 'Code' END AS level,
       top.isCore AS core,
       size([unit IN branch WHERE unit <> top AND unit:Category]) AS categories,
       size([unit IN branch WHERE unit <> top AND unit:Code]) AS codes,
       excerpts,
       size([interview IN interviews WHERE NOT interview.unnamed]) AS interviews,
       COUNT {
         UNWIND interviews AS interview
         MATCH (interview)<-[:GAVE]-(person:Participant)
         WHERE $withdrawn OR coalesce(person.consent, 'active') <> 'withdrawn'
         RETURN DISTINCT person
       } AS participants,
       COUNT {
         MATCH (person:Participant {study: $study})
         WHERE $withdrawn OR coalesce(person.consent, 'active') <> 'withdrawn'
       } AS of,
       COUNT {
         UNWIND branch AS unit
         MATCH (unit)<-[:CONTRADICTS]-(span:Excerpt)
         WHERE $withdrawn OR NOT span.withdrawn
         RETURN DISTINCT span
       } AS negativeCases,
       COUNT {
         UNWIND branch AS unit
         MATCH (unit)<-[:SUBJECT|OBJECT*0..1]-(:Concept|Proposition)<-[:BEARS_ON]-(reference:Reference)
         RETURN DISTINCT reference
       } AS literature,
       COLLECT {
         UNWIND branch AS unit
         WITH unit
         WHERE NOT EXISTS {
           MATCH (unit)<-[:SUBSUMED_BY*0..]-(:Concept)<-[:CODED_AS]-(excerpt:Excerpt)
           WHERE $withdrawn OR NOT excerpt.withdrawn
         }
         RETURN unit.name ORDER BY unit.name
       } AS ungrounded
ORDER BY within, theme
