// Relationships around nodes, of the types that a document can say: what the graph holds of them.
// parameters: anchors (a list of element ids), types (a list of relationship types)
MATCH (n)
WHERE elementId(n) IN $anchors
MATCH (n)-[r:GAVE|CONDUCTED|SAMPLED_FOR|SUBSUMED_BY|SUBJECT|OBJECT|ABOUT|CITES|DEVELOPS_INTO|WROTE|MADE|USED|GENERATED|JUSTIFIED_BY|BEARS_ON]-()
WHERE type(r) IN $types
RETURN DISTINCT elementId(r) AS id, type(r) AS type, startNode(r).key AS start, endNode(r).key AS end, properties(r) AS properties
