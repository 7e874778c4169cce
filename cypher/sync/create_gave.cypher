// Interviews whose names tell who gave them.
// parameters: rows (maps of participant, interview)
UNWIND $rows AS row
MATCH (p:Participant {key: row.participant})
MATCH (i:Interview {key: row.interview})
CREATE (p)-[:GAVE {derived: true, by: []}]->(i)
