// title: Does a theme rest on the interviewer's words?
// number: 22
// about: >-
//   A row is a concept at or below the theme, with whose turns its excerpts lie in. Words of the interviewer are not
//   data on the participant's experience: an excerpt that lies only in the interviewer's turns should hardly ground
//   anything, and one that runs across both shows meaning made together, which constructivist readers will want to see.
// parameters:
//   study: {type: study, means: the id of the study}
//   concept: {type: concept, means: "the theme, or any category or code"}
//   withdrawn: {type: boolean, default: false, means: count the words of participants who withdrew as well}
// columns:
//   concept: the concept
//   excerpts: how many excerpts are coded to it
//   interviewer: how many lie only in the interviewer's turns
//   both: how many run across turns of the interviewer and of others
//   participant: "how many lie in the turns of participants, or of others who are not the interviewer"
//   unknown: "how many have no turns: no transcript, not found in it, or it names no speakers"
// evidence: {COREQ: [17, 30], SRQR: [6, 11, 17]}
// draw: draw/find_interviewer_words

MATCH (theme:Concept {study: $study})
WHERE $concept IN [theme.key, theme.name]
MATCH (theme)<-[:SUBSUMED_BY*0..]-(unit:Concept)
WITH DISTINCT unit
MATCH (unit)<-[:CODED_AS]-(excerpt:Excerpt)
WHERE $withdrawn OR NOT excerpt.withdrawn
WITH DISTINCT unit, excerpt
WITH unit, excerpt,
     EXISTS { MATCH (excerpt)-[:SPANS]->(turn:Turn) WHERE turn.role = 'interviewer' } AS asked,
     EXISTS { MATCH (excerpt)-[:SPANS]->(turn:Turn) WHERE turn.role <> 'interviewer' } AS said
RETURN unit.name AS concept,
       count(excerpt) AS excerpts,
       sum(CASE WHEN asked AND NOT said THEN 1 ELSE 0 END) AS interviewer,
       sum(CASE WHEN asked AND said THEN 1 ELSE 0 END) AS both,
       sum(CASE WHEN said AND NOT asked THEN 1 ELSE 0 END) AS participant,
       sum(CASE WHEN NOT asked AND NOT said THEN 1 ELSE 0 END) AS unknown
ORDER BY interviewer DESC, both DESC, concept
