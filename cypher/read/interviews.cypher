// The interviews of a study, with who gave each and what they allow.
// parameters: study
MATCH (interview:Interview {study: $study})
RETURN interview.key AS key,
       interview.name AS name,
       interview.date AS date,
       coalesce(interview.unnamed, false) AS unnamed,
       COLLECT {
         MATCH (interview)<-[:GAVE]-(person:Participant)
         RETURN [person.name, person.consent, person.quoteConsent] ORDER BY person.name
       } AS participants
