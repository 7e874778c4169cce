// Relationships that no document says any more. `Excerpt`, `CODED_AS` and `Concept` stand for any labels and type.
// parameters: rows (lists of start (key), end (key), what tells it from others between them)
UNWIND $rows AS row
MATCH (a:Excerpt {key: row[0]})
MATCH (b:Concept {key: row[1]})
WITH row, a, b
MATCH (a)-[r:CODED_AS]->(b)
WHERE CASE type(r) WHEN 'BEARS_ON' THEN coalesce(r.stance, '') + '|' + coalesce(r.memo, '') ELSE coalesce(r.coder, '') END = row[2]
DELETE r
RETURN count(DISTINCT row) AS done
