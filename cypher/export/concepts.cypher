// The concepts of a study, defined or only named, with what each is subsumed by, the first-named first.
// parameters: study
MATCH (concept:Concept {study: $study})
RETURN concept.key AS key,
       concept.name AS name,
       concept.definition AS definition,
       concept.guids AS guids,
       concept.properties AS properties,
       concept.origin AS origin,
       concept.stage AS stage,
       concept.level AS level,
       concept.isCore AS isCore,
       concept.negativeCaseSoughtAt AS sought,
       concept.negativeCaseSoughtBy AS soughtBy,
       concept.negativeCaseMemo AS soughtMemo,
       COLLECT { MATCH (concept)-[:SPLIT_FROM]->(origin:Concept|RetiredConcept) RETURN origin.key ORDER BY origin.key LIMIT 1 }[0] AS splitFrom,
       concept.status AS status,
       concept.formerNames AS formerNames,
       COLLECT {
         MATCH (concept)-[up:SUBSUMED_BY]->(parent:Concept)
         RETURN parent.key ORDER BY up.position, parent.key
       } AS parents
