// The literature of a study, and what each piece does for which concept or proposition.
// parameters: study
MATCH (reference:Reference {study: $study})
RETURN reference.key AS key,
       properties(reference) AS properties,
       COLLECT {
         MATCH (reference)-[bears:BEARS_ON]->(target)
         RETURN [target.key, bears.stance, coalesce(bears.memo, bears.at, bears.note)]
         ORDER BY target.key, bears.stance, bears.memo
       } AS bears
