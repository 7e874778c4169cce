// What every answer about a study says beside its rows: the study's notice, and who withdrew from it.
// parameters: study
MATCH (study:Study {key: $study})
WITH study, COLLECT { MATCH (person:Participant {study: $study}) WHERE person.consent = 'withdrawn' RETURN person } AS gone
RETURN study.title AS title,
       study.notice AS notice,
       study.attributes AS attributes,
       size(gone) AS withdrawn,
       COUNT { MATCH (:Participant {study: $study}) } AS participants,
       COUNT {
         UNWIND gone AS person
         MATCH (person)-[:GAVE]->(interview:Interview)
         RETURN DISTINCT interview
       } AS interviews,
       COUNT {
         UNWIND gone AS person
         MATCH (person)-[:GAVE]->(:Interview)<-[:FROM]-(excerpt:Excerpt)
         RETURN DISTINCT excerpt
       } AS excerpts
