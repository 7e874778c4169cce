// title: Which themes rest on fewer than three participants?
// number: 2
// about: >-
//   A row is a theme that fewer participants than the minimum speak to, at it or anywhere below it. Few voices are
//   not a fault in themselves: ask whether the theme is a variation worth keeping as such, a question for the next
//   interviews, or one person's story told as if it were everybody's. Where a study has no concept of level Theme,
//   its outermost concepts stand in for themes.
// parameters:
//   study: {type: study, means: the id of the study}
//   minimum: {type: integer, default: 3, means: the number of participants that is enough}
//   withdrawn: {type: boolean, default: false, means: count participants who withdrew as well}
// columns:
//   theme: the theme
//   participants: how many participants it rests on
//   names: who they are
//   interviews: how many interviews it rests on
//   excerpts: how many excerpts, those of interviews without a named participant included
// evidence: {COREQ: [12, 26, 30, 31], SRQR: [12, 17]}

MATCH (top:Concept {study: $study})
WHERE top:Theme
   OR NOT EXISTS { MATCH (any:Concept {study: $study}) WHERE any:Theme } AND NOT EXISTS { (top)-[:SUBSUMED_BY]->(:Concept) }
CALL (top) {
  MATCH (top)<-[:SUBSUMED_BY*0..]-(below:Concept)
  WITH DISTINCT below
  MATCH (below)<-[:CODED_AS]-(excerpt:Excerpt)-[:FROM]->(interview:Interview)
  WHERE $withdrawn OR NOT excerpt.withdrawn
  WITH interview, count(DISTINCT excerpt) AS found
  RETURN collect(interview) AS interviews, sum(found) AS excerpts
}
CALL (interviews) {
  UNWIND interviews AS interview
  MATCH (interview)<-[:GAVE]-(participant:Participant)
  WHERE $withdrawn OR coalesce(participant.consent, 'active') <> 'withdrawn'
  WITH DISTINCT participant.name AS name
  ORDER BY name
  RETURN collect(name) AS names
}
WITH top, names, interviews, excerpts
WHERE size(names) < $minimum
RETURN top.name AS theme,
       size(names) AS participants,
       names,
       size([interview IN interviews WHERE NOT interview.unnamed]) AS interviews,
       excerpts
ORDER BY participants, excerpts, top.key
