// The relationships that come to nodes from a node that is none of the study's: one without its key, or without a label
// that has keys.
// parameters: ids, types, study, prefix (the study's id and a slash)
UNWIND $ids AS id
MATCH (n) WHERE elementId(n) = id
MATCH (n)<-[r]-(other)
WHERE type(r) IN $types
  AND (NOT coalesce(other.key STARTS WITH $prefix OR other.key = $study, false)
       OR NOT other:Excerpt|Turn|Transcript|Interview|Participant|Researcher|Document|Study|Concept|RetiredConcept|Proposition|Memo|Reference|Revision)
RETURN elementId(r) AS id, type(r) AS type, elementId(other) AS start, id AS end, properties(r) AS properties
