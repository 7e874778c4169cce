// Relationships that reach a node under one of several names, for when the codebook changes what those names mean.
// `local` is the identity that the node's key ends with: a relationship without `named` was written under it.
// Where `names` is null, every link of a memo is meant.
// parameters: rows (maps of key, label, local, names)
UNWIND $rows AS row
CALL (row) {
  WITH row WHERE row.label = 'Concept'
  MATCH (n:Concept {key: row.key}) RETURN n
  UNION ALL
  WITH row WHERE row.label = 'RetiredConcept'
  MATCH (n:RetiredConcept {key: row.key}) RETURN n
  UNION ALL
  WITH row WHERE row.label = 'Interview'
  MATCH (n:Interview {key: row.key}) RETURN n
  UNION ALL
  WITH row WHERE row.label = 'Reference'
  MATCH (n:Reference {key: row.key}) RETURN n
  UNION ALL
  WITH row WHERE row.label = 'Memo'
  MATCH (n:Memo {key: row.key}) RETURN n
  UNION ALL
  WITH row WHERE row.label = 'Proposition'
  MATCH (n:Proposition {key: row.key}) RETURN n
  UNION ALL
  WITH row WHERE row.label = 'Participant'
  MATCH (n:Participant {key: row.key}) RETURN n
}
MATCH (source)-[r:CODED_AS|CONTRADICTS|SUBJECT|OBJECT|BEARS_ON|SAMPLED_FOR|SUBSUMED_BY|ABOUT|USED|GENERATED]->(n)
WHERE coalesce(r.named, row.local) IN row.names OR (row.names IS NULL AND type(r) = 'ABOUT')
RETURN elementId(r) AS id, type(r) AS type, source.key AS start, elementId(source) AS startId, n.key AS end,
       coalesce(r.named, row.local) AS name, properties(r) AS properties
