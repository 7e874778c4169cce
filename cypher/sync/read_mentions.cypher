// Relationships that reach a node under one of several names, for when what those names mean has changed. `local` is the
// identity under which a relationship without `named` was written. Where `names` is null, all are meant.
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
WHERE (row.label IN ['Concept', 'RetiredConcept'] OR type(r) = 'ABOUT')
  AND (row.names IS NULL OR r.said IS NOT NULL OR any(name IN coalesce(r.named, [row.local]) WHERE name IN row.names))
RETURN elementId(r) AS id, type(r) AS type, source.key AS start, elementId(source) AS startId, n.key AS end,
       row.local AS local, properties(r) AS properties
