// Nodes that have a label which is not theirs. `Concept` stands for any label.
// parameters: rows (element ids)
UNWIND $rows AS id
MATCH (n) WHERE elementId(n) = id
REMOVE n:Concept
RETURN count(*) AS done
