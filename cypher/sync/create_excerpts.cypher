// New excerpts of one interview with everything that hangs on them. `targets` holds the keys of the concepts that
// the rows name by position, and a row's `turns` are positions in the interview's turns.
// parameters: interview (its key), concepts (keys), propositions (keys), rows (maps of properties, turns, codings, against, supports, counters)
MATCH (i:Interview {key: $interview})
CALL (i) {
  OPTIONAL MATCH (i)<-[:PART_OF]-(t:Turn)
  WITH t ORDER BY t.index
  RETURN collect(t) AS turns
}
CALL () {
  UNWIND range(0, size($concepts)) AS position
  OPTIONAL MATCH (c:Concept {key: $concepts[position]})
  WITH c, position ORDER BY position
  RETURN collect(c) AS concepts
}
CALL () {
  UNWIND range(0, size($propositions)) AS position
  OPTIONAL MATCH (p:Proposition {key: $propositions[position]})
  WITH p, position ORDER BY position
  RETURN collect(p) AS propositions
}
UNWIND $rows AS row
CREATE (e:Excerpt)-[:FROM]->(i)
SET e = row.properties
FOREACH (position IN row.turns | FOREACH (t IN turns[position..position + 1] | CREATE (e)-[:SPANS]->(t)))
FOREACH (said IN row.codings | FOREACH (c IN concepts[said.target..said.target + 1] | CREATE (e)-[r:CODED_AS]->(c) SET r = said.properties))
FOREACH (said IN row.against | FOREACH (c IN concepts[said.target..said.target + 1] | CREATE (e)-[r:CONTRADICTS]->(c) SET r = said.properties))
FOREACH (said IN row.supports | FOREACH (p IN propositions[said.target..said.target + 1] | CREATE (e)-[r:SUPPORTS]->(p) SET r = said.properties))
FOREACH (said IN row.counters | FOREACH (p IN propositions[said.target..said.target + 1] | CREATE (e)-[r:CONTRADICTS]->(p) SET r = said.properties))
