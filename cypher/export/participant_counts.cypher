// What the interviews of each participant hold, those left out that somebody gave who withdrew.
// parameters: study, withdrawn
MATCH (person:Participant {study: $study})
CALL (person) {
  MATCH (person)-[:GAVE]->(interview:Interview)
  WHERE $withdrawn OR NOT EXISTS { (interview)<-[:GAVE]-(:Participant {consent: 'withdrawn'}) }
  OPTIONAL MATCH (interview)<-[:FROM]-(span:Excerpt)-[put:CODED_AS]->(concept:Concept)
  RETURN count(DISTINCT span) AS excerpts, count(put) AS codings, count(DISTINCT concept) AS codes
}
RETURN person.key AS key, excerpts, codings, codes
