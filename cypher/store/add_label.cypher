// Nodes that get a label. `Concept` and `Code` stand for any labels.
// parameters: rows (keys)
UNWIND $rows AS key
MATCH (n:Concept {key: key})
SET n:Code
RETURN count(*) AS done
