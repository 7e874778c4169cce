// title: Who never contributes to a theme?
// number: 4
// about: >-
//   A row is a participant none of whose words are coded to the theme or to anything below it. Ask what the interview
//   guide asked them, whether their experience differs, and whether their words were coded at all (`excerpts` counts
//   what is coded anywhere). Somebody who only contradicts the theme does not contribute to it, and is the best place
//   to look for its limits.
// parameters:
//   study: {type: study, means: the id of the study}
//   concept: {type: concept, means: "the theme, or any category or code"}
//   withdrawn: {type: boolean, default: false, means: list participants who withdrew as well}
// columns:
//   participant: who
//   interviews: how many interviews they gave
//   excerpts: how many of their excerpts are coded to anything
//   negativeCases: how many of their excerpts contradict the theme or something below it
// evidence: {COREQ: [12, 24, 30, 31], SRQR: [12, 17]}

MATCH (theme:Concept {study: $study})
WHERE $concept IN [theme.key, theme.name]
MATCH (theme)<-[:SUBSUMED_BY*0..]-(below:Concept)
WITH collect(DISTINCT below) AS branch
CALL (branch) {
  UNWIND branch AS below
  MATCH (below)<-[:CODED_AS]-(excerpt:Excerpt)-[:FROM]->(interview:Interview)
  WHERE $withdrawn OR NOT excerpt.withdrawn
  RETURN collect(DISTINCT interview) AS grounding
}
MATCH (participant:Participant {study: $study})
WHERE ($withdrawn OR coalesce(participant.consent, 'active') <> 'withdrawn')
  AND NOT EXISTS { MATCH (participant)-[:GAVE]->(interview:Interview) WHERE interview IN grounding }
RETURN participant.name AS participant,
       COUNT { (participant)-[:GAVE]->(:Interview) } AS interviews,
       COUNT {
         MATCH (participant)-[:GAVE]->(:Interview)<-[:FROM]-(excerpt:Excerpt)-[:CODED_AS]->(:Concept)
         WHERE $withdrawn OR NOT excerpt.withdrawn
         RETURN DISTINCT excerpt
       } AS excerpts,
       COUNT {
         MATCH (participant)-[:GAVE]->(:Interview)<-[:FROM]-(excerpt:Excerpt)-[:CONTRADICTS]->(below:Concept)
         WHERE below IN branch AND ($withdrawn OR NOT excerpt.withdrawn)
         RETURN DISTINCT excerpt
       } AS negativeCases
ORDER BY negativeCases DESC, excerpts DESC, participant
