// The interviews of a study, with who gave each.
// parameters: study, withdrawn
MATCH (interview:Interview {study: $study})
RETURN interview.key AS key,
       interview.name AS name,
       interview.date AS date,
       interview.unnamed AS unnamed,
       COLLECT {
         MATCH (interview)<-[:GAVE]-(person:Participant)
         WHERE $withdrawn OR coalesce(person.consent, 'active') <> 'withdrawn'
         RETURN person.name ORDER BY person.name
       } AS participants
