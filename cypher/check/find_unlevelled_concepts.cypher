// title: a concept is not exactly one of Code, Category and Theme
// mend: load the codebook again
// parameters: [study]

MATCH (unit:Concept {study: $study})
WITH unit, [word IN labels(unit) WHERE word IN ['Code', 'Category', 'Theme']] AS levels
WHERE size(levels) <> 1
RETURN unit.key AS key, unit.name AS name, levels
ORDER BY key
