// title: When was a code first applied?
// number: 12
// about: >-
//   A row is a coding of the concept, or of anything below it, that no other one certainly precedes; codings of the
//   same day are all listed, since nothing tells which came first. Set the date beside the interview's: a code first
//   applied long after the interview was held came from comparison, one applied the same week from first reading.
// parameters:
//   study: {type: study, means: the id of the study}
//   concept: {type: concept, means: "the code, or any category or theme"}
//   withdrawn: {type: boolean, default: false, means: count the words of participants who withdrew as well}
// columns:
//   at: when it was coded
//   concept: as what
//   coder: by whom
//   interview: in which interview
//   held: when that interview was held
//   participants: whose words they are
//   text: the words
//   certain: "whether no other coding can have come before: all are dated, and no other day, month or year overlaps"
//   undated: how many codings of the concept or below have no date
//   quotable: whether consent lets the words be printed
//   excerpt: the key of the excerpt
// words: [text]
// evidence: {COREQ: [24, 26], SRQR: [14, 16]}

MATCH (top:Concept {study: $study})
WHERE $concept IN [top.key, top.name]
MATCH (top)<-[:SUBSUMED_BY*0..]-(below:Concept)
WITH collect(DISTINCT below) AS branch
CALL (branch) {
  UNWIND branch AS below
  MATCH (below)<-[coding:CODED_AS]-(excerpt:Excerpt)
  WHERE $withdrawn OR NOT excerpt.withdrawn
  WITH coding.at AS at, count(*) AS codings
  RETURN collect(DISTINCT at) AS dates, sum(CASE WHEN at IS NULL THEN codings ELSE 0 END) AS undated
}
WITH branch, undated,
     [one IN dates WHERE none(at IN dates WHERE left(at, size(one)) < left(one, size(at)))] AS first
UNWIND branch AS concept
MATCH (concept)<-[coding:CODED_AS]-(span:Excerpt)-[:FROM]->(interview:Interview)
WHERE coding.at IN first AND ($withdrawn OR NOT span.withdrawn)
RETURN coding.at AS at,
       concept.name AS concept,
       coding.coder AS coder,
       interview.name AS interview,
       interview.date AS held,
       COLLECT {
         MATCH (interview)<-[:GAVE]-(person:Participant)
         WHERE $withdrawn OR coalesce(person.consent, 'active') <> 'withdrawn'
         RETURN person.name ORDER BY person.name
       } AS participants,
       span.text AS text,
       undated = 0 AND size(first) = 1 AS certain,
       undated,
       span.quotable AS quotable,
       span.key AS excerpt
ORDER BY at, concept, interview, span.start, excerpt, coder
