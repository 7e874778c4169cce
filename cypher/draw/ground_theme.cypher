// Draws how a theme is grounded: the tree below it, a few excerpts of each concept (one where the tree is large), and whose they are.
MATCH (theme:Concept {study: $study})
WHERE $concept IN [theme.key, theme.name]
MATCH (theme)<-[:SUBSUMED_BY*0..]-(unit:Concept)
WITH theme, collect(DISTINCT unit) AS branch
UNWIND branch AS unit
CALL (unit) {
  MATCH (unit)<-[:CODED_AS]-(span:Excerpt)
  WHERE $withdrawn OR NOT span.withdrawn
  WITH DISTINCT span
  ORDER BY span.key
  LIMIT 3
  RETURN collect(span) AS some
}
MATCH tree = (unit)-[:SUBSUMED_BY*0..]->(theme)
OPTIONAL MATCH words = (unit)<-[:CODED_AS]-(span:Excerpt)-[:FROM]->(interview:Interview)
WHERE span IN CASE WHEN size(branch) > 30 THEN some[..1] ELSE some END
OPTIONAL MATCH voice = (interview)<-[:GAVE]-(person:Participant)
WHERE $withdrawn OR coalesce(person.consent, 'active') <> 'withdrawn'
RETURN tree, words, voice
