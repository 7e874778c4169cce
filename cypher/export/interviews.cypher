// The interviews of a study, with the consents of those whose words each holds; words are read one interview at a time.
// parameters: study
MATCH (interview:Interview {study: $study})
RETURN interview.key AS key,
       interview.name AS name,
       interview.date AS date,
       interview.sequence AS sequence,
       interview.mode AS mode,
       interview.durationMin AS durationMin,
       interview.unnamed AS unnamed,
       interview.withdrawn AS withdrawn,
       interview.rationale AS rationale,
       interview.status AS status,
       COLLECT { MATCH (person:Researcher)-[:CONDUCTED]->(interview) RETURN person.name ORDER BY person.name } AS interviewers,
       COLLECT {
         MATCH (person:Participant)-[:GAVE|SPOKE]->(:Interview|Turn)-[:PART_OF*0..1]->(interview)
         WITH DISTINCT person
         RETURN [person.consent, person.quoteConsent] ORDER BY person.key
       } AS consents,
       COLLECT {
         MATCH (person:Participant)-[gave:GAVE]->(interview)
         WHERE NOT gave.derived
         RETURN person.key ORDER BY person.key
       } AS givers,
       COLLECT {
         MATCH (interview)-[sampled:SAMPLED_FOR]->(concept:Concept)
         RETURN {target: concept.key, rationale: sampled.rationale} ORDER BY concept.key
       } AS sampledFor
