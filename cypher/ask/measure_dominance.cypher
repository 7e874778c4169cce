// title: Is a theme dominated by one participant?
// number: 21
// about: >-
//   A row is a participant with their share of the excerpts at the theme or below it. Shares are shares of all these
//   excerpts; those of interviews without a named participant make a row of their own, and an excerpt of a joint
//   interview counts for each who took part, so that shares may add up to more than 1. A large share is not a fault: it
//   asks whether the theme would read the same without that voice.
// parameters:
//   study: {type: study, means: the id of the study}
//   concept: {type: concept, means: "the theme, or any category or code"}
//   withdrawn: {type: boolean, default: false, means: count participants who withdrew as well}
// columns:
//   participant: who
//   excerpts: how many of the excerpts are theirs
//   total: how many excerpts there are
//   share: "excerpts / total"
//   interviews: in how many interviews
//   concepts: to how many concepts at or below the theme their words are coded
// evidence: {COREQ: [12, 30, 31], SRQR: [12, 16, 17]}

MATCH (theme:Concept {study: $study})
WHERE $concept IN [theme.key, theme.name]
MATCH (theme)<-[:SUBSUMED_BY*0..]-(below:Concept)
WITH DISTINCT below
MATCH (below)<-[:CODED_AS]-(excerpt:Excerpt)-[:FROM]->(interview:Interview)
WHERE $withdrawn OR NOT excerpt.withdrawn
WITH interview, count(DISTINCT excerpt) AS found, collect(DISTINCT below) AS concepts
WITH collect({interview: interview, found: found, concepts: concepts}) AS grounding, sum(found) AS total
UNWIND grounding AS each
WITH each.interview AS interview, each.found AS found, each.concepts AS concepts, total
OPTIONAL MATCH (interview)<-[:GAVE]-(participant:Participant)
WHERE $withdrawn OR coalesce(participant.consent, 'active') <> 'withdrawn'
UNWIND concepts AS concept
WITH participant, interview, found, concept, total
WITH participant, total, collect(DISTINCT concept) AS concepts,
     collect(DISTINCT {interview: interview.key, found: found}) AS interviews
WITH participant, total, size(concepts) AS concepts, size(interviews) AS interviews,
     reduce(sum = 0, each IN interviews | sum + each.found) AS excerpts
RETURN participant.name AS participant,
       excerpts,
       total,
       round(toFloat(excerpts) / total, 3) AS share,
       interviews,
       concepts
ORDER BY excerpts DESC, participant
