// title: a relationship joins two studies
// mend: remove both studies and load their folders again
// parameters: [study]

MATCH (one:Study|Document|Participant|Interview|Transcript|Turn|Excerpt|Concept|RetiredConcept|Proposition|Memo|Reference|Researcher|Revision)
WHERE one.key STARTS WITH $study + '/' OR one.key = $study
MATCH (one)-[edge]-(other)
WHERE coalesce(other.study, '') <> $study
RETURN one.key AS key, type(edge) AS relationship, other.key AS other
ORDER BY key, relationship, other
