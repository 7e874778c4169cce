// title: a concept is subsumed by itself, through others
// mend: take one of the parents away in the codebook, and load it again
// parameters: [study]

MATCH (unit:Concept {study: $study})
WHERE EXISTS { (unit)-[:SUBSUMED_BY*1..]->(unit) }
RETURN unit.key AS key, unit.name AS name
ORDER BY key
