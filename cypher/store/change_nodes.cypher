// Nodes whose properties have changed. `Concept` stands for any label.
// parameters: rows (lists of key, properties (null takes one away))
UNWIND $rows AS row
MATCH (n:Concept {key: row[0]})
SET n += row[1]
RETURN count(*) AS done
