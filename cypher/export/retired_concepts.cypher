// The concepts that went into others.
// parameters: study
MATCH (concept:RetiredConcept {study: $study})
WHERE concept.mergedInto IS NOT NULL
RETURN concept.key AS key,
       concept.name AS name,
       concept.definition AS definition,
       concept.mergedInto AS mergedInto,
       concept.formerNames AS formerNames,
       concept.guids AS guids
ORDER BY key
