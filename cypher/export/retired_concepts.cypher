// The concepts that are no longer part of the theory, and what those that were merged went into.
// parameters: study
MATCH (concept:RetiredConcept {study: $study})
RETURN concept.key AS key,
       concept.name AS name,
       concept.definition AS definition,
       COLLECT { MATCH (concept)-[:MERGED_INTO]->(target:Concept) RETURN target.key ORDER BY target.key LIMIT 1 }[0] AS mergedInto,
       concept.formerNames AS formerNames,
       concept.guids AS guids
ORDER BY key
