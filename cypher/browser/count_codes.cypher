// title: What a theme rests on, in numbers
// about: >-
//   A row is the theme or one concept below it, with all that is coded at or below that concept. Participants who
//   withdrew are left out.
// parameters:
//   study: {type: study, means: the id of the study}
//   concept: {type: concept, means: "the theme, or any category or code"}

MATCH (theme:Concept {study: $study})
WHERE $concept IN [theme.key, theme.name]
MATCH path = (theme)<-[:SUBSUMED_BY*0..]-(unit:Concept)
WITH unit, min(reduce(text = '', each IN tail(nodes(path)) | text + ' > ' + each.name)) AS place
CALL (unit) {
  MATCH (unit)<-[:SUBSUMED_BY*0..]-(below:Concept)
  WITH DISTINCT below
  MATCH (below)<-[:CODED_AS]-(excerpt:Excerpt)-[:FROM]->(interview:Interview)
  WHERE NOT excerpt.withdrawn
  WITH interview, count(DISTINCT excerpt) AS found
  RETURN collect(interview) AS interviews, sum(found) AS excerpts
}
RETURN unit.name AS concept,
       CASE WHEN unit:Theme THEN 'Theme' WHEN unit:Category THEN 'Category' ELSE 'Code' END AS level,
       excerpts,
       COUNT {
         UNWIND interviews AS interview
         MATCH (interview)<-[:GAVE]-(person:Participant)
         WHERE coalesce(person.consent, 'active') <> 'withdrawn'
         RETURN DISTINCT person
       } AS participants,
       COUNT {
         MATCH (unit)<-[:SUBSUMED_BY*0..]-(:Concept)<-[:CONTRADICTS]-(excerpt:Excerpt)
         WHERE NOT excerpt.withdrawn
         RETURN DISTINCT excerpt
       } AS negativeCases,
       unit.definition AS definition
ORDER BY place, unit.key
