// title: Which themes did only one coder see?
// number: 25
// about: >-
//   A row is a theme whose excerpts, at it and anywhere below, were all coded by one coder. `others` names coders who
//   worked on the same interviews and did not see it; where there are none, nobody else had the chance. A theme seen by
//   one may be the sharper reading: talk it through, and write a memo on what the others read there. Where a study has
//   no concept of level Theme, its outermost concepts stand in for themes.
// parameters:
//   study: {type: study, means: the id of the study}
//   withdrawn: {type: boolean, default: false, means: count the words of participants who withdrew as well}
// columns:
//   theme: the theme
//   coder: the one who saw it
//   excerpts: how many excerpts
//   interviews: in how many interviews
//   others: coders who coded something in the same interviews
// evidence: {COREQ: [24, 26], SRQR: [6, 14, 15]}

MATCH (top:Concept {study: $study})
WHERE top:Theme
   OR NOT EXISTS { MATCH (any:Concept {study: $study}) WHERE any:Theme } AND NOT EXISTS { (top)-[:SUBSUMED_BY]->(:Concept) }
CALL (top) {
  MATCH (top)<-[:SUBSUMED_BY*0..]-(below:Concept)
  WITH DISTINCT below
  MATCH (below)<-[coding:CODED_AS]-(excerpt:Excerpt)-[:FROM]->(interview:Interview)
  WHERE $withdrawn OR NOT excerpt.withdrawn
  WITH interview, collect(DISTINCT coding.coder) AS coders, count(DISTINCT excerpt) AS found
  UNWIND coders AS coder
  RETURN collect(DISTINCT coder) AS coders, collect(DISTINCT interview) AS interviews,
         collect(DISTINCT {interview: interview.key, found: found}) AS founds
}
WITH top, coders[0] AS coder, interviews, founds, size(coders) AS coders
WHERE coders = 1
CALL (interviews, coder) {
  UNWIND interviews AS interview
  MATCH (interview)<-[:FROM]-(excerpt:Excerpt)-[coding:CODED_AS]->(:Concept)
  WHERE coding.coder <> coder AND ($withdrawn OR NOT excerpt.withdrawn)
  WITH DISTINCT coding.coder AS other
  ORDER BY other
  RETURN collect(other) AS others
}
RETURN top.name AS theme,
       coder,
       reduce(sum = 0, each IN founds | sum + each.found) AS excerpts,
       size([interview IN interviews WHERE NOT interview.unnamed]) AS interviews,
       others
ORDER BY size(others) DESC, excerpts DESC, theme, top.key
