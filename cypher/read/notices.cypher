// What the studies in the graph want to be printed with every output made from them.
// parameters: none
MATCH (study:Study)
WHERE study.notice IS NOT NULL
RETURN study.notice AS notice
ORDER BY study.key
