// Versions of which something beside the records was computed again.
// parameters: rows (lists of key, properties)
UNWIND $rows AS row
MATCH (v:Version {key: row[0]})
SET v += row[1]
RETURN count(*) AS done
