// The memos of a study: who wrote each, what it is about, cites and develops into.
// parameters: study
MATCH (memo:Memo {study: $study})
RETURN memo.key AS key,
       memo.name AS name,
       memo.kind AS kind,
       memo.title AS title,
       memo.text AS text,
       memo.writtenAt AS writtenAt,
       memo.status AS status,
       COLLECT { MATCH (person:Researcher)-[:WROTE]->(memo) RETURN person.key ORDER BY person.key } AS authors,
       COLLECT { MATCH (memo)-[:ABOUT]->(target) RETURN target.key ORDER BY target.key } AS about,
       COLLECT { MATCH (memo)-[:CITES]->(target:Reference) RETURN target.key ORDER BY target.key } AS cites,
       COLLECT { MATCH (memo)-[:DEVELOPS_INTO]->(target:Memo) RETURN target.key ORDER BY target.key } AS developsInto
