// Of these nodes, those that no document says and nothing names go. A derived GAVE names nothing; a document names by
// its list of mentions what none of its relationships reaches.
// parameters: ids
UNWIND $ids AS id
MATCH (n) WHERE elementId(n) = id AND size(coalesce(n.by, [])) = 0
  AND NOT EXISTS { (n)-[r]-() WHERE r.derived IS NULL }
  AND NOT EXISTS { MATCH (d:Document {study: n.study}) WHERE n.key IN d.mentions }
DETACH DELETE n
