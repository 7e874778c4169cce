// The people who work on a study.
// parameters: study
MATCH (person:Researcher {study: $study})
RETURN person.key AS key,
       person.name AS name,
       person.role AS role,
       person.status AS status
