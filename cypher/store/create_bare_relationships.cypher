// New relationships without properties. `Excerpt`, `CODED_AS` and `Concept` stand for any labels and type.
// parameters: rows (lists of start (key), end (key))
UNWIND $rows AS row
MATCH (a:Excerpt {key: row[0]})
MATCH (b:Concept {key: row[1]})
CREATE (a)-[:CODED_AS]->(b)
RETURN count(*) AS done
