// Some nodes of a study, with what hangs on them, until there are none: the Study goes last.
// parameters: study, prefix (the study's id and a slash), batch
CALL () {
  MATCH (n:Turn) WHERE n.key STARTS WITH $prefix RETURN n
  UNION ALL
  MATCH (n:Transcript) WHERE n.key STARTS WITH $prefix RETURN n
  UNION ALL
  MATCH (n:Excerpt) WHERE n.key STARTS WITH $prefix RETURN n
  UNION ALL
  MATCH (n:Memo) WHERE n.key STARTS WITH $prefix RETURN n
  UNION ALL
  MATCH (n:Revision) WHERE n.key STARTS WITH $prefix RETURN n
  UNION ALL
  MATCH (n:Proposition) WHERE n.key STARTS WITH $prefix RETURN n
  UNION ALL
  MATCH (n:Reference) WHERE n.key STARTS WITH $prefix RETURN n
  UNION ALL
  MATCH (n:Interview) WHERE n.key STARTS WITH $prefix RETURN n
  UNION ALL
  MATCH (n:Participant) WHERE n.key STARTS WITH $prefix RETURN n
  UNION ALL
  MATCH (n:Researcher) WHERE n.key STARTS WITH $prefix RETURN n
  UNION ALL
  MATCH (n:RetiredConcept) WHERE n.key STARTS WITH $prefix RETURN n
  UNION ALL
  MATCH (n:Concept) WHERE n.key STARTS WITH $prefix RETURN n
  UNION ALL
  MATCH (n:Round) WHERE n.key STARTS WITH $prefix RETURN n
  UNION ALL
  MATCH (n:Version) WHERE n.key STARTS WITH $prefix RETURN n
  UNION ALL
  MATCH (n:Document) WHERE n.key STARTS WITH $prefix RETURN n
  UNION ALL
  MATCH (n:Study {key: $study}) RETURN n
}
WITH n LIMIT $batch
DETACH DELETE n
RETURN count(*) AS deleted
