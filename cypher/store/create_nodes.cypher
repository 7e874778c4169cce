// New nodes. `Concept` stands for any label or labels.
// parameters: rows (all properties of each)
UNWIND $rows AS row
CREATE (n:Concept)
SET n = row
RETURN count(*) AS done
