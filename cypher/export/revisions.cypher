// The changes of a study's theory, who made each, and the memo that gives its reason.
// parameters: study
MATCH (revision:Revision {study: $study})
RETURN revision.key AS key,
       revision.kind AS kind,
       revision.at AS at,
       revision.row AS row,
       revision.before AS before,
       revision.after AS after,
       revision.note AS note,
       COLLECT { MATCH (person:Researcher)-[:MADE]->(revision) RETURN person.key ORDER BY person.key } AS by,
       COLLECT { MATCH (revision)-[:JUSTIFIED_BY]->(memo:Memo) RETURN memo.key ORDER BY memo.key } AS memos
ORDER BY row, at, key
