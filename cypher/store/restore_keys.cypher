// Nodes that get back a key which was taken from them.
// parameters: rows (lists of element id, key)
UNWIND $rows AS row
MATCH (n) WHERE elementId(n) = row[0]
SET n.key = row[1]
RETURN count(*) AS done
