// title: Examples for questions that need one
// about: >-
//   One row: words that may be quoted, the date of the latest interview, and the concept that was changed last.
// parameters:
//   study: {type: study, means: the id of the study}

MATCH (study:Study {key: $study})
RETURN COLLECT {
         MATCH (:Interview {study: $study})<-[:FROM]-(excerpt:Excerpt)
         WHERE excerpt.quotable
         RETURN excerpt.text
         LIMIT 1
       }[0] AS quote,
       COLLECT {
         MATCH (interview:Interview {study: $study})
         WHERE interview.date IS NOT NULL
         RETURN interview.date ORDER BY interview.date DESC
         LIMIT 1
       }[0] AS date,
       COLLECT {
         MATCH (concept:Concept {study: $study})<-[:GENERATED]-(revision:Revision)
         RETURN concept.key ORDER BY revision.at DESC, revision.row DESC, concept.key
         LIMIT 1
       }[0] AS changed
