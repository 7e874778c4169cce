// New relationships. `Excerpt`, `CODED_AS` and `Concept` stand for any labels and type.
// parameters: rows (lists of start (key), end (key), properties)
UNWIND $rows AS row
MATCH (a:Excerpt {key: row[0]})
MATCH (b:Concept {key: row[1]})
CREATE (a)-[r:CODED_AS]->(b)
SET r = row[2]
RETURN count(*) AS done
