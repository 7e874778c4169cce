// title: Which categories are thin?
// number: 27
// about: >-
//   A row is a category or theme that lacks a definition, properties, or a memo about it; the thinnest come first. A
//   category without properties is a heading: say along which dimensions it varies, and under which conditions. A
//   category that no memo is about has not been thought through on paper.
// parameters:
//   study: {type: study, means: the id of the study}
//   withdrawn: {type: boolean, default: false, means: count the words of participants who withdrew as well}
// columns:
//   concept: the category or theme
//   level: Category or Theme
//   lacks: "what it lacks: definition, properties, memo"
//   codes: how many concepts stand below it
//   excerpts: how many excerpts ground it
// evidence: {COREQ: [25, 26, 31, 32], SRQR: [14, 16]}
// slow: it counts all words of every category and theme that lacks something

MATCH (unit:Concept {study: $study})
WHERE unit:Category OR unit:Theme
WITH unit,
     CASE WHEN coalesce(unit.definition, '') = '' THEN ['definition'] ELSE [] END
     + CASE WHEN size(coalesce(unit.properties, [])) = 0 THEN ['properties'] ELSE [] END
     + CASE WHEN EXISTS { (unit)<-[:ABOUT]-(:Memo) } THEN [] ELSE ['memo'] END AS lacks
WHERE size(lacks) > 0
CALL (unit) {
  MATCH (unit)<-[:SUBSUMED_BY*0..]-(below:Concept)
  WITH DISTINCT below
  MATCH (below)<-[:CODED_AS]-(excerpt:Excerpt)
  WHERE $withdrawn OR NOT excerpt.withdrawn
  RETURN count(DISTINCT excerpt) AS excerpts
}
RETURN unit.name AS concept,
       CASE WHEN unit:Theme THEN 'Theme' ELSE 'Category' END AS level,
       lacks,
       COUNT { MATCH (unit)<-[:SUBSUMED_BY*1..]-(below:Concept) RETURN DISTINCT below } AS codes,
       excerpts
ORDER BY size(lacks) DESC, excerpts, concept, unit.key
