// title: Where do coders disagree?
// number: 24
// about: >-
//   A row is an excerpt that one coder coded as a concept and another coder, who worked on the same interview, did not:
//   neither this excerpt nor any that overlaps it. `instead` shows what the other one saw in the same excerpt. Use the
//   rows as the agenda of a meeting: a disagreement is often the beginning of a sharper definition or of a new code.
//   It is no error rate, and a coder who never worked on the interview is not counted as disagreeing.
// parameters:
//   study: {type: study, means: the id of the study}
//   concept: {type: concept, default: null, means: "only this theme, category or code and what is below it"}
//   withdrawn: {type: boolean, default: false, means: compare the words of participants who withdrew as well}
// columns:
//   concept: the concept that one of them saw
//   interview: the interview
//   text: the words
//   coder: who coded them so
//   other: "who did not, though they worked on the interview"
//   instead: what the other coded the same excerpt as
//   participants: whose words they are
//   quotable: whether consent lets the words be printed
//   excerpt: the key of the excerpt
// words: [text]
// evidence: {COREQ: [24, 25], SRQR: [14, 15]}
// slow: it returns the words of every disagreement unless a concept is given

MATCH (interview:Interview {study: $study})
CALL (interview) {
  MATCH (interview)<-[:FROM]-(excerpt:Excerpt)-[coding:CODED_AS]->(:Concept)
  WHERE $withdrawn OR NOT excerpt.withdrawn
  RETURN collect(DISTINCT coding.coder) AS coders
}
WITH interview, coders
WHERE size(coders) > 1
MATCH (interview)<-[:FROM]-(span:Excerpt)-[coding:CODED_AS]->(concept:Concept)
WHERE ($withdrawn OR NOT span.withdrawn)
  AND ($concept IS NULL
       OR EXISTS {
            MATCH (concept)-[:SUBSUMED_BY*0..]->(top:Concept)
            WHERE $concept IN [top.key, top.name]
          })
WITH interview, coders, concept, collect({span: span, start: span.start, end: span.end, coder: coding.coder}) AS codings
UNWIND codings AS one
UNWIND [coder IN coders WHERE coder <> one.coder] AS other
WITH interview, concept, one.span AS span, one.start AS start, one.end AS end, one.coder AS coder, other,
     [each IN codings WHERE each.coder = other] AS theirs
WHERE none(each IN theirs WHERE each.span = span
                             OR coalesce(each.start < end AND start < each.end, false))
RETURN concept.name AS concept,
       interview.name AS interview,
       span.text AS text,
       coder,
       other,
       COLLECT {
         MATCH (span)-[coding:CODED_AS]->(seen:Concept)
         WHERE coding.coder = other
         RETURN seen.name ORDER BY seen.name
       } AS instead,
       COLLECT {
         MATCH (interview)<-[:GAVE]-(person:Participant)
         WHERE $withdrawn OR coalesce(person.consent, 'active') <> 'withdrawn'
         RETURN person.name ORDER BY person.name
       } AS participants,
       span.quotable AS quotable,
       span.key AS excerpt
ORDER BY concept, interview, span.start, excerpt, coder, other
