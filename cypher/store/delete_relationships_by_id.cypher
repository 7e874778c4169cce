// Relationships that cannot be named by their ends, type and properties.
// parameters: rows (element ids)
UNWIND $rows AS id
MATCH ()-[r]->() WHERE elementId(r) = id
DELETE r
RETURN count(*) AS done
