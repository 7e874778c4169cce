// title: How many new codes does each interview bring?
// number: 14
// about: >-
//   A row is an interview, in order. A code is new in it if every other interview that holds the code certainly comes
//   later, and may be new if for some of them the order is unknown. Interviews are ordered by date, and where dates do
//   not tell (missing, equal, or one vaguer than the other) by sequence; `missing` names those that an interview could
//   not be ordered against. A falling count says that this analysis finds less that is new in these interviews; it
//   does not say that a theory is saturated.
// parameters:
//   study: {type: study, means: the id of the study}
//   withdrawn: {type: boolean, default: false, means: count interviews of participants who withdrew as well}
// columns:
//   interview: the interview
//   date: when it was held
//   sequence: its number in the order of interviews
//   codes: how many concepts are coded in it
//   new: how many of them certainly appear here first
//   maybeNew: "how many more may appear here first, because orders are unknown"
//   names: the ones that are certainly new
//   missing: interviews it cannot be ordered against
// evidence: {COREQ: [22, 26], SRQR: [8, 12, 16]}
// slow: "it compares every two interviews that share a code, where few of them are dated or numbered"

MATCH (interview:Interview {study: $study})
WHERE NOT interview.unnamed AND ($withdrawn OR NOT interview.withdrawn)
WITH interview
ORDER BY interview.name
WITH collect({interview: interview, date: interview.date, sequence: interview.sequence}) AS all
CALL (all) {
  UNWIND all AS each
  WITH each, each.interview AS interview
  MATCH (interview)<-[:FROM]-(excerpt:Excerpt)-[:CODED_AS]->(code:Concept)
  WHERE $withdrawn OR NOT excerpt.withdrawn
  WITH DISTINCT each, code
  WITH code, collect(each) AS held
  WITH code, held,
       reduce(least = [], one IN held |
              CASE WHEN any(each IN least WHERE coalesce(
                          CASE WHEN left(each.date, size(one.date)) <> left(one.date, size(each.date))
                               THEN left(each.date, size(one.date)) < left(one.date, size(each.date))
                               ELSE each.sequence < one.sequence END, false))
                   THEN least ELSE least + [one] END) AS candidates
  UNWIND candidates AS one
  WITH code, held, one
  WHERE none(each IN held WHERE coalesce(
          CASE WHEN left(each.date, size(one.date)) <> left(one.date, size(each.date))
               THEN left(each.date, size(one.date)) < left(one.date, size(each.date))
               ELSE each.sequence < one.sequence END, false))
  WITH code, one, all(each IN held WHERE each.interview = one.interview OR coalesce(
          CASE WHEN left(each.date, size(one.date)) <> left(one.date, size(each.date))
               THEN left(one.date, size(each.date)) < left(each.date, size(one.date))
               ELSE one.sequence < each.sequence END, false)) AS certain
  ORDER BY code.name, code.key
  WITH one.interview AS first, collect({name: code.name, certain: certain}) AS found
  RETURN collect({interview: first, found: found}) AS firsts
}
UNWIND all AS one
WITH all, one, one.interview AS interview,
     coalesce([each IN firsts WHERE each.interview = one.interview | each.found][0], []) AS found
RETURN interview.name AS interview,
       one.date AS date,
       one.sequence AS sequence,
       COUNT {
         MATCH (interview)<-[:FROM]-(excerpt:Excerpt)-[:CODED_AS]->(code:Concept)
         WHERE $withdrawn OR NOT excerpt.withdrawn
         RETURN DISTINCT code
       } AS codes,
       size([each IN found WHERE each.certain]) AS new,
       size([each IN found WHERE NOT each.certain]) AS maybeNew,
       [each IN found WHERE each.certain | each.name] AS names,
       [each IN all WHERE each.interview <> one.interview
                      AND coalesce(CASE WHEN left(each.date, size(one.date)) <> left(one.date, size(each.date)) THEN false
                                        ELSE each.sequence = one.sequence END, true)
        | each.interview.name] AS missing
ORDER BY date, sequence, interview
