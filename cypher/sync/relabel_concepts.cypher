// Concepts whose level has changed.
// parameters: rows (maps of key, label)
UNWIND $rows AS row
MATCH (c:Concept {key: row.key})
REMOVE c:Code:Category:Theme
SET c:$(row.label)
