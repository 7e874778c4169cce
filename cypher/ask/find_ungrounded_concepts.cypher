// title: Which concepts have no excerpt below them?
// number: 3
// about: >-
//   A row is a code, category or theme to which nobody's words are coded, neither at it nor anywhere below it. Such a
//   concept may have come from the literature or from a hunch: look for it in the data, or let it go. Negative cases
//   do not ground a concept, but are counted so that a concept known only by its exceptions can be told apart.
// parameters:
//   study: {type: study, means: the id of the study}
//   withdrawn: {type: boolean, default: false, means: count the words of participants who withdrew as well}
// columns:
//   concept: the concept
//   level: "Code, Category or Theme"
//   parents: what it is subsumed by
//   below: how many concepts stand below it
//   origin: "data, in_vivo, sensitising or literature, where the codebook says it"
//   memos: how many memos are about it
//   literature: how many references bear on it
//   negativeCases: how many excerpts contradict it
//   definedInCodebook: false where the concept is only named somewhere and no codebook defines it
// evidence: {COREQ: [26, 30], SRQR: [16, 17]}

MATCH (unit:Concept {study: $study})
WHERE NOT EXISTS {
  MATCH (unit)<-[:SUBSUMED_BY*0..]-(:Concept)<-[:CODED_AS]-(excerpt:Excerpt)
  WHERE $withdrawn OR NOT excerpt.withdrawn
}
RETURN unit.name AS concept,
       CASE WHEN unit:Theme THEN 'Theme' WHEN unit:Category THEN 'Category' ELSE 'Code' END AS level,
       COLLECT {
         MATCH (unit)-[up:SUBSUMED_BY]->(parent:Concept)
         RETURN parent.name ORDER BY up.position, parent.name
       } AS parents,
       COUNT { MATCH (unit)<-[:SUBSUMED_BY*1..]-(below:Concept) RETURN DISTINCT below } AS below,
       unit.origin AS origin,
       COUNT { (unit)<-[:ABOUT]-(:Memo) } AS memos,
       COUNT { MATCH (unit)<-[:BEARS_ON]-(reference:Reference) RETURN DISTINCT reference } AS literature,
       COUNT {
         MATCH (unit)<-[:CONTRADICTS]-(excerpt:Excerpt)
         WHERE $withdrawn OR NOT excerpt.withdrawn
         RETURN DISTINCT excerpt
       } AS negativeCases,
       coalesce(unit.status, 'active') <> 'undefined' AS definedInCodebook
ORDER BY CASE level WHEN 'Theme' THEN 0 WHEN 'Category' THEN 1 ELSE 2 END, concept, unit.key
