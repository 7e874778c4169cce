// title: a node that no document defines is named by nothing, or still has properties
// mend: load the documents of the study again; what nothing names goes with the next load
// parameters: [study]

MATCH (node:Participant|Interview|Concept|RetiredConcept|Proposition|Memo|Reference|Researcher)
WHERE node.study = $study AND node.status = 'undefined'
WITH node,
     [name IN keys(node) WHERE NOT name IN ['key', 'study', 'caption', 'by', 'status', 'name', 'unnamed']] AS properties,
     EXISTS { (node)--() } OR EXISTS { MATCH (d:Document {study: $study}) WHERE node.key IN d.mentions } AS named
WHERE size(node.by) = 0 AND (size(properties) > 0 OR NOT named)
RETURN node.key AS key, properties, named, node.by AS by
ORDER BY key
