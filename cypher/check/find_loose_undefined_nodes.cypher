// title: a node that no document defines is named by nothing, or still has properties
// mend: load the documents of the study again; what nothing names goes with the next load
// parameters: [study]

MATCH (node:Participant|Interview|Concept|RetiredConcept|Proposition|Memo|Reference|Researcher)
WHERE node.study = $study AND node.status = 'undefined'
WITH node,
     [name IN keys(node) WHERE NOT name IN ['key', 'study', 'caption', 'by', 'status', 'name', 'unnamed']] AS properties,
     EXISTS { (node)--() }
     OR node:Memo AND (EXISTS { MATCH (unit:Concept {study: $study}) WHERE unit.negativeCaseMemo = node.key }
                       OR EXISTS { MATCH (:Reference {study: $study})-[link:BEARS_ON]->() WHERE link.memo = node.key })
     AS named
WHERE size(properties) > 0 OR NOT named OR size(node.by) > 0
RETURN node.key AS key, properties, named, node.by AS by
ORDER BY key
