// Nodes that no document says any more. Their own relationships are gone already: whatever is left is told.
// `Concept` stands for any label.
// parameters: rows (keys)
UNWIND $rows AS key
MATCH (n:Concept {key: key})
WITH n, [(n)-[r]-() | {
  id: elementId(r),
  type: type(r),
  start: coalesce(toStringOrNull(startNode(r).caption), toStringOrNull(startNode(r).key), head(labels(startNode(r)))),
  end: coalesce(toStringOrNull(endNode(r).caption), toStringOrNull(endNode(r).key), head(labels(endNode(r))))
}] AS left
DETACH DELETE n
RETURN count(*) AS done, collect(left) AS left
