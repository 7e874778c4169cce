// New nodes.
// parameters: rows (maps of labels, properties)
UNWIND $rows AS row
CREATE (n:$(row.labels))
SET n = row.properties
RETURN n.key AS key, elementId(n) AS id
