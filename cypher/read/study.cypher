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
         WHERE interview.withdrawn
         RETURN DISTINCT interview
       } AS interviews,
       COUNT {
         UNWIND gone AS person
         MATCH (person)-[:GAVE|SAID]->(:Interview|Excerpt)<-[:FROM*0..1]-(excerpt:Excerpt)
         WHERE excerpt.withdrawn
         RETURN DISTINCT excerpt
       } AS excerpts
