// Of these nodes, those that no document says and nothing names go; a derived GAVE names nothing.
// parameters: ids
UNWIND $ids AS id
MATCH (n) WHERE elementId(n) = id AND size(coalesce(n.by, [])) = 0
  AND NOT EXISTS { (n)-[r]-() WHERE r.derived IS NULL }
DETACH DELETE n
