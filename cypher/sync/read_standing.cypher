// What a study still lacks: excerpts that are not in their transcript, and names that nothing defines, each with the
// numbers of the documents that say or name it.
// parameters: study
CALL () {
  MATCH (:Interview {study: $study})<-[:FROM]-(e:Excerpt)
  WHERE e.verification = 'unlocated'
  RETURN 'Excerpt' AS label, e.text AS name, e.by AS documents
  UNION ALL
  MATCH (n:Concept|Participant|Reference|Memo|Proposition)
  WHERE n.study = $study AND n.status = 'undefined'
  RETURN [label IN labels(n) WHERE NOT label IN ['Code', 'Category', 'Theme']][0] AS label, n.name AS name,
         n.by
         + COLLECT { MATCH (n)-[r]-() UNWIND r.by AS document RETURN DISTINCT document }
         + COLLECT { MATCH (d:Document {study: $study}) WHERE n.key IN d.mentions RETURN d.id } AS documents
}
RETURN label, name, documents
ORDER BY label, name
