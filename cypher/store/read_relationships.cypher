// The relationships that start at nodes: a row a node, since rows are what takes the time.
// parameters: ids, types
UNWIND $ids AS id
MATCH (n) WHERE elementId(n) = id
RETURN id AS start,
       [(n)-[r]->(other) WHERE type(r) IN $types | [elementId(r), type(r), elementId(other), properties(r)]] AS found
