// title: a key does not begin with its study, or belongs to another kind of node
// mend: remove the study and load its folder again
// parameters: [study]

CALL () {
  MATCH (node:Document|Participant|Interview|Concept|RetiredConcept|Proposition|Memo|Reference|Researcher|Revision)
  WHERE node.study = $study
  RETURN node
UNION
  MATCH (:Interview {study: $study})-[:READS|FROM|PART_OF]-(node)
  RETURN node
}
WITH node,
     CASE
       WHEN node:Document THEN 'document'
       WHEN node:Participant THEN 'participant'
       WHEN node:Interview THEN 'interview'
       WHEN node:Transcript THEN 'transcript'
       WHEN node:Turn THEN 'turn'
       WHEN node:Excerpt THEN 'excerpt'
       WHEN node:Concept THEN 'concept'
       WHEN node:RetiredConcept THEN 'retired'
       WHEN node:Proposition THEN 'proposition'
       WHEN node:Memo THEN 'memo'
       WHEN node:Reference THEN 'reference'
       WHEN node:Researcher THEN 'researcher'
       WHEN node:Revision THEN 'revision'
       ELSE ''
     END AS word
WHERE NOT node.key STARTS WITH $study + '/' + word + '/' OR coalesce(node.study, '') <> $study
RETURN node.key AS key, node.study AS study, word AS kind
ORDER BY key
