// What nodes are called, for whoever has to find them.
// parameters: ids
UNWIND $ids AS id
MATCH (n) WHERE elementId(n) = id
RETURN id, coalesce(toStringOrNull(n.caption), toStringOrNull(n.key), head(labels(n)), id) AS name
