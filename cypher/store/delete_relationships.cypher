// Relationships that no document says any more. `Excerpt`, `CODED_AS` and `Concept` stand for any labels and type. Both
// ends are found first, so that of two nodes with many relationships neither is searched for all of its own.
// parameters: rows (lists of start (key), end (key), what tells it from others between them)
UNWIND $rows AS row
MATCH (a:Excerpt {key: row[0]})
MATCH (b:Concept {key: row[1]})
CALL (row, a, b) {
  MATCH (a)-[r:CODED_AS]->(b)
  WHERE CASE type(r) WHEN 'BEARS_ON' THEN coalesce(r.stance, '') + '|' + coalesce(r.memo, '') ELSE coalesce(r.coder, '') END = row[2]
  DELETE r
  RETURN count(*) AS found
}
RETURN count(CASE WHEN found > 0 THEN 1 END) AS done
