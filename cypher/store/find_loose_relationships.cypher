// The relationships that come to nodes from a node that is none of the study's.
// parameters: ids, types, labels, study, prefix (the study's id and a slash)
UNWIND $ids AS id
MATCH (n) WHERE elementId(n) = id
MATCH (n)<-[r]-(other)
WHERE type(r) IN $types
  AND NOT (coalesce(other.key = $study OR other.key STARTS WITH $prefix, false) AND any(each IN labels(other) WHERE each IN $labels))
RETURN elementId(r) AS id, type(r) AS type, elementId(other) AS start, id AS end, properties(r) AS properties
