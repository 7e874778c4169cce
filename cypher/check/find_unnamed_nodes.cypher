// title: a node has no caption to read in the Browser
// mend: remove the study and load its folder again
// parameters: [study]

CALL () {
  MATCH (node:Study|Document|Participant|Interview|Concept|RetiredConcept|Proposition|Memo|Reference|Researcher|Revision)
  WHERE node.study = $study
  RETURN node
UNION
  MATCH (:Interview {study: $study})-[:READS|FROM|PART_OF]-(node)
  RETURN node
}
WITH node
WHERE coalesce(node.caption, '') = ''
RETURN node.key AS key, labels(node) AS labels
ORDER BY key
