// How long each interview is, and what is coded in it.
// parameters: study, withdrawn
MATCH (interview:Interview {study: $study})
CALL (interview) {
  OPTIONAL MATCH (interview)<-[:FROM]-(span:Excerpt)-[put:CODED_AS]->(concept:Concept)
  WHERE $withdrawn OR NOT span.withdrawn
  RETURN count(DISTINCT span) AS excerpts,
         count(put) AS codings,
         count(DISTINCT concept) AS codes,
         count(DISTINCT put.coder) AS coders
}
RETURN interview.key AS key,
       interview.characters AS characters,
       EXISTS { (interview)-[:READS]->(:Transcript) } AS transcribed,
       excerpts,
       codings,
       codes,
       coders
