// title: Was the excerpt prompted, and by which words of the interviewer?
// number: 23
// about: >-
//   A row is an excerpt at or below the theme with the turn just before the one in which it begins, where that is the
//   interviewer's. Read the two together: words that follow a leading question weigh less than words that came unasked,
//   and what an open question brought up shows what mattered to the person. `prompted` is unknown (empty) where the
//   transcript has no turns or the words were not found in it.
// parameters:
//   study: {type: study, means: the id of the study}
//   concept: {type: concept, means: "the theme, or any category or code"}
//   withdrawn: {type: boolean, default: false, means: list the words of participants who withdrew as well}
// columns:
//   concepts: what the excerpt is coded as at or below the theme
//   participants: whose words they are
//   interview: the interview they come from
//   prompted: "true: an interviewer's turn comes just before; false: another speaker's, or none; empty: unknown"
//   prompt: the interviewer's words
//   text: the words of the excerpt
//   quotable: whether consent lets the words be printed
//   excerpt: the key of the excerpt
// words: [prompt, text]
// evidence: {COREQ: [17, 29], SRQR: [10, 11, 17]}
// slow: "it returns the words of every excerpt of a theme, and reads the turns of its interviews"

MATCH (theme:Concept {study: $study})
WHERE $concept IN [theme.key, theme.name]
MATCH (theme)<-[:SUBSUMED_BY*0..]-(concept:Concept)
WITH DISTINCT concept
MATCH (concept)<-[:CODED_AS]-(span:Excerpt)-[:FROM]->(interview:Interview)
WHERE $withdrawn OR NOT span.withdrawn
WITH DISTINCT interview, span, concept.name AS name
ORDER BY name
WITH interview, span, collect(name) AS concepts
WITH interview, collect({span: span, concepts: concepts}) AS found
WITH interview, found,
     COLLECT { MATCH (interview)<-[:PART_OF]-(turn:Turn) RETURN turn ORDER BY turn.index } AS turns,
     COLLECT {
       MATCH (interview)<-[:GAVE]-(person:Participant)
       WHERE $withdrawn OR coalesce(person.consent, 'active') <> 'withdrawn'
       RETURN person.name ORDER BY person.name
     } AS participants
UNWIND found AS each
WITH interview, each.span AS span, each.concepts AS concepts, turns, participants
OPTIONAL MATCH (span)-[:SPANS]->(spanned:Turn)
WITH interview, span, concepts, turns, participants, min(spanned.index) AS begins
WITH interview, span, concepts, participants, begins,
     CASE WHEN begins > turns[0].index THEN turns[begins - turns[0].index - 1] END AS before
RETURN concepts,
       participants,
       interview.name AS interview,
       CASE WHEN begins IS NOT NULL THEN coalesce(before.role = 'interviewer', false) END AS prompted,
       CASE WHEN before.role = 'interviewer' THEN before.text END AS prompt,
       span.text AS text,
       span.quotable AS quotable,
       span.key AS excerpt
ORDER BY interview, span.start, excerpt
