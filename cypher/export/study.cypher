// What a study says of itself, and how much of it an exchange format has no place for.
// parameters: study
MATCH (study:Study {key: $study})
RETURN study.title AS title,
       study.approach AS approach,
       study.question AS question,
       study.notice AS notice,
       coalesce(study.attributes, []) AS attributes,
       coalesce(study.levels, []) AS levels,
       study.remoteAllowed AS remoteAllowed,
       COUNT { MATCH (:Revision {study: $study}) } AS revisions,
       COUNT { MATCH (:RetiredConcept {study: $study}) } AS retired,
       COUNT { MATCH (:Interview {study: $study})-[:SAMPLED_FOR]->() }
         + COUNT { MATCH (i:Interview {study: $study}) WHERE i.rationale IS NOT NULL } AS sampled
