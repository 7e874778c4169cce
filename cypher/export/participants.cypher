// The participants of a study with everything known of them, and the interviews that each gave.
// parameters: study
MATCH (person:Participant {study: $study})
RETURN person.key AS key,
       properties(person) AS properties,
       COLLECT { MATCH (person)-[:GAVE]->(interview:Interview) RETURN interview.key ORDER BY interview.key } AS interviews
