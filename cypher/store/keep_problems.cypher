// What is outstanding in a study now, kept with its last round.
// parameters: rows (one list of round (key), problems)
UNWIND $rows AS row
MATCH (r:Round {key: row[0]})
SET r.problems = row[1]
RETURN count(*) AS done
