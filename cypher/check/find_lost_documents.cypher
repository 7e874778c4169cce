// title: a node or relationship names a document that is not there
// mend: load the study's folder again; where that does not help, remove the study first
// parameters: [study]

MATCH (document:Document {study: $study})
WITH collect(document.id) AS known
CALL (known) {
  MATCH (one:Participant|Interview|Concept|RetiredConcept|Proposition|Memo|Reference|Researcher|Revision)
  WHERE one.study = $study AND any(id IN one.by WHERE NOT id IN known)
  RETURN one.key AS key, null AS relationship, null AS other, [id IN one.by WHERE NOT id IN known] AS lost
UNION
  MATCH (:Interview {study: $study})<-[:FROM]-(one:Excerpt)
  WHERE any(id IN one.by WHERE NOT id IN known)
  RETURN one.key AS key, null AS relationship, null AS other, [id IN one.by WHERE NOT id IN known] AS lost
UNION
  MATCH (one:Participant|Interview|Concept|Proposition|Memo|Reference|Researcher|Revision)
  WHERE one.study = $study
  MATCH (one)-[edge:GAVE|CONDUCTED|SAMPLED_FOR|SUBSUMED_BY|SUBJECT|OBJECT|ABOUT|CITES|DEVELOPS_INTO|BEARS_ON|WROTE|MADE|USED|GENERATED|JUSTIFIED_BY]->(target)
  WHERE any(id IN edge.by WHERE NOT id IN known)
  RETURN one.key AS key, type(edge) AS relationship, target.key AS other, [id IN edge.by WHERE NOT id IN known] AS lost
UNION
  MATCH (:Interview {study: $study})<-[:FROM]-(one:Excerpt)-[edge:CODED_AS|CONTRADICTS|SUPPORTS]->(target)
  WHERE any(id IN edge.by WHERE NOT id IN known)
  RETURN one.key AS key, type(edge) AS relationship, target.key AS other, [id IN edge.by WHERE NOT id IN known] AS lost
}
RETURN key, relationship, other, lost
ORDER BY key, relationship, other
