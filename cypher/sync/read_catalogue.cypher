// Every name that a study defines, for finding what a document means by it.
// parameters: study
CALL () {
  MATCH (n:Concept {study: $study}) WHERE n.status = 'active'
  RETURN 'Concept' AS label, n,
         [(n)-[r:SUBSUMED_BY]->(parent) | {position: coalesce(r.position, 0), key: parent.key, named: r.named}] AS parents
  UNION ALL
  MATCH (n:RetiredConcept {study: $study}) RETURN 'RetiredConcept' AS label, n, [] AS parents
  UNION ALL
  MATCH (n:Interview {study: $study}) WHERE n.status = 'active' RETURN 'Interview' AS label, n, [] AS parents
  UNION ALL
  MATCH (n:Participant {study: $study}) WHERE n.status = 'active' RETURN 'Participant' AS label, n, [] AS parents
  UNION ALL
  MATCH (n:Reference {study: $study}) WHERE n.status = 'active' RETURN 'Reference' AS label, n, [] AS parents
  UNION ALL
  MATCH (n:Memo {study: $study}) WHERE n.status = 'active' RETURN 'Memo' AS label, n, [] AS parents
  UNION ALL
  MATCH (n:Proposition {study: $study}) WHERE n.status = 'active' RETURN 'Proposition' AS label, n, [] AS parents
  UNION ALL
  MATCH (n:Researcher {study: $study}) WHERE n.status = 'active' RETURN 'Researcher' AS label, n, [] AS parents
}
RETURN label, n.key AS key, n.name AS name, n.by AS by, n.level AS level, n.formerNames AS formerNames,
       n.guids AS guids, n.mergedInto AS mergedInto, n.sha256 AS sha256, labels(n) AS labels, parents
