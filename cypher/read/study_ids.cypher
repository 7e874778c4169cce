// The ids of the studies in the graph.
// parameters: none
MATCH (study:Study)
RETURN study.key AS study
ORDER BY study
