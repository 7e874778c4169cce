// Versions that stand no longer, from a round on.
// parameters: rows (keys), number (of the round)
UNWIND $rows AS key
MATCH (v:Version {key: key})
WHERE v.until IS NULL
SET v.until = $number
RETURN count(*) AS done
