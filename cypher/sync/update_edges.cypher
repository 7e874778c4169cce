// Relationships get exactly these properties.
// parameters: rows (maps of id, properties)
UNWIND $rows AS row
MATCH ()-[r]->() WHERE elementId(r) = row.id
SET r = row.properties
