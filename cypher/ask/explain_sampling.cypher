// title: What prompted the sampling of an interview?
// number: 29
// about: >-
//   A row is a concept that the interview was sampled for, or none where only a reason is given, as at the start of a
//   study; with the reason, the memos that argue it, and which interviews had spoken to the concept before, as far as
//   dates tell. In theoretical sampling the concept leads to the
//   person: a concept that nothing had spoken to before, or without a memo, calls for an explanation.
// parameters:
//   study: {type: study, means: the id of the study}
//   interview: {type: interview, default: null, means: only this interview}
//   withdrawn: {type: boolean, default: false, means: list interviews of participants who withdrew as well}
// columns:
//   interview: the interview
//   date: when it was held
//   concept: what it was sampled for, if a concept
//   rationale: the reason given
//   samplingMemos: "memos of kind sampling, about the interview or the concept, not written after the interview"
//   otherMemos: other memos about both the interview and the concept
//   before: interviews that speak to the concept or below it and were certainly held before
//   undecided: "interviews that speak to it, and of which nothing tells whether they were held before"
// evidence: {COREQ: [10, 12], SRQR: [8, 14]}

MATCH (interview:Interview {study: $study})
WHERE ($interview IS NULL OR $interview IN [interview.key, interview.name])
  AND ($withdrawn OR NOT interview.withdrawn)
OPTIONAL MATCH (interview)-[sampled:SAMPLED_FOR]->(concept:Concept)
WITH interview, sampled, concept
WHERE concept IS NOT NULL OR interview.rationale IS NOT NULL
CALL (interview, concept) {
  MATCH (concept)<-[:SUBSUMED_BY*0..]-(below:Concept)
  WITH DISTINCT interview, below
  MATCH (below)<-[:CODED_AS]-(excerpt:Excerpt)-[:FROM]->(other:Interview)
  WHERE $withdrawn OR NOT excerpt.withdrawn
  WITH DISTINCT interview, other
  WHERE other <> interview AND NOT other.unnamed
  WITH other,
       CASE WHEN left(other.date, size(interview.date)) <> left(interview.date, size(other.date))
            THEN left(other.date, size(interview.date)) < left(interview.date, size(other.date))
            WHEN other.sequence <> interview.sequence THEN other.sequence < interview.sequence END AS earlier
  ORDER BY other.date, other.sequence, other.name
  RETURN collect(CASE WHEN earlier THEN other.name END) AS before,
         collect(CASE WHEN earlier IS NULL THEN other.name END) AS undecided
}
RETURN interview.name AS interview,
       interview.date AS date,
       concept.name AS concept,
       coalesce(sampled.rationale, interview.rationale) AS rationale,
       COLLECT {
         MATCH (memo:Memo {kind: 'sampling'})-[:ABOUT]->(target:Interview|Concept)
         WHERE target IN [interview, concept]
           AND NOT coalesce(left(memo.writtenAt, size(interview.date)) > left(interview.date, size(memo.writtenAt)), false)
         RETURN DISTINCT coalesce(memo.title, memo.name) AS title ORDER BY title
       } AS samplingMemos,
       COLLECT {
         MATCH (interview)<-[:ABOUT]-(memo:Memo)-[:ABOUT]->(concept)
         WHERE coalesce(memo.kind, '') <> 'sampling'
         RETURN DISTINCT coalesce(memo.title, memo.name) AS title ORDER BY title
       } AS otherMemos,
       before,
       undecided
ORDER BY date, interview, concept
