// A study of which every part is written.
// parameters: rows (one list of study, its last round (key or null))
UNWIND $rows AS row
MATCH (s:Study {key: row[0]})
OPTIONAL MATCH (r:Round {key: row[1]})
SET r.status = 'written'
REMOVE s.writing
RETURN count(*) AS done
