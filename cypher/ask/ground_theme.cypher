// title: How is a theme grounded?
// number: 1
// about: >-
//   A row is one concept, at or below the theme, with one participant whose words are coded to it: every path from
//   words up to the theme, grouped. Read down a concept to see whether many voices carry it, and down a participant
//   to see where one voice reaches; a branch that is missing here rests on nothing yet. A row without a participant
//   counts excerpts of interviews that no participant is named for.
// parameters:
//   study: {type: study, means: the id of the study}
//   concept: {type: concept, means: "the theme, or any category or code"}
//   withdrawn: {type: boolean, default: false, means: count participants who withdrew as well}
// columns:
//   paths: every way from the theme down to the concept
//   concept: the concept that the excerpts are coded to
//   level: "Code, Category or Theme"
//   participant: whose words they are
//   excerpts: how many excerpts
//   interviews: the interviews they come from
//   coders: who coded them
// evidence: {COREQ: [25, 26, 30, 31, 32], SRQR: [16, 17]}
// draw: draw/ground_theme

MATCH (theme:Concept {study: $study})
WHERE $concept IN [theme.key, theme.name]
MATCH path = (theme)<-[:SUBSUMED_BY*0..]-(unit:Concept)
WITH unit,
     collect(DISTINCT reduce(text = theme.name, each IN tail(nodes(path)) | text + ' > ' + each.name)) AS paths
MATCH (unit)<-[coding:CODED_AS]-(excerpt:Excerpt)-[:FROM]->(interview:Interview)
WHERE $withdrawn OR NOT excerpt.withdrawn
WITH unit, paths, interview, collect(DISTINCT excerpt) AS found, collect(DISTINCT coding.coder) AS coders
OPTIONAL MATCH (interview)<-[:GAVE]-(participant:Participant)
WHERE $withdrawn OR coalesce(participant.consent, 'active') <> 'withdrawn'
UNWIND coders AS coder
WITH paths, unit, participant, interview, size(found) AS found, coder
ORDER BY coder
WITH paths, unit, participant, interview, found, collect(coder) AS coders
ORDER BY interview.name
WITH paths, unit, participant, sum(found) AS excerpts, collect(interview.name) AS interviews,
     collect(coders) AS coders
RETURN paths,
       unit.name AS concept,
       CASE WHEN unit:Theme THEN 'Theme' WHEN unit:Category THEN 'Category' ELSE 'Code' END AS level,
       participant.name AS participant,
       excerpts,
       interviews,
       reduce(all = [], some IN coders | all + [coder IN some WHERE NOT coder IN all]) AS coders
ORDER BY paths[0], concept, participant
