// title: what several documents say of one node or relationship is not kept one by one
// mend: remove the study and load its folder again
// parameters: [study]

CALL () {
  MATCH (one:Study|Participant|Interview|Concept|RetiredConcept|Proposition|Memo|Reference|Researcher|Revision)
  WHERE one.study = $study AND size(one.by) > 1 AND size(coalesce(one.said, [])) <> size(one.by)
  RETURN one.key AS key, null AS relationship, null AS other
UNION
  MATCH (:Interview {study: $study})<-[:FROM]-(one:Excerpt)
  WHERE size(one.by) > 1 AND size(coalesce(one.said, [])) <> size(one.by)
  RETURN one.key AS key, null AS relationship, null AS other
UNION
  MATCH (:Interview {study: $study})<-[:FROM]-(one:Excerpt)-[edge:CODED_AS|CONTRADICTS|SUPPORTS]->(target)
  WHERE size(edge.by) > 1 AND size(coalesce(edge.said, [])) <> size(edge.by)
  RETURN one.key AS key, type(edge) AS relationship, target.key AS other
}
RETURN key, relationship, other
ORDER BY key, relationship, other
