// title: a relationship that should be some document's word is none's
// mend: remove the study and load its folder again
// parameters: [study]

CALL () {
  MATCH (one:Participant|Interview|Concept|Proposition|Memo|Reference|Researcher|Revision)
  WHERE one.study = $study
  MATCH (one)-[edge:GAVE|CONDUCTED|SAMPLED_FOR|SUBSUMED_BY|SUBJECT|OBJECT|ABOUT|CITES|DEVELOPS_INTO|BEARS_ON|WROTE|MADE|USED|GENERATED|JUSTIFIED_BY]->(other)
  RETURN one, edge, other
UNION
  MATCH (:Interview {study: $study})<-[:FROM]-(one:Excerpt)-[edge:CODED_AS|CONTRADICTS|SUPPORTS]->(other)
  RETURN one, edge, other
}
WITH one, edge, other
WHERE size(coalesce(edge.by, [])) = 0 AND coalesce(edge.derived, false) = false
RETURN one.key AS key, type(edge) AS relationship, other.key AS other
ORDER BY key, relationship, other
