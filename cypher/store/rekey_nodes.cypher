// Nodes that stay the same under another key. `Concept` stands for any label.
// parameters: rows (lists of old key, new key)
UNWIND $rows AS row
MATCH (n:Concept {key: row[0]})
SET n.key = row[1]
RETURN count(*) AS done
