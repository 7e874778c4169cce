// The memos of a study that are about concepts or propositions, with who wrote them and what each is about.
// parameters: study
MATCH (memo:Memo {study: $study})
WITH memo, COLLECT {
  MATCH (memo)-[:ABOUT]->(subject)
  WHERE subject:Concept OR subject:Proposition
  RETURN DISTINCT subject.key ORDER BY subject.key
} AS about
WHERE size(about) > 0
RETURN memo.key AS key,
       memo.name AS name,
       memo.title AS title,
       memo.kind AS kind,
       memo.text AS text,
       memo.writtenAt AS at,
       COLLECT { MATCH (memo)<-[:WROTE]-(writer:Researcher) RETURN writer.name ORDER BY writer.name } AS by,
       about
ORDER BY at, name
