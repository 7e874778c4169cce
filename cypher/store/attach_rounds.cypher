// Rounds and versions that hang on no Study, since theirs was deleted and made anew.
// parameters: rows (one study)
UNWIND $rows AS study
MATCH (s:Study {key: study})
CALL (s) {
  MATCH (r:Round {study: s.key})
  WHERE NOT EXISTS { (r)-[:ROUND_OF]->(s) }
  CREATE (r)-[:ROUND_OF]->(s)
}
CALL (s) {
  MATCH (v:Version {study: s.key})
  WHERE NOT EXISTS { (v)-[:VERSION_OF]->(s) }
  CREATE (v)-[:VERSION_OF]->(s)
}
RETURN count(*) AS done
