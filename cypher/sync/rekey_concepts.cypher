// Concepts that the codebook now knows under another identity: the same nodes, and what was written under the old
// identity remembers it.
// parameters: rows (maps of old, new, local)
UNWIND $rows AS row
MATCH (c:Concept {key: row.old})
CALL (c, row) {
  MATCH ()-[r:CODED_AS|CONTRADICTS|SUBJECT|OBJECT|BEARS_ON|SAMPLED_FOR|SUBSUMED_BY|ABOUT|USED|GENERATED]->(c)
  WHERE r.named IS NULL AND (type(r) <> 'ABOUT' OR r.to IS NULL)
  SET r.named = row.local
}
SET c.key = row.new
