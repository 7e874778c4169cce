// title: Which in vivo codes survive into themes?
// number: 32
// about: >-
//   A row is a code in the participants' own words that stands, as a living concept, below a theme, or is one. `rises`
//   says how far those words climb: the concepts on the way up that still carry the in vivo origin. Words that survive
//   keep the theory close to the people it is about; check that they still mean what the speaker meant. Where a study
//   has no concept of level Theme, its outermost concepts stand in for themes.
// parameters:
//   study: {type: study, means: the id of the study}
//   withdrawn: {type: boolean, default: false, means: count the words of participants who withdrew as well}
// columns:
//   code: the in vivo code
//   level: "Code, Category or Theme"
//   theme: the theme it reaches
//   path: the concepts from the code to the theme
//   rises: those on the path that are in vivo as well
//   excerpts: excerpts coded to it
//   participants: participants whose words are coded to it
// evidence: {COREQ: [25, 26, 29], SRQR: [16, 17]}
// draw: draw/find_surviving_in_vivo

MATCH (code:Concept {study: $study})
WHERE code.origin = 'in_vivo'
MATCH path = (code)-[:SUBSUMED_BY*0..]->(theme:Concept)
WHERE theme:Theme
   OR NOT EXISTS { MATCH (any:Concept {study: $study}) WHERE any:Theme } AND NOT EXISTS { (theme)-[:SUBSUMED_BY]->(:Concept) }
      AND length(path) > 0
CALL (code) {
  MATCH (code)<-[:CODED_AS]-(excerpt:Excerpt)-[:FROM]->(interview:Interview)
  WHERE $withdrawn OR NOT excerpt.withdrawn
  OPTIONAL MATCH (interview)<-[:GAVE]-(participant:Participant)
  WHERE $withdrawn OR coalesce(participant.consent, 'active') <> 'withdrawn'
  RETURN count(DISTINCT excerpt) AS excerpts, count(DISTINCT participant) AS participants
}
RETURN code.name AS code,
       CASE WHEN code:Theme THEN 'Theme' WHEN code:Category THEN 'Category' ELSE 'Code' END AS level,
       theme.name AS theme,
       [each IN nodes(path) | each.name] AS path,
       [each IN tail(nodes(path)) WHERE each.origin = 'in_vivo' | each.name] AS rises,
       excerpts,
       participants
ORDER BY size(rises) DESC, excerpts DESC, code, theme, size(path)
