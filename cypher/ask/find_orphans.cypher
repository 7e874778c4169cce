// title: Which codes are orphans, and which concepts have two parents?
// number: 26
// about: >-
//   A row is a code that nothing subsumes though the study has categories or themes, or a concept that stands under two
//   or more. Orphans are work not yet done: sort them, merge them, or drop them. Two parents may be right where a code
//   joins two categories; they may also show that the categories overlap, or that the code says two things.
// parameters:
//   study: {type: study, means: the id of the study}
//   withdrawn: {type: boolean, default: false, means: count the words of participants who withdrew as well}
// columns:
//   concept: the code or concept
//   level: "Code, Category or Theme"
//   problem: "no parent, or how many parents"
//   parents: what it is subsumed by
//   excerpts: how many excerpts are coded to it
//   definedInCodebook: false where the concept is only named somewhere and no codebook defines it
// evidence: {COREQ: [25, 26, 32], SRQR: [14, 16]}
// draw: draw/find_orphans

MATCH (unit:Concept {study: $study})
WITH unit,
     COLLECT {
       MATCH (unit)-[up:SUBSUMED_BY]->(parent:Concept)
       RETURN parent.name ORDER BY up.position, parent.name
     } AS parents
WHERE size(parents) > 1
   OR size(parents) = 0 AND unit:Code
      AND EXISTS { MATCH (other:Concept {study: $study}) WHERE other:Category OR other:Theme }
RETURN unit.name AS concept,
       CASE WHEN unit:Theme THEN 'Theme' WHEN unit:Category THEN 'Category' ELSE 'Code' END AS level,
       CASE WHEN size(parents) = 0 THEN 'no parent' ELSE toString(size(parents)) + ' parents' END AS problem,
       parents,
       COUNT {
         MATCH (unit)<-[:CODED_AS]-(excerpt:Excerpt)
         WHERE $withdrawn OR NOT excerpt.withdrawn
         RETURN DISTINCT excerpt
       } AS excerpts,
       coalesce(unit.status, 'active') <> 'undefined' AS definedInCodebook
ORDER BY size(parents), concept, unit.key
