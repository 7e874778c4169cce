// Every note of a study that stands on a relationship or with a change of the theory.
// parameters: study
CALL () {
  MATCH (:Interview {study: $study})<-[:FROM]-(:Excerpt)-[put:CODED_AS|CONTRADICTS|SUPPORTS]->()
  RETURN put.note AS note
  UNION
  MATCH (interview:Interview {study: $study})
  OPTIONAL MATCH (interview)-[sampled:SAMPLED_FOR]->()
  RETURN coalesce(sampled.rationale, interview.rationale) AS note
  UNION
  MATCH (:Reference {study: $study})-[bears:BEARS_ON]->()
  RETURN bears.note AS note
  UNION
  MATCH (revision:Revision {study: $study})
  RETURN revision.note AS note
  UNION
  MATCH (retired:RetiredConcept {study: $study})
  RETURN retired.definition AS note
}
WITH note
WHERE note IS NOT NULL
RETURN note
