// Nodes get exactly these properties.
// parameters: rows (maps of id, properties)
UNWIND $rows AS row
MATCH (n) WHERE elementId(n) = row.id
SET n = row.properties
