// The relationships that start at nodes.
// parameters: ids, types
UNWIND $ids AS id
MATCH (n) WHERE elementId(n) = id
MATCH (n)-[r]->(other)
WHERE type(r) IN $types
RETURN elementId(r) AS id, type(r) AS type, id AS start, elementId(other) AS end, properties(r) AS properties
