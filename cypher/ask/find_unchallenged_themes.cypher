// title: Which themes does their literature never challenge?
// number: 17
// about: >-
//   A row is a theme such that no reference challenges it, anything below it, or a proposition about one of these. A
//   theme without any literature is among them, with a count of 0. It asks the analyst to read against the theory:
//   whose findings would make this theme look wrong? Where a study has no concept of level Theme, its outermost
//   concepts stand in for themes.
// parameters:
//   study: {type: study, means: the id of the study}
// columns:
//   theme: the theme
//   references: how many references bear on it or on anything below it
//   stances: "what they do for it, as far as it is recorded"
//   unstated: links that record no stance
// evidence: {COREQ: [30], SRQR: [15, 16, 18]}

MATCH (top:Concept {study: $study})
WHERE top:Theme
   OR NOT EXISTS { MATCH (any:Concept {study: $study}) WHERE any:Theme } AND NOT EXISTS { (top)-[:SUBSUMED_BY]->(:Concept) }
CALL (top) {
  MATCH (top)<-[:SUBSUMED_BY*0..]-(below:Concept)
  WITH DISTINCT below
  OPTIONAL MATCH (below)<-[:SUBJECT|OBJECT*0..1]-(target:Concept|Proposition)<-[link:BEARS_ON]-(reference:Reference)
  WITH DISTINCT link, reference
  ORDER BY link.stance
  RETURN count(DISTINCT reference) AS references, collect(DISTINCT link.stance) AS stances,
         sum(CASE WHEN reference IS NOT NULL AND link.stance IS NULL THEN 1 ELSE 0 END) AS unstated
}
WITH top, references, stances, unstated
WHERE NOT 'challenges' IN stances
RETURN top.name AS theme, references, stances, unstated
ORDER BY references, theme, top.key
