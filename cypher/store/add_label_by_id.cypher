// Nodes that lack a label. `Concept` stands for any label.
// parameters: rows (element ids)
UNWIND $rows AS id
MATCH (n) WHERE elementId(n) = id
SET n:Concept
RETURN count(*) AS done
