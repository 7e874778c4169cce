// The interviews of a study, with the consents of those who gave each; words are read one interview at a time.
// parameters: study
MATCH (interview:Interview {study: $study})
RETURN interview.key AS key,
       interview.name AS name,
       interview.date AS date,
       interview.sequence AS sequence,
       interview.mode AS mode,
       interview.durationMin AS durationMin,
       COLLECT { MATCH (person:Researcher)-[:CONDUCTED]->(interview) RETURN person.name ORDER BY person.name } AS interviewers,
       COLLECT {
         MATCH (person:Participant)-[:GAVE]->(interview)
         RETURN [person.consent, person.quoteConsent] ORDER BY person.key
       } AS consents
