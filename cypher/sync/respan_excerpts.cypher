// Excerpts whose place has changed span the turns of their new place.
// parameters: interview (its key), rows (maps of key, turns)
MATCH (i:Interview {key: $interview})
CALL (i) {
  OPTIONAL MATCH (i)<-[:PART_OF]-(t:Turn)
  WITH t ORDER BY t.index
  RETURN collect(t) AS turns
}
UNWIND $rows AS row
MATCH (e:Excerpt {key: row.key})
CALL (e) {
  MATCH (e)-[old:SPANS]->(:Turn)
  DELETE old
}
FOREACH (position IN row.turns | FOREACH (t IN turns[position..position + 1] | CREATE (e)-[:SPANS]->(t)))
