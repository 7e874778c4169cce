// New versions of documents.
// parameters: rows (all properties of each)
UNWIND $rows AS row
MATCH (s:Study {key: row.study})
CREATE (v:Version)-[:VERSION_OF]->(s)
SET v = row
RETURN count(*) AS done
