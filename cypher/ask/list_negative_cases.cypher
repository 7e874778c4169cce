// title: Which negative cases stand against a concept or anything below it?
// number: 5
// about: >-
//   A row is one excerpt that contradicts the concept or something below it. A row without words is a concept for which
//   negative cases were sought and none is recorded, which is a finding too. Negative cases are read against the
//   concept's definition: they bound it, split it, or call for a condition. They never count as its grounding.
// parameters:
//   study: {type: study, means: the id of the study}
//   concept: {type: concept, means: "the theme, category or code"}
//   withdrawn: {type: boolean, default: false, means: list the words of participants who withdrew as well}
// columns:
//   concept: what is contradicted
//   participants: whose words they are
//   interview: the interview they come from
//   text: the words
//   coder: who read them as a negative case
//   at: when
//   note: the coder's note
//   soughtAt: "when negative cases for the concept were sought ('undated' where no date is recorded)"
//   soughtBy: by whom
//   quotable: whether consent lets the words be printed
//   excerpt: the key of the excerpt
// words: [text]
// evidence: {COREQ: [29, 30, 32], SRQR: [15, 16, 17]}
// draw: draw/list_negative_cases

MATCH (top:Concept {study: $study})
WHERE $concept IN [top.key, top.name]
MATCH (top)<-[:SUBSUMED_BY*0..]-(concept:Concept)
WITH DISTINCT concept
OPTIONAL MATCH (concept)<-[against:CONTRADICTS]-(span:Excerpt)-[:FROM]->(interview:Interview)
WHERE $withdrawn OR NOT span.withdrawn
WITH concept, against, span, interview
WHERE span IS NOT NULL OR concept.negativeCaseSoughtAt IS NOT NULL
RETURN concept.name AS concept,
       COLLECT {
         MATCH (interview)<-[:GAVE]-(person:Participant)
         WHERE $withdrawn OR coalesce(person.consent, 'active') <> 'withdrawn'
         RETURN person.name ORDER BY person.name
       } AS participants,
       interview.name AS interview,
       span.text AS text,
       against.coder AS coder,
       against.at AS at,
       against.note AS note,
       concept.negativeCaseSoughtAt AS soughtAt,
       concept.negativeCaseSoughtBy AS soughtBy,
       coalesce(span.quotable, false) AS quotable,
       span.key AS excerpt
ORDER BY concept, interview, span.start, span.key, coder
