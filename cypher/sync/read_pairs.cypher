// Relationships of a type from a node to the one with a key.
// parameters: rows (maps of start (element id), end (key), type)
UNWIND $rows AS row
MATCH (a) WHERE elementId(a) = row.start
MATCH (a)-[r]->(b)
WHERE type(r) = row.type AND b.key = row.end
RETURN DISTINCT elementId(r) AS id, type(r) AS type, a.key AS start, b.key AS end, properties(r) AS properties
