// title: a node that should be some document's word is none's
// mend: remove the study and load its folder again
// parameters: [study]

MATCH (node:Participant|Interview|Concept|RetiredConcept|Proposition|Memo|Reference|Researcher|Revision)
WHERE node.study = $study AND size(coalesce(node.by, [])) = 0 AND coalesce(node.status, 'active') <> 'undefined'
RETURN node.key AS key, labels(node) AS labels
ORDER BY key
