// Nodes that lose a label. `Concept` and `Code` stand for any labels.
// parameters: rows (keys)
UNWIND $rows AS key
MATCH (n:Concept {key: key})
REMOVE n:Code
RETURN count(*) AS done
