// What a document says of a node is said of another now.
// parameters: study, rows (maps of document (its number), old, new)
UNWIND $rows AS row
MATCH (d:Document {study: $study})
WHERE d.id = row.document
SET d.anchors = [each IN d.anchors WHERE NOT each IN [row.old, row.new]] + row.new
