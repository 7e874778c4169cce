// The names by which a study's concepts, participants, interviews and memos are asked for.
// parameters: study
CALL () {
  MATCH (n:Concept {study: $study}) RETURN 'concept' AS kind, n
  UNION ALL
  MATCH (n:RetiredConcept {study: $study}) RETURN 'retired concept' AS kind, n
  UNION ALL
  MATCH (n:Participant {study: $study}) RETURN 'participant' AS kind, n
  UNION ALL
  MATCH (n:Interview {study: $study}) RETURN 'interview' AS kind, n
  UNION ALL
  MATCH (n:Memo {study: $study}) RETURN 'memo' AS kind, n
}
RETURN kind,
       n.key AS key,
       n.name AS name,
       n.title AS title,
       coalesce(n.formerNames, []) AS formerNames,
       COLLECT {
         MATCH (n)-[up:SUBSUMED_BY]->(parent:Concept)
         RETURN parent.key ORDER BY up.position, parent.key
       } AS parents
