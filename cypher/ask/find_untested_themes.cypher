// title: For which themes was no negative case sought?
// number: 6
// about: >-
//   A row is a theme for which theory.yaml records no search for negative cases. `soughtBelow` names concepts under it
//   for which there was one, and `negativeCases` counts what turned up without a search. A theme that nobody tried to
//   break is not yet strong. Where a study has no concept of level Theme, its outermost concepts stand in for themes.
// parameters:
//   study: {type: study, means: the id of the study}
//   withdrawn: {type: boolean, default: false, means: count the words of participants who withdrew as well}
// columns:
//   theme: the theme
//   soughtBelow: concepts below it for which negative cases were sought
//   negativeCases: "excerpts that contradict it or something below it, though no search is recorded for the theme"
//   excerpts: excerpts that ground it
// evidence: {COREQ: [26, 30, 31], SRQR: [15, 16]}

MATCH (top:Concept {study: $study})
WHERE (top:Theme
       OR NOT EXISTS { MATCH (any:Concept {study: $study}) WHERE any:Theme } AND NOT EXISTS { (top)-[:SUBSUMED_BY]->(:Concept) })
  AND top.negativeCaseSoughtAt IS NULL
CALL (top) {
  MATCH (top)<-[:SUBSUMED_BY*0..]-(below:Concept)
  WITH DISTINCT below
  ORDER BY below.name, below.key
  RETURN collect(below) AS branch
}
CALL (branch) {
  UNWIND branch AS below
  MATCH (below)<-[:CODED_AS]-(excerpt:Excerpt)
  WHERE $withdrawn OR NOT excerpt.withdrawn
  RETURN count(DISTINCT excerpt) AS excerpts
}
RETURN top.name AS theme,
       [below IN branch WHERE below.negativeCaseSoughtAt IS NOT NULL | below.name] AS soughtBelow,
       COUNT {
         UNWIND branch AS below
         MATCH (below)<-[:CONTRADICTS]-(excerpt:Excerpt)
         WHERE $withdrawn OR NOT excerpt.withdrawn
         RETURN DISTINCT excerpt
       } AS negativeCases,
       excerpts
ORDER BY excerpts DESC, theme, top.key
