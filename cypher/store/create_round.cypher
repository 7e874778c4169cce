// A new round. It has the study's problems from now on, the round before has them no longer.
// parameters: rows (one map of all properties), last (the key of the round before), problems (null: as they were)
UNWIND $rows AS row
MATCH (s:Study {key: row.study})
OPTIONAL MATCH (last:Round {key: $last})
CREATE (r:Round)-[:ROUND_OF]->(s)
SET r = row, r.problems = coalesce($problems, last.problems)
REMOVE last.problems
RETURN count(*) AS done
