// title: a retired concept still carries a label of the living theory
// mend: load the codebook and the revisions again
// parameters: [study]

MATCH (unit:RetiredConcept {study: $study})
WITH unit, [word IN labels(unit) WHERE word IN ['Concept', 'Code', 'Category', 'Theme']] AS living
WHERE size(living) > 0
RETURN unit.key AS key, unit.name AS name, living
ORDER BY key
