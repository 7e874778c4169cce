// Undefined concepts that a memo's link made: what the link names may have come since.
// parameters: study
MATCH (c:Concept {study: $study})
WHERE c.status = 'undefined' AND EXISTS { (c)<-[:ABOUT]-() }
RETURN c.key AS key
