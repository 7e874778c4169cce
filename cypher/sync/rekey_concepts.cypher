// Concepts that the codebook now knows under another identity: the same nodes; documents find them under the new key.
// parameters: study, rows (maps of old, new)
UNWIND $rows AS row
MATCH (c:Concept {key: row.old})
SET c.key = row.new
WITH row
MATCH (d:Document {study: $study})
WHERE row.old IN d.anchors
SET d.anchors = [each IN d.anchors WHERE each <> row.old] + row.new
