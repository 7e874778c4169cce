// title: Does a theme vary by an attribute of participants?
// number: 30
// about: >-
//   A row is one value of the attribute: how many participants have it, how many of them speak to the theme, and with
//   how many excerpts. Participants for whom the attribute is not recorded make a row of their own. Counts this small
//   compare nothing statistically: they show whom to reread, and whom the sample never reached.
// parameters:
//   study: {type: study, means: the id of the study}
//   concept: {type: concept, means: "the theme, or any category or code"}
//   attribute: {type: attribute, means: "an attribute of the participants table; in plain Cypher its property, such as attr_gender"}
//   withdrawn: {type: boolean, default: false, means: count participants who withdrew as well}
// columns:
//   value: the value of the attribute
//   participants: how many participants have it
//   contributing: how many of them speak to the theme
//   excerpts: how many excerpts at or below the theme are theirs
//   interviews: in how many interviews
//   names: who contributes
// evidence: {COREQ: [12, 16, 30, 32], SRQR: [12, 16, 17]}

MATCH (theme:Concept {study: $study})
WHERE $concept IN [theme.key, theme.name]
CALL (theme) {
  MATCH (theme)<-[:SUBSUMED_BY*0..]-(below:Concept)
  WITH DISTINCT below
  MATCH (below)<-[:CODED_AS]-(excerpt:Excerpt)-[:FROM]->(interview:Interview)
  WHERE $withdrawn OR NOT excerpt.withdrawn
  WITH interview, count(DISTINCT excerpt) AS found
  RETURN collect({interview: interview, found: found}) AS grounding
}
MATCH (participant:Participant {study: $study})
WHERE $withdrawn OR coalesce(participant.consent, 'active') <> 'withdrawn'
WITH participant, grounding, COLLECT { MATCH (participant)-[:GAVE]->(given:Interview) RETURN given } AS given
WITH participant, participant[$attribute] AS value, [each IN grounding WHERE each.interview IN given | each.found] AS found
ORDER BY participant.name
RETURN value,
       count(*) AS participants,
       sum(CASE WHEN size(found) > 0 THEN 1 ELSE 0 END) AS contributing,
       sum(reduce(sum = 0, each IN found | sum + each)) AS excerpts,
       sum(size(found)) AS interviews,
       collect(CASE WHEN size(found) > 0 THEN participant.name END) AS names
ORDER BY value
