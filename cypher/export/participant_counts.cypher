// What the interviews of each participant hold; words that were withdrawn are left out.
// parameters: study, withdrawn
MATCH (person:Participant {study: $study})
CALL (person) {
  MATCH (person)-[:GAVE]->(:Interview)<-[:FROM]-(span:Excerpt)-[put:CODED_AS]->(concept:Concept)
  WHERE $withdrawn OR NOT span.withdrawn
  RETURN count(DISTINCT span) AS excerpts, count(put) AS codings, count(DISTINCT concept) AS codes
}
RETURN person.key AS key, excerpts, codings, codes
